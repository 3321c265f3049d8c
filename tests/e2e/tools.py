"""Programs that know nothing of ours: they read the QR of a print, and judge a signed PDF."""

import io
import re
import subprocess
import sys
from pathlib import Path

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

VERIFIER = Path(__file__).parents[2] / "backend" / "mashangban" / "audit" / "verifier.py"


def run(*command: str, folder: Path, status: int = 0) -> str:
    """What a program says; AssertionError when it ends otherwise than expected."""
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=60)
    said, complaints = done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
    assert done.returncode == status, said + complaints
    return said


def printed_qr(pdf: bytes, path: str, folder: Path) -> str:
    """The link of a PDF's first page that leads to `path` (`/j/`, `/verify/`), read from its picture at 150 dpi."""
    (folder / "print.pdf").write_bytes(pdf)
    run("pdftoppm", "-r", "150", "-png", "-f", "1", "-singlefile", "print.pdf", "print", folder=folder)
    read = run("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", "print.png", folder=folder)
    [link] = {line for line in read.splitlines() if line.startswith("http") and path in line}
    return link


def text_of(pdf: bytes, folder: Path) -> str:
    """What stands on the pages."""
    (folder / "read.pdf").write_bytes(pdf)
    return run("pdftotext", "-layout", "read.pdf", "-", folder=folder)


def pdfsig(pdf: bytes, root_pem: str, folder: Path) -> str:
    """Poppler's report on the signatures, with our root certificate as the only trusted one."""
    (folder / "contract.pdf").write_bytes(pdf)
    (folder / "root.pem").write_text(root_pem, "ascii")
    if not (folder / "nss").exists():
        (folder / "nss").mkdir()
        run("certutil", "-N", "-d", "nss", "--empty-password", folder=folder)
        run("certutil", "-A", "-d", "nss", "-n", "root", "-t", "C,C,C", "-i", "root.pem", folder=folder)
    return run("pdfsig", "-nssdir", "nss", "contract.pdf", folder=folder)


def openssl_cms(pdf: bytes, root_pem: str, folder: Path) -> int:
    """How many signatures openssl verifies over exactly the bytes that they cover; a bad one is an AssertionError."""
    (folder / "root.pem").write_text(root_pem, "ascii")
    ranges = re.findall(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)", pdf)
    for found in ranges:
        start, length, second, rest = map(int, found)
        der = bytes.fromhex(pdf[start + length : second].strip(b"<>").decode())
        (folder / "cms.der").write_bytes(_without_padding(der))
        (folder / "covered").write_bytes(pdf[start : start + length] + pdf[second : second + rest])
        run(
            "openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "cms.der", "-content", "covered",
            "-CAfile", "root.pem", "-purpose", "any", "-out", "verified", folder=folder,
        )  # fmt: skip
    return len(ranges)


def _without_padding(der: bytes) -> bytes:
    size = der[1] & 0x7F
    return der[: int.from_bytes(der[2 : 2 + size]) + 2 + size]


def verify_receipt(receipt: str, key_pem: str, folder: Path, status: int = 0) -> str:
    """The offline verifier, alone: in another folder, in isolated mode, without our packages."""
    (folder / "verifier.py").write_bytes(VERIFIER.read_bytes())
    (folder / "receipt.json").write_text(receipt, "utf-8")
    (folder / "log.pub").write_text(key_pem, "ascii")
    return run(
        sys.executable, "-I", "verifier.py", "receipt.json", "--key", "log.pub", folder=folder, status=status
    )


def overlaid(pdf: bytes) -> bytes:
    """The same contract with a white box over part of its first page, added as a later revision."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    paint = writer.add_object(generic.StreamObject(stream_data=b"q 1 1 1 rg 200 500 200 40 re f Q"))
    page = writer.find_page_for_modification(0)[0].get_object()
    contents = page.raw_get("/Contents")
    existing = contents.get_object()
    items = list(existing) if isinstance(existing, generic.ArrayObject) else [contents]
    page["/Contents"] = generic.ArrayObject([*items, paint])
    writer.update_container(page)
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def flipped(pdf: bytes) -> bytes:
    """The same contract with one bit changed inside its first stream."""
    changed = bytearray(pdf)
    changed[pdf.find(b"stream") + 40] ^= 1
    return bytes(changed)
