"""Lays the fonts that printed documents need into one folder (default: ./build next to this file).

Two regular faces go in whole, because a worker's name may use any character; two bold faces go in as a
GB 2312 subset under a family name of their own, so that a heading falls back to the regular face for a rare
character instead of to nothing. Licences travel along. A second run with the same sources does nothing.

    npm ci --prefix layers/documents/fonts && python layers/documents/fonts/build.py [folder]
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "node_modules" / "@expo-google-fonts"
REGULAR = {
    "NotoSerifSC-Regular.ttf": SOURCES / "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
    "NotoSansSC-Regular.ttf": SOURCES / "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
}
HEADINGS = {
    "SongHeading-Bold.ttf": ("Song Heading", SOURCES / "noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"),
    "HeiHeading-Bold.ttf": ("Hei Heading", SOURCES / "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"),
}
LICENCES = {
    "OFL-NotoSerifSC.txt": SOURCES / "noto-serif-sc/LICENSE_FONT",
    "OFL-NotoSansSC.txt": SOURCES / "noto-sans-sc/LICENSE_FONT",
}
PUNCTUATION = (
    (0x20, 0x7F),
    (0xA0, 0x100),
    (0x2000, 0x2070),
    (0x2100, 0x2200),
    (0x2460, 0x2500),
    (0x25A0, 0x2700),
    (0x3000, 0x3040),
    (0xFF00, 0xFFF0),
)


def heading_characters() -> list[int]:
    """Code points of GB 2312 plus Latin, digits and punctuation."""
    gb2312 = [code for code in range(0x4E00, 0xA000) if len(chr(code).encode("gb2312", "ignore")) == 2]
    return gb2312 + [code for start, end in PUNCTUATION for code in range(start, end)]


def write_heading(source: Path, family: str, target: Path) -> None:
    """Subsets one bold face and renames it, as its licence asks of a changed font."""
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, glyph_names=False)
    options.drop_tables += ["GSUB", "GPOS", "vhea", "vmtx", "VORG"]
    font: TTFont = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=heading_characters())
    subsetter.subset(font)
    for record in list(font["name"].names):
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = family.replace(" ", "") if record.nameID == 6 else family
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    subset.save_font(font, str(target), options)


def fingerprint() -> str:
    """Changes when this script or the locked font packages change."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    digest.update((HERE / "package-lock.json").read_bytes())
    return digest.hexdigest()


def build(target: Path) -> None:
    """Fills the folder, or leaves it when its stamp says it is current."""
    stamp = target / "stamp"
    if stamp.exists() and stamp.read_text() == fingerprint():
        return
    if not SOURCES.is_dir():
        raise SystemExit(f"Fonts are not installed. Run: npm ci --prefix {HERE}")
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name, source in {**REGULAR, **LICENCES}.items():
        shutil.copyfile(source, target / name)
    for name, (family, source) in HEADINGS.items():
        write_heading(source, family, target / name)
    stamp.write_text(fingerprint())


if __name__ == "__main__":
    build(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else HERE / "build")
