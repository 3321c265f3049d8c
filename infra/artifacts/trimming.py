"""What an installed package needs to run, and nothing else. Licences stay."""

import shutil
import subprocess
from pathlib import Path

# botocore describes 400 services; these are the ones that the product speaks to (tests/infra checks the sources).
SERVICES = frozenset({"dynamodb", "kms", "s3", "secretsmanager", "sqs", "sts"})
CHALICE = frozenset({"__init__.py", "app.py"})
KEPT_OF_DIST_INFO = frozenset({"METADATA", "entry_points.txt", "licenses"})
RUST = ("typst/*.so", "cryptography/hazmat/bindings/*.so", "pydantic_core/*.so")
# By name only what no package imports at run time: botocore's `docs`, for one, is code.
NOT_RUN = ("tests", "test")
UNUSED = ("bin", "share", "boto3/data", "boto3/examples", "lxml/includes")
# What other modules of their packages ask for only where we never come: making and cutting fonts, HTML, pictures that
# nobody may send. tests/documents runs without them (its conftest), so whoever comes there finds out.
UNREACHED = (
    "fontTools.colorLib", "fontTools.cu2qu", "fontTools.designspaceLib", "fontTools.diff", "fontTools.feaLib",
    "fontTools.merge", "fontTools.mtiLib", "fontTools.qu2cu", "fontTools.subset", "fontTools.svgLib",
    "fontTools.t1Lib", "fontTools.ufoLib", "fontTools.varLib", "fontTools.voltLib",
    "lxml.html", "lxml.isoschematron", "lxml.objectify", "PIL._avif",
)  # fmt: skip
UNREACHED_LIBRARIES = ("pillow.libs/libavif*",)
NOT_RUN_SUFFIXES = (".pyi", ".pxd", ".pyx", ".c", ".h", ".cpp", ".rst", ".exe")


def trim(packages: Path) -> None:
    """Remove from a folder of installed packages what no function runs."""
    for name in UNUSED:
        shutil.rmtree(packages / name, ignore_errors=True)
    _drop_unreached(packages)
    _only(packages / "chalice", CHALICE)
    _services(packages / "botocore" / "data")
    for info in packages.glob("*.dist-info"):
        _only(info, KEPT_OF_DIST_INFO | {path.name for path in info.glob("LICEN*")} | {"NOTICE", "COPYING"})
    for path in sorted(packages.rglob("*"), reverse=True):
        _drop_if_not_run(path, packages)


def strip_symbols(packages: Path) -> str:
    """Drop the symbol tables of libraries built from Rust (a fifth of typst); returns the sentence for the build's log.

    Only those: libraries that a wheel builder patched afterwards (`<name>.libs`) can break when stripped.
    """
    tool = shutil.which(
        "llvm-strip"
    )  # strips any processor's libraries; the plain `strip` knows only its own
    if tool is None:
        return "symbols kept: llvm-strip is not on this machine"
    for library in (path for name in RUST for path in packages.glob(name)):
        subprocess.run([tool, "--strip-unneeded", str(library)], check=True)
    return "symbols stripped"


def _drop_unreached(packages: Path) -> None:
    """A module is a folder, a source, or a library whose name goes on (`objectify.cpython-313-….so`)."""
    for module in UNREACHED:
        place = packages.joinpath(*module.split("."))
        shutil.rmtree(place, ignore_errors=True)
        for file in place.parent.glob(f"{place.name}.*"):
            file.unlink()
    for name in UNREACHED_LIBRARIES:
        for library in packages.glob(name):
            library.unlink()


def _services(data: Path) -> None:
    """Service folders of botocore that are not ours; its own files (endpoints, partitions, retry) stay."""
    for entry in data.iterdir() if data.is_dir() else ():
        if entry.is_dir() and entry.name not in SERVICES:
            shutil.rmtree(entry)


def _drop_if_not_run(path: Path, packages: Path) -> None:
    if path.is_dir():
        nested = path.parent != packages and ".dist-info" not in str(path)
        if path.name == "__pycache__" or (nested and path.name in NOT_RUN):
            shutil.rmtree(path)
    elif path.suffix in NOT_RUN_SUFFIXES:
        path.unlink()


def _only(folder: Path, names: frozenset[str] | set[str]) -> None:
    for entry in folder.iterdir() if folder.is_dir() else ():
        if entry.name in names:
            continue
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()
