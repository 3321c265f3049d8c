"""The work history that a worker owns: read by them, and shown to others for a while by their own act."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from mashangban.domains.workers import events, permissions
from mashangban.domains.workers.repository import certificates, skills, trainings
from mashangban.domains.workers.repository import shares as repository
from mashangban.domains.workers.rules import history as rules
from mashangban.domains.workers.rules import sharing
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.rules.sharing import Chosen, Look, Share
from mashangban.domains.workers.schemas.histories import (
    HistoryView,
    LookRow,
    SharedCertificate,
    SharedHistory,
    SharedTraining,
    ShareForm,
    ShareView,
    Work,
)
from mashangban.domains.workers.service import certifying, schooling
from mashangban.identity import service as identity
from mashangban.identity.identifiers import mask_name
from mashangban.kernel import clock, codes
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound, RealNameRequired
from mashangban.kernel.events import happened
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Principal, Role
from mashangban.kernel.settings import settings

CODE_PURPOSE = "history"
_BODY = 16
T = TypeVar("T")


def mine(actor: Principal) -> HistoryView:
    """The caller's own history."""
    actor.reach(permissions.VIEW_HISTORY)
    today = clock.local_date(clock.now())
    return HistoryView(
        name_masked=identity.person(actor.person_id).name_masked or "",
        works=[_work(one) for one in _works(actor.person_id)],
        certificates=[certifying.row(one, today) for one in certificates.of_person(actor.person_id)],
        trainings=[
            schooling.my_row(one, today)
            for one in trainings.of_person(actor.person_id)
            if one.confirmed_at is not None
        ],
    )


def share(act: Act, form: ShareForm) -> ShareView:
    """Show the chosen lines to whoever holds the new code, until its time is over. Raises NothingToShare, NotFound."""
    act.actor.reach(permissions.SHARE_HISTORY)
    person = identity.real_name(act.actor.person_id)
    if person is None:
        raise RealNameRequired()
    chosen = Chosen(tuple(form.works), tuple(form.certificates), tuple(form.trainings))
    sharing.check_chosen(chosen)
    _require_own(person.person_id, chosen)
    until = act.at + form.hours.span
    new = Share(codes.new_body(_BODY), person.person_id, mask_name(person.name), chosen, act.at, until)
    data = {"until": clock.to_text(until), "shown": chosen.count}
    event = happened(act, events.HISTORY_SHARED, new.subject, data, role=Role.PERSON)
    answer = _view(new, act)
    repository.make(act, new, event, answer)
    return answer


def revoke(act: Act, share_id: str) -> ShareView:
    """Take a code back: it opens nothing from this moment on."""
    before = _own(act.actor, share_id)
    after = sharing.revoke(before, act.at)
    answer = _view(after, act)
    if before.revoked_at is not None:
        repository.remember(act, answer)
        return answer
    version, chain = before.version + 1, before.chain
    event = happened(
        act,
        events.HISTORY_SHARE_REVOKED,
        before.subject,
        role=Role.PERSON,
        version=version,
        previous=chain,
    )
    repository.revoke(act, before, event, answer)
    return answer


def my_shares(actor: Principal, page: PageRequest) -> Page[ShareView]:
    """The caller's codes, the latest first, each with how often it was looked at."""
    actor.reach(permissions.VIEW_HISTORY)
    act = Act(actor, clock.now())
    return repository.of_person(actor.person_id, page).map(lambda one: _view(one, act))


def looks(actor: Principal, share_id: str, page: PageRequest) -> Page[LookRow]:
    """When and from what kind of device one of the caller's codes was looked at."""
    _own(actor, share_id)
    return repository.looks(share_id, page).map(LookRow.model_validate)


def open_shared(code: str, look: Look) -> SharedHistory:
    """What a code shows now; the look is counted and its owner sees it.

    Raises AlteredCode, ShareRevoked, ShareEnded, ShareTooOften.
    """
    share_id = codes.read(CODE_PURPOSE, code)
    if not repository.look(share_id, look):
        raise sharing.why_closed(repository.share(share_id), look.at)
    return _shown(repository.share(share_id), look)


def _shown(one: Share, look: Look) -> SharedHistory:
    today = clock.local_date(look.at)
    works = _chosen(_works(one.person_id), one.chosen.works, lambda work: work.id)
    held = _chosen(certificates.of_person(one.person_id), one.chosen.certificates, lambda own: own.id)
    attended = _chosen(trainings.of_person(one.person_id), one.chosen.trainings, lambda own: own.training_id)
    return SharedHistory(
        name_masked=one.name_masked,
        until=one.until,
        works=[_work(work) for work in works],
        certificates=[
            SharedCertificate(
                title=own.title,
                number_masked=own.number_masked,
                valid_until=own.valid_until,
                state_label=own.state.label,
                standing_label=own.standing.label,
                usable=own.usable(today),
            )
            for own in held
        ],
        trainings=[
            SharedTraining(
                title=own.title,
                level_label=own.level.label,
                project_name=own.project_name,
                hours=own.hours,
                held_on=own.held_on,
            )
            for own in attended
        ],
    )


def _chosen(found: Iterable[T], ids: tuple[str, ...], name: Callable[[T], str]) -> list[T]:
    return [one for one in found if name(one) in ids]


def _require_own(person_id: str, chosen: Chosen) -> None:
    """One shows one's own lines only."""
    works = {one.id for one in _works(person_id)}
    held = {one.id for one in certificates.of_person(person_id)}
    attended = {one.training_id for one in trainings.of_person(person_id) if one.confirmed_at}
    own = works >= set(chosen.works) and held >= set(chosen.certificates)
    if not own or not attended >= set(chosen.trainings):
        raise NotFound()


def _works(person_id: str) -> list[Contract]:
    return [one for one in skills.contracts_of(person_id) if rules.worked(one)]


def _work(contract: Contract) -> Work:
    today = clock.local_date(clock.now())
    first, last = rules.days_of(contract)
    return Work(
        id=contract.id,
        project_name=contract.project.name,
        county_name=contract.project.county_name,
        employer_name=contract.employer.name,
        trade_name=contract.trade.name,
        first_day=first,
        last_day=last,
        months=rules.months(first, last or today),
        ongoing=last is None,
    )


def _own(actor: Principal, share_id: str) -> Share:
    actor.reach(permissions.SHARE_HISTORY)
    found = repository.share(share_id)
    if found.person_id != actor.person_id:
        raise NotFound()
    return found


def _view(one: Share, act: Act) -> ShareView:
    live = one.open_at(act.at)
    code = codes.issue(CODE_PURPOSE, one.id)
    return ShareView(
        id=one.id,
        made_at=one.made_at,
        until=one.until,
        revoked_at=one.revoked_at,
        open=live,
        views=one.views,
        shown=one.chosen.count,
        code_url=f"{settings().public_url}/j/h/{code}" if live else None,
    )
