"""A worker's certificates: entered and prolonged by their holder, checked by those who employ them."""

from datetime import timedelta

from mashangban.domains.workers import events, permissions
from mashangban.domains.workers.repository import certificates as repository
from mashangban.domains.workers.repository import skills
from mashangban.domains.workers.rules import certificate as rules
from mashangban.domains.workers.rules.certificate import Check, Licence
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.rules.skill_listing import ListedLicence
from mashangban.domains.workers.schemas.certificates import (
    CheckForm,
    LicenceDone,
    LicenceForm,
    LicenceListQuery,
    LicenceRow,
    LicenceView,
    ProjectLicenceRow,
    Renewal,
)
from mashangban.domains.workers.service import certifying
from mashangban.domains.workers.terms.skills import REMIND_DAYS, CertificateState, Standing
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.identity import service as identity
from mashangban.identity.identifiers import mask_name
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound, RealNameRequired
from mashangban.kernel.events import happened
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place, Principal, Role
from mashangban.registry import service as registry

_FIRST_DAY = clock.from_text("2000-01-01T00:00:00Z").date()


def add(act: Act, form: LicenceForm) -> LicenceDone:
    """Enter one's own certificate with its photo. Raises CertificateUntrue, CertificateKnown, NotArrived."""
    act.actor.reach(permissions.HOLD_CERTIFICATES)
    kind, trade = rules.class_of(form.class_code, form.trade_code)
    rules.check_dates(kind, form.valid_until, clock.local_date(act.at))
    person = identity.real_name(act.actor.person_id)
    if person is None:
        raise RealNameRequired()
    files.hold(act, "workers", form.photo, Purpose.CERTIFICATE)
    new = Licence(
        id=ids.new_id(act.at),
        person_id=person.person_id,
        name_masked=mask_name(person.name),
        kind=kind,
        trade=trade,
        number=form.number,
        valid_until=form.valid_until,
        photo=form.photo,
        state=CertificateState.VALID,
        standing=Standing.ENTERED,
        added_at=act.at,
    )
    event = happened(act, events.CERTIFICATE_ADDED, new.subject, {"class": kind.code}, role=Role.PERSON)
    answer = certifying.done(new, version=1)
    repository.add(act, new, event, answer)
    return answer


def renew(act: Act, certificate_id: str, form: Renewal) -> LicenceDone:
    """A certificate was prolonged: a new last day, a new photo, to be checked again. Raises CertificateGone."""
    before = _own(act.actor, certificate_id)
    after = rules.renew(before, form.valid_until, form.photo, clock.local_date(act.at))
    if form.photo != before.photo:
        files.hold(act, "workers", form.photo, Purpose.CERTIFICATE)
    return _step(act, before, after, events.CERTIFICATE_RENEWED)


def remove(act: Act, certificate_id: str) -> LicenceDone:
    """Take one's own certificate out; contracts that name it stay as they are. Raises CertificateGone."""
    before = _own(act.actor, certificate_id)
    return _step(act, before, rules.remove(before), events.CERTIFICATE_REMOVED)


def check(act: Act, certificate_id: str, form: CheckForm) -> LicenceDone:
    """Somebody who employs the holder compared it with the paper. The holder is told. Raises CertificateGone."""
    before = repository.licence(certificate_id)
    reach = act.actor.reach(permissions.CHECK_CERTIFICATES)
    contract = next((one for one in _in_force(before.person_id) if reach.covers(one.place)), None)
    if contract is None:
        raise NotFound()
    role = act.actor.role_for(permissions.CHECK_CERTIFICATES, contract.place)
    who = f"{contract.project.name}（{role.label}{identity.person(act.actor.person_id).name_masked or ''}）"
    after = rules.judge(before, form.state, form.agrees, Check(who, act.at, form.note))
    told = certifying.tell_of_check(after, contract)
    data = {"state": form.state.value, "agrees": form.agrees, "contract": contract.id}
    event = certifying.next_event(act, events.CERTIFICATE_CHECKED, before, role, data, (told,))
    answer = certifying.done(after)
    repository.change(act, before, after, event, answer)
    return answer


def mine(actor: Principal) -> list[LicenceRow]:
    """The caller's own certificates."""
    actor.reach(permissions.VIEW_CERTIFICATES)
    today = clock.local_date(clock.now())
    return [certifying.row(one, today) for one in repository.of_person(actor.person_id)]


def show(actor: Principal, certificate_id: str) -> LicenceView:
    """A certificate with its photo, for its holder and for those who employ or oversee the holder."""
    one = repository.licence(certificate_id)
    mine = one.person_id == actor.person_id
    reach = actor.reach(permissions.VIEW_CERTIFICATES)
    places = [] if mine else [contract.place for contract in _in_force(one.person_id)]
    if not mine and not any(reach.covers(place) for place in places):
        raise NotFound()
    may_check = actor.holds(permissions.CHECK_CERTIFICATES) and any(
        actor.reach(permissions.CHECK_CERTIFICATES).covers(place) for place in places
    )
    photo = next(iter(files.links([one.photo])), None) if one.photo else None
    return certifying.view(one, photo, clock.now(), mine=mine, may_check=may_check)


def at_project(actor: Principal, project_id: str, query: LicenceListQuery) -> Page[ProjectLicenceRow]:
    """A project's certificates: an employer's office sees its own people's, the site's office all."""
    reach = actor.reach(permissions.LIST_CERTIFICATES)
    reach.require(registry.project(project_id).place)
    found = _listed(project_id, query)
    visible = [one for one in found.items if reach.covers(one.place)]
    return Page(visible, found.next_cursor).map(_row)


def at_county(actor: Principal, region: str, query: LicenceListQuery) -> Page[ProjectLicenceRow]:
    """A county's certificates by last day, for those who oversee it."""
    actor.reach(permissions.LIST_CERTIFICATES).require(Place(region=region))
    return _listed(region, query).map(_row)


def at(actor: Principal, place: str, query: LicenceListQuery) -> Page[ProjectLicenceRow]:
    """The certificates of a county (six digits) or of a project (its id)."""
    county = len(place) == 6 and place.isdecimal()
    return at_county(actor, place, query) if county else at_project(actor, place, query)


def _listed(place: str, query: LicenceListQuery) -> Page[ListedLicence]:
    today = clock.local_date(clock.now())
    if query.show == "waiting" and not place.isdecimal():
        return skills.waiting(place, query.page)
    days = {
        "expired": (_FIRST_DAY, today - timedelta(days=1)),
        "soon": (today, today + timedelta(days=REMIND_DAYS[0])),
    }.get(query.show or "")
    return skills.by_day(place, days, query.page)


def _row(one: ListedLicence) -> ProjectLicenceRow:
    return certifying.listed_row(one, clock.local_date(clock.now()))


def _in_force(person_id: str) -> list[Contract]:
    return [one for one in skills.contracts_of(person_id) if one.state.open]


def _own(actor: Principal, certificate_id: str) -> Licence:
    one = repository.licence(certificate_id)
    actor.reach(permissions.HOLD_CERTIFICATES).require(Place(persons=frozenset({one.person_id})))
    if one.person_id != actor.person_id:
        raise NotFound()
    return one


def _step(act: Act, before: Licence, after: Licence, kind: str) -> LicenceDone:
    event = certifying.next_event(act, kind, before, Role.PERSON)
    answer = certifying.done(after)
    repository.change(act, before, after, event, answer)
    return answer
