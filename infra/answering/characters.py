"""Character tables of the answering engine: `.tools/training/bin/python -m answering.characters`.

Traditional to simplified by OpenCC (Apache-2.0), one reading a character by pypinyin (MIT). Neither runs with the
product: it reads the two lines of characters a table that are written here.
"""

from pathlib import Path

from opencc import OpenCC
from pypinyin import Style, pinyin

TABLES = Path(__file__).resolve().parents[2] / "backend/mashangban/domains/answers/engine/tables"
CHARACTERS = [chr(code) for code in range(0x4E00, 0x9FA6)]
# Sounds that people who type by ear, or from the south, take for each other. Ends first, then beginnings.
ENDS = (("iang", "ian"), ("uang", "uan"), ("ang", "an"), ("eng", "en"), ("ing", "in"), ("ong", "on"))
STARTS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("l", "n"), ("r", "n"))


def simplified() -> dict[str, str]:
    """Every traditional character and the one that stands for it."""
    convert = OpenCC("t2s").convert
    pairs = ((one, convert(one)) for one in CHARACTERS)
    return {one: other for one, other in pairs if one != other and len(other) == 1}


def sounds() -> dict[str, str]:
    """Every character and the first character that sounds about the same."""
    first: dict[str, str] = {}
    common = sorted(CHARACTERS, key=lambda one: (not _in_gb2312(one), one))
    found = {}
    for one in common:
        reading = pinyin(one, style=Style.NORMAL, errors="ignore")
        if reading and reading[0][0]:
            found[one] = first.setdefault(_blurred(reading[0][0]), one)
    return found


def _blurred(syllable: str) -> str:
    for end, short in ENDS:
        if syllable.endswith(end):
            syllable = syllable.removesuffix(end) + short
            break
    for start, plain in STARTS:
        if syllable.startswith(start):
            return plain + syllable.removeprefix(start)
    return syllable


def _in_gb2312(character: str) -> bool:
    try:
        return len(character.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


def main() -> None:
    """Write both tables."""
    TABLES.mkdir(parents=True, exist_ok=True)
    for name, table in (("simplified", simplified()), ("sounds", sounds())):
        (TABLES / f"{name}.txt").write_text("".join(table) + "\n" + "".join(table.values()) + "\n", "utf-8")
        print(f"{name}: {len(table)} characters")


if __name__ == "__main__":
    main()
