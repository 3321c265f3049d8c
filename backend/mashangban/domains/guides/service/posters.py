"""The typeset poster of a package's one code, for a hall's wall: ordered, then ready or not."""

from mashangban.documents import events as documents
from mashangban.documents.schemas.guide_forms import PackagePoster, PosterHall
from mashangban.documents.terms import Template
from mashangban.domains.guides import errors, events, permissions
from mashangban.domains.guides.repository import items
from mashangban.domains.guides.repository import packages as repository
from mashangban.domains.guides.rules.item import Content
from mashangban.domains.guides.rules.package import Offered, Package, Poster
from mashangban.domains.guides.schemas import GuidePosterForm, GuidePosterOrdered
from mashangban.domains.guides.service import leading
from mashangban.domains.guides.terms import PosterPaper, PosterState
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Role
from mashangban.registry import divisions

_ROOM, _SUBJECT = "guides", "guidepackage"
_MOST_HALLS = 3


def order(act: Act, package_id: str, given: GuidePosterForm) -> GuidePosterOrdered:
    """Have the poster of what stands typeset. Raises NoPoster, NotFound beyond reach."""
    before = repository.get(package_id)
    role = act.actor.role_for(permissions.KEEP_PACKAGES, before.place)
    offered = repository.offered(package_id)
    if offered is None:
        raise errors.NoPoster()
    poster = Poster(given.paper, ids.new_id(act.at), offered.edition)
    answer = GuidePosterOrdered(document_id=poster.document_id)
    data = {"document": poster.document_id, "paper": poster.paper.value}
    told = (_order(act, offered, poster),)
    event = following(act, events.POSTER_ORDERED, before, role, data, told)
    repository.move(act, before, before.with_poster(poster), event, answer)
    return answer


def printed(act: Act, package_id: str, document_id: str) -> None:
    """The file is there. One that was ordered before the latest, or arrives twice, changes nothing."""
    _settle(act, package_id, document_id, PosterState.READY, events.POSTER_PRINTED)


def failed(act: Act, package_id: str, document_id: str) -> None:
    """It could not be made and may be ordered again."""
    _settle(act, package_id, document_id, PosterState.FAILED, events.POSTER_FAILED)


def _settle(act: Act, package_id: str, document_id: str, state: PosterState, kind: str) -> None:
    before = repository.get(package_id)
    after: Package = before.settled(document_id, state)
    if after == before:
        return
    event = following(act, kind, before, Role.SYSTEM, {"document": document_id})
    repository.move(act, before, after, event)


def _order(act: Act, offered: Offered, poster: Poster) -> Message:
    said = [one.content for one in items.currents([card.item_id for card in offered.content.cards])]
    data: PackagePoster = {
        "paper": "a3" if poster.paper is PosterPaper.A3 else "a4",
        "name": offered.content.name,
        "lead": offered.content.lead,
        "region_name": divisions.full_name(offered.region),
        "join_url": leading.link(offered.id),
        "cards": [card.title for card in offered.content.cards],
        "halls": _halls(said),
        "updated_on": clock.local_date(act.at).isoformat(),
    }
    if phone := next((one.phone for one in said if one.phone), ""):
        data["phone"] = phone
    return documents.order_print(
        poster.document_id,
        Template.PACKAGE_POSTER,
        ids.public_number("HB", act.at),
        data,
        service=_ROOM,
        subject=f"{_SUBJECT}:{offered.id}",
        region=offered.region,
    )


def _halls(said: list[Content]) -> list[PosterHall]:
    """The halls of the package's items, each once, those that name their hours first."""
    places = {place.name: place for one in said for place in sorted(one.places, key=lambda spot: spot.hours)}
    found = sorted(places.values(), key=lambda place: not place.hours)[:_MOST_HALLS]
    return [_hall(place.name, place.address, place.hours) for place in found]


def _hall(name: str, address: str, hours: str) -> PosterHall:
    hall: PosterHall = {"name": name}
    if address:
        hall["address"] = address
    if hours:
        hall["hours"] = hours
    return hall
