"""A zone's window: kept by its own office, with who works there and what they were trained in."""

from dataclasses import replace

from mashangban.domains.crossregion import errors, events, permissions
from mashangban.domains.crossregion.repository import windows as repository
from mashangban.domains.crossregion.rules import window as rules
from mashangban.domains.crossregion.rules.window import Clerk, Training, Window
from mashangban.domains.crossregion.schemas.windows import (
    ClerkEnd,
    ClerkView,
    WindowDeskView,
    WindowForm,
    WindowTrainingForm,
    WindowTrainingView,
    WindowView,
)
from mashangban.identity import service as identity
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Place, Role
from mashangban.registry import divisions


def show(region: str) -> WindowView:
    """A zone's window for everybody; empty while none was entered. Raises NotFound for what is no place."""
    if divisions.find(region) is None:
        raise NotFound()
    return WindowView.model_validate(repository.get(region))


def at_desk(act: Act, region: str) -> WindowDeskView:
    """The same with its clerks, for the offices of its zone. Raises NotFound beyond reach."""
    act.actor.reach(permissions.LIST_CASES).require(Place(region))
    return _view(act, repository.get(region))


def keep(act: Act, region: str, given: WindowForm) -> WindowDeskView:
    """Enter or change the window of one's own zone. Raises PlacesWrong, NotFound beyond reach."""
    before, role = _kept(act, region)
    after = replace(before, name=given.name, address=given.address, phone=given.phone, hours=given.hours)
    return _save(act, before, after, events.WINDOW_KEPT, role, {})


def train(act: Act, region: str, given: WindowTrainingForm) -> WindowDeskView:
    """Note a training of a clerk. Raises UnknownApplicant, TrainingWrong, NotFound beyond reach."""
    before, role = _kept(act, region)
    person_id = identity.find_by_phone(given.phone)
    if person_id is None:
        raise errors.UnknownApplicant()
    training = Training(given.topic, given.day, given.trainer)
    after = rules.train(before, person_id, training, clock.local_date(act.at))
    return _save(act, before, after, events.TRAINED, role, {"clerk": person_id, "day": str(given.day)})


def end(act: Act, region: str, given: ClerkEnd) -> WindowDeskView:
    """A clerk leaves the window. Raises TrainingWrong, NotFound beyond reach."""
    before, role = _kept(act, region)
    after = rules.leave(before, given.person_id)
    return _save(act, before, after, events.CLERK_LEFT, role, {"clerk": given.person_id})


def untrained(act: Act, region: str) -> bool:
    """Whether the caller has no training at this window that still counts: a page says so, nobody is turned away."""
    held = {clerk.person_id: clerk for clerk in repository.get(region).clerks}
    mine = held.get(act.actor.person_id)
    return mine is None or not mine.trained(clock.local_date(act.at))


def _kept(act: Act, region: str) -> tuple[Window, Role]:
    role = act.actor.role_for(permissions.KEEP_WINDOW, Place(region))
    if divisions.find(region) is None:
        raise errors.PlacesWrong()
    return repository.get(region), role


def _save(
    act: Act, before: Window, after: Window, kind: str, role: Role, data: dict[str, object]
) -> WindowDeskView:
    answer = _view(act, after)
    repository.save(act, before, after, following(act, kind, before, role, data), answer)
    return answer


def _view(act: Act, one: Window) -> WindowDeskView:
    return WindowDeskView(
        id=one.region,
        window=WindowView.model_validate(one),
        clerks=[_clerk(act, each) for each in one.clerks],
    )


def _clerk(act: Act, one: Clerk) -> ClerkView:
    return ClerkView(
        person_id=one.person_id,
        name=identity.person(one.person_id).name_masked or "未实名",
        trained=one.trained(clock.local_date(act.at)),
        trainings=[WindowTrainingView.model_validate(each) for each in one.trainings],
    )
