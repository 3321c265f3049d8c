"""Safety training sessions: held by a site's office or a team's foreman, with a list of who was there."""

from mashangban.domains.workers import events, permissions
from mashangban.domains.workers.repository import boards, contracts, teams
from mashangban.domains.workers.repository import trainings as repository
from mashangban.domains.workers.rules import training as rules
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.rules.team import Team
from mashangban.domains.workers.rules.training import Trainee, Training
from mashangban.domains.workers.schemas import ContractRow
from mashangban.domains.workers.schemas.trainings import (
    PickForm,
    TraineeRow,
    TrainingDone,
    TrainingForm,
    TrainingRow,
    TrainingView,
)
from mashangban.domains.workers.service import presenting, schooling
from mashangban.domains.workers.service.teams import site_of
from mashangban.domains.workers.terms import ContractState
from mashangban.domains.workers.terms.skills import Presence
from mashangban.employment.rules import Named
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.identity import service as identity
from mashangban.kernel import clock, codes, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event, happened
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Principal
from mashangban.kernel.settings import settings
from mashangban.registry import service as registry
from mashangban.registry.rules.records import Project


def hold(act: Act, project_id: str, form: TrainingForm) -> TrainingDone:
    """Record a session that was held; its code can be scanned at once. Raises TrainingDayWrong, NotArrived."""
    rules.check_day(form.held_on, clock.local_date(act.at))
    project = registry.project(project_id)
    team = _team(act, project, form.team_id)
    held = _training(act, project, team, form)
    role = act.actor.role_for(permissions.HOLD_TRAINING, held.place)
    for photo in form.photos:
        files.hold(act, "workers", photo, Purpose.SITE_PHOTO)
    data = {"project": project_id, "level": held.level.value, "hours": held.hours}
    event = happened(act, events.TRAINING_HELD, held.subject, data, role=role)
    answer = TrainingDone(id=held.id, title=held.title, listed=0, confirmed=False)
    repository.hold(act, held, event, answer)
    return answer


def pick(act: Act, training_id: str, form: PickForm) -> TrainingDone:
    """Put people of contracts in force on the list; each is asked to confirm. Whoever is on it stays as they are.

    Raises TrainingFull.
    """
    held = repository.training(training_id, act.actor.reach(permissions.HOLD_TRAINING))
    role = act.actor.role_for(permissions.HOLD_TRAINING, held.place)
    chosen = {one.worker.person_id: one for one in map(contracts.contract, dict.fromkeys(form.contract_ids))}
    fresh = [one for one in chosen.values() if _fits(held, one)]
    places: list[tuple[Trainee, Event]] = []
    for contract in fresh:
        person_id = contract.worker.person_id
        place = rules.listing(held, person_id, contract.worker.name_masked, Presence.PICKED, act.at)
        told = (schooling.ask_to_confirm(place),)
        data = {"training": held.id, "contract": contract.id}
        event = happened(act, events.TRAINING_PICKED, place.subject, data, role=role, messages=told)
        places.append((place, event))
    rules.check_room(held, len(places))
    answer = TrainingDone(id=held.id, title=held.title, listed=held.listed + len(places), confirmed=False)
    repository.enlist(act, held, places, answer) if places else repository.remember(act, answer)
    return answer


def at_project(actor: Principal, project_id: str, page: PageRequest) -> Page[TrainingRow]:
    """A project's sessions, the latest first; a foreman sees those of their own teams."""
    reach = actor.reach(permissions.VIEW_TRAINING)
    whole = reach.covers(registry.project(project_id).place)
    led = [team for team in teams.teams_of_foreman(actor.person_id) if team.project.id == project_id]
    if not whole and not led:
        raise NotFound()
    found = repository.at_project(project_id, page)
    visible = [one for one in found.items if reach.covers(one.place)]
    return Page(visible, found.next_cursor).map(schooling.row)


def show(actor: Principal, training_id: str) -> TrainingView:
    """A session with its list, for those who hold or oversee it."""
    held = repository.training(training_id, actor.reach(permissions.VIEW_TRAINING))
    code = codes.issue(schooling.CODE_PURPOSE, held.id)
    open_now = held.scannable(clock.local_date(clock.now()))
    return TrainingView(
        **schooling.row(held).model_dump(),
        recorded_by=held.recorded_by,
        photos=files.links(list(held.photos)),
        code=code if open_now else None,
        code_url=f"{settings().public_url}/j/t/{code}" if open_now else None,
        trainees=[_trainee(one) for one in repository.trainees(training_id)],
    )


def may_hold_at(actor: Principal, project_id: str) -> bool:
    """Whether this office records sessions for the whole of a project."""
    return actor.reach(permissions.HOLD_TRAINING).covers(registry.project(project_id).place)


def candidates(actor: Principal, training_id: str) -> list[ContractRow]:
    """Who could be put on a session's list: the project's (or team's) contracts in force, the latest fifty; none for
    whoever may not put anyone on it."""
    held = repository.training(training_id)
    if not actor.holds(permissions.HOLD_TRAINING):
        return []
    if not actor.reach(permissions.HOLD_TRAINING).covers(held.place):
        return []
    page = boards.of_project(held.project.id, ContractState.SEALED, PageRequest(limit=50))
    wanted = [one for one in page.items if held.team is None or one.team.id == held.team.id]
    return [presenting.listed_row(one) for one in wanted]


def _trainee(one: Trainee) -> TraineeRow:
    return TraineeRow(
        worker_name_masked=one.name_masked,
        presence=one.presence,
        presence_label=one.presence.label,
        listed_at=one.listed_at,
        confirmed_at=one.confirmed_at,
        signed=one.signed,
    )


def _fits(held: Training, contract: Contract) -> bool:
    """In force at the session's own project (and team), and not on the list yet. Raises NotFound beyond it."""
    elsewhere = contract.project.id != held.project.id or (held.team and contract.team.id != held.team.id)
    if elsewhere or contract.state is not ContractState.SEALED:
        raise NotFound()
    return repository.trainee(held.id, contract.worker.person_id) is None


def _team(act: Act, project: Project, team_id: str | None) -> Team | None:
    if team_id is None:
        return None
    team = teams.team(team_id, act.actor.reach(permissions.HOLD_TRAINING))
    if team.project.id != project.id:
        raise NotFound()
    return team


def _training(act: Act, project: Project, team: Team | None, form: TrainingForm) -> Training:
    recorder = identity.person(act.actor.person_id)
    parties = {one.enterprise_id for one in project.parties}
    orgs = {team.employer.id, team.general_contractor.id} if team else parties
    return Training(
        id=ids.new_id(act.at),
        project=site_of(project),
        orgs=tuple(sorted(orgs)),
        team=Named(team.id, team.name) if team else None,
        foreman_id=team.foreman_id if team else None,
        level=form.level,
        title=form.title,
        hours=form.hours,
        held_on=form.held_on,
        trainer=form.trainer,
        photos=tuple(form.photos),
        recorded_by=recorder.name_masked or recorder.label,
        held_at=act.at,
    )
