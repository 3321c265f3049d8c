"""What the home's side does: look for doubles, report, say whether it is repaired, rate, take back."""

from collections.abc import Callable
from dataclasses import replace

from mashangban.deadlines import service as deadlines
from mashangban.domains.homes import errors, events, permissions
from mashangban.domains.homes.repository import defectrows as rows
from mashangban.domains.homes.repository import defects as repository
from mashangban.domains.homes.repository import estates, homes
from mashangban.domains.homes.rules import defect as rules
from mashangban.domains.homes.rules import ladder, tally
from mashangban.domains.homes.rules.defect import Defect, Spot
from mashangban.domains.homes.rules.duplicates import Sight, candidates
from mashangban.domains.homes.rules.estate import Estate
from mashangban.domains.homes.rules.home import Home
from mashangban.domains.homes.rules.warranty import warranty_of
from mashangban.domains.homes.schemas import DefectDone, LikelyList, LikelyQuery, Rating, Rejection, Report
from mashangban.domains.homes.service import defecttelling as telling
from mashangban.domains.homes.service import defectviews
from mashangban.domains.homes.terms import ResidentRole
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import following
from mashangban.kernel.pagination import MAX_LIMIT, PageRequest
from mashangban.kernel.permissions import Role

_COMPARED = 100
_MOST_KEPT = 18


def likely(act: Act, home_id: str, query: LikelyQuery) -> LikelyList:
    """Before reporting: the warranty, and what may have been reported already in the same building."""
    home = _home(act, home_id)
    estate = estates.get(home.estate_id)
    today = clock.local_date(act.at)
    warranty = warranty_of(query.category, estate.accepted_on(home.batch), home.handed_over_on, today)
    new = Sight("", "", home.id, home.door, home.batch, query.category, query.room, act.at)
    known = rows.of_building(home.estate_id, home.door.building, PageRequest(limit=_COMPARED)).items
    found = candidates(new, [tally.sight_of(row) for row in known if row.bucket != tally.ENDED])
    return LikelyList(warranty=defectviews.cover(warranty), likely=[defectviews.likely(one) for one in found])


def report(act: Act, home_id: str, given: Report) -> DefectDone:
    """Report a defect. Raises UnknownRoom, NotFound for somebody else's home, and what the files room says."""
    home = _home(act, home_id)
    estate = estates.get(home.estate_id)
    if given.spot.room not in estate.house_type(home.house_type).rooms:
        raise errors.UnknownRoom()
    require_photos(act, given.photos)
    new = defect_of(act, home, estate, given, (ids.new_id(act.at), act.actor.person_id))
    return begin(act, new, given.text)


def begin(act: Act, new: Defect, text: str, role: Role = Role.PERSON) -> DefectDone:
    """Write a new defect with its clocks and tell both sides."""
    accept = ladder.accept_clock(new.subject, new.region, act.at)
    onsite = ladder.onsite_clock(new.subject, new.region, act.at)
    due = deadlines.due_time_of(accept).moment
    told = telling.handlers(new, "homes.defect.to-accept", due=due, what=new.category.label)
    mine = telling.household(new, "homes.defect.received", due=due)
    data = {"category": new.category.value, "severity": new.severity.value, "home": new.home_id}
    event = following(act, events.DEFECT_REPORTED, new, role, data, (*mine, *told))
    answer = defectviews.done(new)
    repository.create(act, new, event, [accept, *([onsite] if onsite else [])], answer, text)
    return answer


def confirm(act: Act, defect_id: str) -> DefectDone:
    """The home's side says that it is repaired. Raises WrongStep."""
    return _end(act, defect_id, lambda one: rules.confirm(one, act.at), events.DEFECT_CONFIRMED)


def withdraw(act: Act, defect_id: str) -> DefectDone:
    """The home's side takes it back. Raises WrongStep."""
    return _end(act, defect_id, lambda one: rules.withdraw(one, act.at), events.DEFECT_WITHDRAWN)


def reject(act: Act, defect_id: str, given: Rejection) -> DefectDone:
    """Not fixed: handler and regulator are told at once, and a repair begins anew. Raises WrongStep."""
    return _again(act, defect_id, rules.reject, events.DEFECT_REJECTED, given)


