"""An item's form as an office writes it, one entry a line, and back: `店名|文字`, `类别|选一个|可不填|热食、冷食`."""

from collections.abc import Iterable
from typing import Any

from mashangban.domains.matters import errors
from mashangban.domains.matters.rules.item import Ask
from mashangban.domains.matters.terms import AskKind
from mashangban.kernel.errors import FieldError

_OPTIONAL, _NEEDED = "可不填", "必填"
_KINDS = "、".join(one.label for one in AskKind)
HINT = (
    f"每行一栏：名称|类型|必填或可不填|选项。类型：{_KINDS}。选项用顿号隔开，如：类别|选一个|必填|热食、冷食"
)


def read(text: str) -> list[dict[str, Any]]:
    """The lines as a form. Raises OfferWrong for an unknown kind."""
    return [
        _entry(number, line) for number, line in enumerate(filter(None, map(str.strip, text.splitlines())), 1)
    ]


def written(all_: Iterable[Ask]) -> str:
    """A form as lines."""
    return "\n".join(_line(one) for one in all_)


def _entry(number: int, line: str) -> dict[str, Any]:
    label, kind, need, choices = (
        part.strip() for part in (line.replace("｜", "|").split("|") + [""] * 3)[:4]
    )
    known = {one.label: one for one in AskKind}
    if kind and kind not in known:
        raise errors.OfferWrong(errors=(FieldError("asks", f"第 {number} 行的类型只能是：{_KINDS}"),))
    return {
        "key": f"f{number}",
        "label": label,
        "kind": known.get(kind, AskKind.TEXT),
        "required": need != _OPTIONAL,
        "choices": [one.strip() for one in choices.split("、") if one.strip()],
    }


def _line(one: Ask) -> str:
    need = _NEEDED if one.required else _OPTIONAL
    return "|".join((one.label, one.kind.label, need, *(["、".join(one.choices)] if one.choices else [])))
