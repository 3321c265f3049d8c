"""A hall's lists as an office writes them, one a line, and back: periods, matters, counters."""

from mashangban.domains.appointments.errors import HallWrong
from mashangban.domains.appointments.schemas import HallView
from mashangban.kernel.errors import FieldError

OPEN, CLOSED = "开", "停"


def periods(text: str) -> list[dict[str, str]]:
    """`09:00-09:30`. Raises HallWrong."""
    found = [line.replace("－", "-").replace("—", "-").partition("-") for line in _lines(text)]
    if any(not ends for _, _, ends in found):
        raise _wrong("periods", "每行写一个时段，如 09:00-09:30")
    return [{"starts": starts.strip(), "ends": ends.strip()} for starts, _, ends in found]


def matters(text: str) -> list[dict[str, object]]:
    """`licence|开办餐饮店|8|身份证、营业执照|网上怎么办`; the last two may be left out. Raises HallWrong."""
    made: list[dict[str, object]] = []
    for line in _lines(text):
        code, name, quota, papers, online = _parts(line, 5)
        if not name or not quota.isdecimal():
            raise _wrong("matters", f"“{line}”要写成：编号|名称|每个时段几个号|材料、材料|网上怎么办")
        named = [one.strip() for one in papers.split("、") if one.strip()]
        made.append({"code": code, "name": name, "quota": int(quota), "papers": named, "online": online})
    return made


def counters(text: str) -> list[dict[str, object]]:
    """`1号窗口|licence、card|开`. Raises HallWrong."""
    made: list[dict[str, object]] = []
    for line in _lines(text):
        name, codes, is_open = _parts(line, 3)
        if is_open not in (OPEN, CLOSED, ""):
            raise _wrong("counters", f"“{line}”最后要写“{OPEN}”或“{CLOSED}”")
        served = [one.strip() for one in codes.split("、") if one.strip()]
        made.append({"name": name, "matters": served, "open": is_open != CLOSED})
    return made


def written(hall: HallView) -> dict[str, str]:
    """The lists of a hall as text."""
    return {
        "periods": "\n".join(f"{one.starts:%H:%M}-{one.ends:%H:%M}" for one in hall.periods),
        "matters": "\n".join(
            "|".join([one.code, one.name, str(one.quota), "、".join(one.papers), one.online]).rstrip("|")
            for one in hall.matters
        ),
        "counters": "\n".join(
            "|".join([one.name, "、".join(one.matters), OPEN if one.open else CLOSED])
            for one in hall.counters
        ),
    }


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _parts(line: str, most: int) -> list[str]:
    found = [one.strip() for one in line.replace("｜", "|").split("|", most - 1)]
    return found + [""] * (most - len(found))


def _wrong(field: str, message: str) -> HallWrong:
    return HallWrong(errors=(FieldError(field, message),))
