"""Windows: one item a zone."""

from typing import Any

from mashangban.domains.crossregion.models import TABLE, WindowRecord
from mashangban.domains.crossregion.rules.window import Window
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.transaction import Transaction

_FIELDS = tuple(name for name in Window.__dataclass_fields__ if name not in ("version", "chain"))
_TEXTS = ("name", "address", "phone", "hours")


def get(region: str) -> Window:
    """A zone's window; one that nobody entered yet is empty."""
    try:
        found = WindowRecord.get(f"CROSSWINDOW#{region}", "WINDOW", consistent_read=True)
    except WindowRecord.DoesNotExist:
        return Window(region)
    values: dict[str, Any] = {name: getattr(found, name) for name in _FIELDS}
    values |= {name: values[name] or "" for name in _TEXTS}
    values["clerks"] = values["clerks"] or ()
    return Window(**values, version=int(found.version), chain=found.chain)


def save(act: Act, before: Window, after: Window, event: Event, answer: Schema) -> None:
    """Write a window as it is now."""
    with Transaction(act, TABLE) as tx:
        if before.version:
            tx.amend(_record(before), event, changes(WindowRecord, _stored(before), _stored(after)))
        else:
            tx.create(_record(after), event)
        tx.answer(answer)


def _stored(one: Window) -> dict[str, Any]:
    return {name: getattr(one, name) or None for name in _FIELDS}


def _record(one: Window) -> WindowRecord:
    kept = {name: value for name, value in _stored(one).items() if value is not None}
    return WindowRecord(one.subject.pk, "WINDOW", **kept)
