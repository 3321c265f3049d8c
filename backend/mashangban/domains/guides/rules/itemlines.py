"""An item's lists as an office writes them, one a line, and back: laws, materials, steps, places, chosen words."""

from collections.abc import Iterable

from mashangban.domains.guides.errors import ItemUnready
from mashangban.domains.guides.schemas import GuideContent
from mashangban.domains.guides.terms import GuideAudience, GuideTheme, PaperMade, PaperNeed, PaperSource
from mashangban.kernel.errors import FieldError
from mashangban.kernel.labelled import Labelled

NO_MATERIALS = "不需要材料"
HINTS = {
    "words": "大家平时怎么叫它，用顿号隔开，如：开饭店、开小吃店",
    "audience": "用顿号隔开：" + "、".join(one.label for one in GuideAudience),
    "themes": "用顿号隔开，最多三个：" + "、".join(f"“{one.label}”" for one in GuideTheme),
    "basis": "每行：法律名称|条款，如：中华人民共和国食品安全法|第三十五条",
    "materials": "每行：名称|必须有|纸质或电子都行|原件几份|复印件几份|自己准备|可代替的电子证照|说明"
    f"（名称后面的都可不写）；什么都不用带，就写“{NO_MATERIALS}”",
    "steps": "每行：步骤|谁来做|几个工作日|说明，如：审查|窗口工作人员|3",
    "places": "每行：大厅名称|地址|窗口|时间|大厅编号（后三项可不写）",
}


def words(text: str) -> list[str]:
    """Names parted by 、 or commas."""
    for mark in "，,；;\n":
        text = text.replace(mark, "、")
    return [one.strip() for one in text.split("、") if one.strip()]


def audience(text: str) -> list[str]:
    """`个人、企业`. Raises ItemUnready for an unknown one."""
    return [_labelled("audience", GuideAudience, one, "") for one in words(text)]


def themes(text: str) -> list[str]:
    """`开店办企业、社保、医保`: a theme's own 、 parts no themes. Raises ItemUnready for an unknown one."""
    left, found = text.replace("“", "").replace("”", "").replace(" ", ""), []
    for one in GuideTheme:
        if one.label in left:
            found.append(one.value)
            left = left.replace(one.label, "")
    if unknown := words(left):
        raise _wrong("themes", f"没有“{unknown[0]}”这个主题")
    return found


def basis(text: str) -> list[dict[str, str]]:
    """`law|article`."""
    return [dict(zip(("law", "article"), _parts(line, 2), strict=True)) for line in _lines(text)]


def materials(text: str) -> list[dict[str, object]]:
    """See the hint. Raises ItemUnready with the line that can't be read."""
    if none_needed(text):
        return []
    made: list[dict[str, object]] = []
    for line in _lines(text):
        if line == NO_MATERIALS:
            raise _wrong("materials", f"写了“{NO_MATERIALS}”，就不要再写别的材料")
        name, need, form, originals, copies, source, licence, note = _parts(line, 8)
        made.append(
            {
                "name": name,
                "need": _labelled("materials", PaperNeed, need, PaperNeed.REQUIRED),
                "form": _labelled("materials", PaperMade, form, PaperMade.EITHER),
                "originals": _number("materials", line, originals, 1),
                "copies": _number("materials", line, copies, 0),
                "source": _labelled("materials", PaperSource, source, PaperSource.OWN),
                "licence": licence,
                "note": note,
            }
        )
    return made


def none_needed(text: str) -> bool:
    """Whether it says that nothing has to be brought."""
    return text.strip().rstrip("。") == NO_MATERIALS


def steps(text: str) -> list[dict[str, object]]:
    """`step|who|days|note`. Raises ItemUnready."""
    made: list[dict[str, object]] = []
    for line in _lines(text):
        name, who, days, note = _parts(line, 4)
        made.append({"name": name, "who": who, "days": _number("steps", line, days, 0), "note": note})
    return made


def places(text: str) -> list[dict[str, str]]:
    """`hall|address|window|hours|id`. Raises ItemUnready."""
    names = ("name", "address", "window", "hours", "hall_id")
    return [dict(zip(names, _parts(line, 5), strict=True)) for line in _lines(text)]


def written(one: GuideContent) -> dict[str, str]:
    """The lists of an item as text, as they are written."""
    return {
        "words": "、".join(one.words),
        "audience": "、".join(who.label for who in one.audience),
        "themes": "、".join(theme.label for theme in one.themes),
        "basis": _joined((law.law, law.article) for law in one.basis),
        "materials": NO_MATERIALS
        if one.no_materials
        else _joined(
            (
                paper.name,
                paper.need.label,
                paper.form.label,
                str(paper.originals),
                str(paper.copies),
                paper.source.label,
                paper.licence,
                paper.note,
            )
            for paper in one.materials
        ),
        "steps": _joined((step.name, step.who, str(step.days), step.note) for step in one.steps),
        "places": _joined(
            (spot.name, spot.address, spot.window, spot.hours, spot.hall_id) for spot in one.places
        ),
    }


def _joined(rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join("|".join(row).rstrip("|") for row in rows)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _parts(line: str, most: int) -> list[str]:
    found = [one.strip() for one in line.replace("｜", "|").split("|", most - 1)]
    return found + [""] * (most - len(found))


def _labelled(field: str, kind: type[Labelled], text: str, default: str) -> str:
    if not text and default:
        return default
    for one in kind:
        if text in (one.label, one.value):
            return one.value
    raise _wrong(field, f"“{text}”要写成：{'、'.join(one.label for one in kind)}")


def _number(field: str, line: str, text: str, default: int) -> int:
    if text and not text.isdecimal():
        raise _wrong(field, f"“{line}”里的“{text}”要写数字")
    return int(text[:6]) if text else default


def _wrong(field: str, message: str) -> ItemUnready:
    return ItemUnready(errors=(FieldError(field, message),))
