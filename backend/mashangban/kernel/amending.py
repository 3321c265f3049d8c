"""Writing only what differs, so that attributes we don't know of survive."""

from typing import Any

from pynamodb.expressions.update import Action

from mashangban.kernel.dynamodb import Record


def changes(kind: type[Record], old: dict[str, Any], new: dict[str, Any]) -> list[Action]:
    """The update actions that turn the stored values `old` into `new`; None removes."""
    actions: list[Action] = []
    for name in new:
        if old.get(name) != new[name]:
            attribute: Any = getattr(kind, name)
            actions.append(attribute.remove() if new[name] is None else attribute.set(new[name]))
    return actions
