"""Money as an office types it: in yuan, with two decimals at most."""

from decimal import Decimal, InvalidOperation

from mashangban.console.forms import Form
from mashangban.kernel.errors import FieldError, Invalid

_MOST = 10**13


def fen(given: Form, field: str, label: str) -> int | None:
    """What was typed, in fen; None where nothing was. Raises Invalid for what is no amount."""
    text = given.one(field)
    if not text:
        return None
    try:
        found = Decimal(text.replace(",", "")) * 100
    except InvalidOperation as broken:
        raise _no_amount(field, label) from broken
    if not found.is_finite() or found != found.to_integral_value() or not 0 < found <= _MOST:
        raise _no_amount(field, label)
    return int(found)


def _no_amount(field: str, label: str) -> Invalid:
    return Invalid(errors=[FieldError(field, f"{label}写成元，最多两位小数")])
