"""Which items an office handles online, what each asks and how its result may come."""

from collections.abc import Iterable

from mashangban.domains.matters import events, permissions
from mashangban.domains.matters.repository import offers
from mashangban.domains.matters.rules.item import Ask, Offer, check_offer
from mashangban.domains.matters.schemas.offers import MatterAsk, MatterOfferForm, MatterOfferView
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Place


def keep(act: Act, item_id: str, name: str, region: str, given: MatterOfferForm) -> MatterOfferView:
    """Set it for an item of one's own region. Raises OfferWrong, NotFound beyond reach."""
    role = act.actor.role_for(permissions.KEEP_OFFER, Place(region))
    before = offers.find(item_id)
    after = _offer(item_id, name, region, given)
    check_offer(after)
    data = {"region": region, "open": after.open, "asks": len(after.asks)}
    event, answer = following(act, events.OFFERED, before or after, role, data), view(after)
    offers.keep(act, before, after, event, answer)
    return answer


def of(item_id: str) -> Offer | None:
    """What is set for an item, if anything is."""
    return offers.find(item_id)


def several(item_ids: Iterable[str]) -> dict[str, Offer]:
    """What is set for items, by their ids; those without are left out."""
    return {one.item_id: one for one in offers.several(item_ids)}


def view(one: Offer) -> MatterOfferView:
    """What is set, as everybody may see it."""
    return MatterOfferView(
        item_id=one.item_id,
        open=one.open,
        asks=[ask(each) for each in one.asks],
        deliveries=list(one.deliveries),
    )


def ask(one: Ask) -> MatterAsk:
    """A line of the form."""
    return MatterAsk.model_validate(one)


def _offer(item_id: str, name: str, region: str, given: MatterOfferForm) -> Offer:
    asks = tuple(
        Ask(one.key, one.label, one.kind, one.required, one.hint, tuple(one.choices)) for one in given.asks
    )
    return Offer(item_id, name, region, given.open, asks, tuple(dict.fromkeys(given.deliveries)))
