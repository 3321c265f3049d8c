"""What an item lacks before everybody may rely on it. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from mashangban.domains.guides.errors import ItemUnready
from mashangban.domains.guides.rules.item import Content
from mashangban.domains.guides.terms import GuideKind, GuideLevel
from mashangban.kernel.errors import FieldError

# How many digits the region's code has at which an item of a level is kept (GB/T 2260; streets lie in their county).
_DIGITS = {GuideLevel.PROVINCE: 2, GuideLevel.CITY: 4}
_COUNTY = 6


def require_ready(one: Content, region: str, today: date) -> None:
    """Everything that a person needs who goes there. Raises ItemUnready with each gap."""
    found = tuple(gaps(one, region, today))
    if found:
        raise ItemUnready(errors=found)


def gaps(one: Content, region: str, today: date) -> Iterator[FieldError]:
    """Each gap, with its field."""
    yield from _who(one, region)
    yield from _how(one)
    yield from _times(one, today)
    yield from _doubles(one)


def _who(one: Content, region: str) -> Iterator[FieldError]:
    if len(region) != _DIGITS.get(one.level, _COUNTY):
        yield FieldError("level", f"“{one.level.label}”的事项要登记在相应级别的地区")
    if not one.audience:
        yield FieldError("audience", "没写谁能办")
    if not one.themes:
        yield FieldError("themes", "没选生活主题，按主题找不到它")
    if one.kind is GuideKind.PERMIT and not one.basis:
        yield FieldError("basis", "行政许可要写明依据的法律和条款")


def _how(one: Content) -> Iterator[FieldError]:
    if not one.places and not one.online:
        yield FieldError("places", "既没写去哪里办，也没写网上怎么办")
    if one.visits == 0 and not one.online:
        yield FieldError("online", "一次不用跑，就要写网上怎么办")
    if one.visits > 0 and not one.places:
        yield FieldError("places", "要跑现场，就要写去哪里办")
    if not one.steps:
        yield FieldError("steps", "没写办理步骤")
    if one.fee_fen and not one.fee_note:
        yield FieldError("fee_note", "收费要写明依据")


def _times(one: Content, today: date) -> Iterator[FieldError]:
    if one.promised_days is None:
        yield FieldError("promised_days", "没写承诺几个工作日办好（当场办写 0）")
    elif one.legal_days is not None and one.promised_days > one.legal_days:
        yield FieldError("promised_days", "承诺的时间比法定时间还长")
    if one.valid_until is not None and one.valid_until < max(one.valid_from, today):
        yield FieldError("valid_until", "有效期已经结束，或早于开始日期")


def _doubles(one: Content) -> Iterator[FieldError]:
    if one.no_materials and one.materials:
        yield FieldError("materials", "写了不需要材料，就不要再列材料")
    for field, names in (
        ("materials", [paper.name for paper in one.materials]),
        ("places", [f"{place.name}{place.window}" for place in one.places]),
    ):
        for name in _twice(names):
            yield FieldError(field, f"“{name}”写了两次")


def _twice(names: Sequence[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})
