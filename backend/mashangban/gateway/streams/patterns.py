"""Event filter patterns (Lambda developer guide, "Control which events Lambda sends to your function")."""

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any

_COMPARISONS: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, "=": operator.eq, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_ABSENT = object()


def admitted(patterns: Sequence[Mapping[str, Any]], record: Mapping[str, Any]) -> bool:
    """Whether a record passes: no patterns at all, or one of them fits."""
    return not patterns or any(_fits(pattern, record) for pattern in patterns)


def _fits(pattern: Mapping[str, Any], value: Any) -> bool:
    """All keys of a pattern must fit; `$or` wants one of its patterns."""
    for key, rule in pattern.items():
        if key == "$or":
            fits = any(_fits(choice, value) for choice in rule)
        else:
            inner = value.get(key, _ABSENT) if isinstance(value, Mapping) else _ABSENT
            fits = _fits(rule, inner) if isinstance(rule, Mapping) else _fits_any(rule, inner)
        if not fits:
            return False
    return True


def _fits_any(rules: Sequence[Any], value: Any) -> bool:
    """One of the rules must fit; a list of values fits when one of them does."""
    values = value if isinstance(value, list) else [value]
    return any(_fits_one(rule, one) for rule in rules for one in values)


def _fits_one(rule: Any, value: Any) -> bool:
    if not isinstance(rule, Mapping):
        return value is not _ABSENT and type(value) is type(rule) and bool(value == rule)
    ((name, wanted),) = rule.items()
    if name == "exists":
        return (value is not _ABSENT) is bool(wanted)
    if name not in _RULES:
        raise ValueError(f"filter rule {name!r} is not known")
    return value is not _ABSENT and _RULES[name](wanted, value)


def _anything_but(wanted: Any, value: Any) -> bool:
    if isinstance(wanted, Mapping):
        return not _fits_one(wanted, value)
    return value not in (wanted if isinstance(wanted, list) else [wanted])


def _numeric(wanted: Sequence[Any], value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    pairs = zip(wanted[::2], wanted[1::2], strict=True)
    return all(_COMPARISONS[sign](value, bound) for sign, bound in pairs)


_RULES: Mapping[str, Callable[[Any, Any], bool]] = {
    "prefix": lambda wanted, value: isinstance(value, str) and value.startswith(wanted),
    "suffix": lambda wanted, value: isinstance(value, str) and value.endswith(wanted),
    "equals-ignore-case": lambda wanted, value: isinstance(value, str) and value.lower() == wanted.lower(),
    "anything-but": _anything_but,
    "numeric": _numeric,
}
