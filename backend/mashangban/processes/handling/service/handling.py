"""A guide's edition becomes what a matter follows; the matter itself is written by its room."""

from datetime import date

from mashangban.domains.guides.schemas import GuideView
from mashangban.domains.guides.service import reading
from mashangban.domains.matters import errors, permissions
from mashangban.domains.matters.rules.item import Offer, Pinned, Wanted
from mashangban.domains.matters.schemas.matters import MatterDone
from mashangban.domains.matters.schemas.offers import MatterOfferForm, MatterOfferView
from mashangban.domains.matters.service import beginning, offering
from mashangban.domains.matters.terms import MatterNeed
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Place
from mashangban.processes.handling.schemas import MatterBeginning


def show(item_id: str, today: date) -> MatterOfferView:
    """Whether an item is handled online now. Raises UnknownItem, ItemWithdrawn."""
    guide = reading.show(item_id, today)
    found = offering.of(item_id) or Offer(item_id, guide.content.name, guide.region, open=False)
    shown = offering.view(found)
    return shown.model_copy(update={"open": shown.open and guide.in_force})


def guide(act: Act, item_id: str) -> GuideView:
    """A published item of a region that one keeps. Raises UnknownItem, ItemWithdrawn, NotFound beyond reach."""
    found = _standing(act, item_id)
    act.actor.reach(permissions.KEEP_OFFER).require(Place(found.region))
    return found


def keep(act: Act, item_id: str, given: MatterOfferForm) -> MatterOfferView:
    """An office sets it for its item. Raises UnknownItem, ItemWithdrawn, OfferWrong, NotFound beyond reach."""
    guide = _standing(act, item_id)
    return offering.keep(act, item_id, guide.content.name, guide.region, given)


def begin(act: Act, given: MatterBeginning) -> MatterDone:
    """A person begins at the edition in force today. Raises UnknownItem, ItemWithdrawn, NotOffered."""
    return beginning.begin(act, _offered(act, given.item_id), given.talk_id)


def again(act: Act, matter_id: str) -> MatterDone:
    """Begin anew what lapsed, with what it had and still fits.

    Raises UnknownMatter, NotFound, WrongStep, UnknownItem, ItemWithdrawn, NotOffered.
    """
    one, before = beginning.lapsed(act, matter_id)
    item = _offered(act, one.item_id)
    return beginning.begin(act, item, before=before)


def _offered(act: Act, item_id: str) -> Pinned:
    guide = _standing(act, item_id)
    offer = offering.of(item_id)
    if offer is None or not offer.open or not guide.in_force:
        raise errors.NotOffered()
    return pinned(guide, offer)


def pinned(guide: GuideView, offer: Offer) -> Pinned:
    """The edition with the office's own form."""
    said = guide.content
    return Pinned(
        item_id=guide.id,
        edition=guide.edition,
        digest=guide.digest,
        code=guide.code,
        name=said.name,
        region=guide.region,
        department=said.department,
        kind=said.kind.value,
        kind_label=guide.kind_label,
        basis=tuple(f"《{one.law}》{one.article}" for one in said.basis),
        legal_days=said.legal_days,
        promised_days=said.promised_days,
        phone=said.phone,
        complaints=said.complaints,
        result=said.result,
        wanted=tuple(
            Wanted(one.name, MatterNeed(one.need.value), one.licence, one.note) for one in said.materials
        ),
        asks=offer.asks,
        deliveries=offer.deliveries,
    )


def _standing(act: Act, item_id: str) -> GuideView:
    return reading.show(item_id, clock.local_date(act.at))
