"""Items: read by everybody, agreed to by each zone's own officer, changed by a new edition."""

from datetime import datetime

from mashangban.domains.crossregion import errors, events, permissions
from mashangban.domains.crossregion.repository import alliances
from mashangban.domains.crossregion.repository import items as repository
from mashangban.domains.crossregion.rules import item as rules
from mashangban.domains.crossregion.rules.item import Item
from mashangban.domains.crossregion.schemas.items import (
    Agreed,
    AgreeForm,
    EditionForm,
    ItemDeskView,
    ItemsDeskQuery,
    ItemsQuery,
    ItemView,
)
from mashangban.domains.crossregion.service import alliances as alliance_acts
from mashangban.domains.crossregion.service import entering, telling, views
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import FieldError
from mashangban.kernel.events import Event, following
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place, Principal, Role


def agree(act: Act, alliance_id: str, given: AgreeForm) -> Agreed:
    """A zone's word on up to 30 items at once. Raises NothingProposed, AlreadyAgreed, UnknownItem."""
    role = act.actor.role_for(permissions.AGREE, Place(given.region))
    one = alliances.get(alliance_id)
    if not one.has(given.region, clock.local_date(act.at)):
        raise errors.NotMember()
    found = repository.several(alliance_id, list(given.editions))
    if any(item.edition + 1 != given.editions[item.code] for item in found):
        raise errors.NothingProposed()
    steps = [_agreed(act, item, given.region, role) for item in found]
    counting = sum(after.proposed is None for _, after, _ in steps)
    answer = Agreed(id=alliance_id, agreed=len(steps), in_force=counting)
    repository.move(act, steps, answer)
    return answer


def propose(act: Act, alliance_id: str, code: str, given: EditionForm) -> ItemDeskView:
    """The lead office writes the next version; each zone is asked anew. Raises SameStandard, AllianceWrong."""
    one, role = alliance_acts.kept(act, alliance_id)
    before, new = repository.get(alliance_id, code), entering.standard_of(given)
    wrong = rules.zone_message(one, new, clock.local_date(act.at))
    if wrong:
        raise errors.AllianceWrong(errors=(FieldError("zones", wrong),))
    after = rules.propose(before, one, new)
    told = telling.zones(one, after.open, "crossregion.to-agree")
    data = {"edition": before.edition + 1, "zones": list(new.zones)}
    event = following(act, events.PROPOSED, before, role, data, told)
    answer = views.desk_item(after, one)
    repository.move(act, [(before, after, event)], answer)
    return answer


def show(alliance_id: str, code: str) -> ItemView:
    """An item in force for everybody. Raises UnknownItem."""
    one = repository.get(alliance_id, code)
    if one.standard is None:
        raise errors.UnknownItem()
    return views.item(one, alliances.get(alliance_id))


def in_force(alliance_id: str, query: ItemsQuery, now: datetime) -> Page[ItemView]:
    """What one may have done in this alliance, by code; in one zone where one is named. Raises UnknownAlliance."""
    one, day = alliances.get(alliance_id), clock.local_date(now)
    page = repository.in_force(alliance_id, query.page)
    listed = [
        item for item in page.items if query.region is None or rules.serves(item, one, query.region, day)
    ]
    return Page([views.item(item, one) for item in listed], page.next_cursor)


def at_desk(actor: Principal, alliance_id: str, query: ItemsDeskQuery) -> Page[ItemDeskView]:
    """All items, or those that wait for agreement, for the offices of its zones. Raises NotFound beyond reach."""
    one = alliance_acts.seen(actor, alliance_id, permissions.LIST_ALLIANCES)
    read = repository.proposed if query.proposed else repository.of_alliance
    return read(alliance_id, query.page).map(lambda item: views.desk_item(item, one))


def at_desk_one(actor: Principal, alliance_id: str, code: str) -> ItemDeskView:
    """One item for the offices of its zones. Raises NotFound beyond reach."""
    one = alliance_acts.seen(actor, alliance_id, permissions.LIST_ALLIANCES)
    return views.desk_item(repository.get(alliance_id, code), one)


def _agreed(act: Act, before: Item, region: str, role: Role) -> tuple[Item, Item, Event]:
    after = rules.agree(before, region)
    data = {"region": region, "edition": before.edition + 1, "in_force": after.proposed is None}
    return before, after, following(act, events.AGREED, before, role, data)