def reopen(act: Act, defect_id: str, given: Rejection) -> DefectDone:
    """Broken again within the window. Raises WrongStep, ReopenTooLate."""
    return _again(act, defect_id, lambda one: rules.reopen(one, act.at), events.DEFECT_REOPENED, given)


def rate(act: Act, defect_id: str, given: Rating) -> DefectDone:
    """Stars for the repair, once. Raises WrongStep, AlreadyRated."""
    one = _own(act, defect_id)
    after = rules.rate(one, given.stars)
    event = following(act, events.DEFECT_RATED, one, Role.PERSON, {"stars": given.stars})
    answer = defectviews.done(after)
    repository.move(act, one, after, event, answer, text=given.text)
    return answer


def require_photos(act: Act, photos: list[str]) -> None:
    """They have come, they are the caller's; held from now on. Raises as `files.hold` does."""
    for photo in photos:
        files.hold(act, "homes", photo, {Purpose.SITE_PHOTO, Purpose.EVIDENCE})


def may_judge(one: Defect, home: Home, act: Act) -> bool:
    """Owners for every defect of their home, a tenant for their own report, while they live there."""
    found = home.resident(act.actor.person_id, clock.local_date(act.at))
    if found is None:
        return False
    return found.role is ResidentRole.OWNER or one.reporter_id == found.person_id


def _end(act: Act, defect_id: str, end: Callable[[Defect], Defect], kind: str) -> DefectDone:
    one = _own(act, defect_id)
    after = end(one)
    told = telling.handlers(one, "homes.defect.ended", state=after.state.label)
    event = following(act, kind, one, Role.PERSON, messages=told)
    answer = defectviews.done(after)
    repository.move(act, one, after, event, answer)
    return answer


def _again(
    act: Act, defect_id: str, again: Callable[[Defect], Defect], kind: str, given: Rejection
) -> DefectDone:
    one = _own(act, defect_id)
    require_photos(act, given.photos)
    after = replace(again(one), photos=(*one.photos, *given.photos)[-_MOST_KEPT:])
    times = str(after.marks.rejections + after.marks.reopens)
    told = (
        *telling.handlers(one, "homes.defect.not-fixed"),
        *telling.officers(one, "homes.defect.not-fixed-officer", state=times),
    )
    repair = ladder.repair_clock(one.subject, one.region, one.severity, act.at, after.round)
    event = following(act, kind, one, Role.PERSON, {"round": after.round}, told)
    answer = defectviews.done(after)
    repository.move(act, one, after, event, answer, text=given.text, begins=[repair])
    return answer


def _own(act: Act, defect_id: str) -> Defect:
    one = repository.get(defect_id)
    act.actor.reach(permissions.JUDGE_REPAIR)
    if not may_judge(one, homes.get(one.home_id), act):
        raise NotFound()
    return one


def _home(act: Act, home_id: str) -> Home:
    home = homes.get(home_id)
    act.actor.reach(permissions.REPORT)
    if home.resident(act.actor.person_id, clock.local_date(act.at)) is None:
        raise NotFound()
    return home


def defect_of(act: Act, home: Home, estate: Estate, given: Report, who: tuple[str, str]) -> Defect:
    """A defect as it begins; `who` are its own id and the person who reports it."""
    earlier = rows.of_home(home.id, PageRequest(limit=MAX_LIMIT)).items
    return Defect(
        id=who[0],
        number=ids.public_number("BX", act.at),
        home_id=home.id,
        estate_id=home.estate_id,
        estate_name=home.estate_name,
        region=home.region,
        builder=estate.builder,
        door=home.door,
        batch=home.batch,
        reporter_id=who[1],
        category=given.category,
        severity=given.severity,
        spot=Spot(given.spot.room, given.spot.x, given.spot.y),
        reported_at=act.at,
        accepted_on=estate.accepted_on(home.batch),
        handed_over_on=home.handed_over_on,
        photos=tuple(given.photos),
        repeat_of=tally.repeated(earlier, given.category, act.at),
    )
