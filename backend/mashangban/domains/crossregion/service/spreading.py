"""A list that was entered is written out item by item. Runs in the stream: it knows no people and no files."""

from mashangban.domains.crossregion import events
from mashangban.domains.crossregion.repository import alliances, items
from mashangban.domains.crossregion.rules import item as rules
from mashangban.domains.crossregion.rules.item import Item
from mashangban.domains.crossregion.terms import SLICE
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, following
from mashangban.kernel.permissions import Role


def spread(act: Act, alliance_id: str, number: int) -> None:
    """Write a batch's items out, forty at a time. Told again it writes none twice."""
    one = alliances.get(alliance_id)
    lines = alliances.batch(alliance_id, number).lines
    for start in range(0, len(lines), SLICE):
        new = [rules.entered(one, number, line) for line in lines[start : start + SLICE]]
        items.enter(act, [(item, _first(act, item)) for item in new])


def _first(act: Act, one: Item) -> Event:
    data = {"batch": one.batch, "zones": list(one.shown.zones)}
    return following(act, events.ENTERED, one, Role.SYSTEM, data)
