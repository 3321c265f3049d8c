"""Asking for one's own data, and fetching what was packed."""

from datetime import timedelta

from mashangban.kernel import ids, limits
from mashangban.kernel.acts import Act
from mashangban.kernel.events import happened
from mashangban.kernel.limits import Limit
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.processes.mydata import errors, events, repository
from mashangban.processes.mydata.models import TABLE
from mashangban.processes.mydata.rules import Package
from mashangban.processes.mydata.schemas import DataPackage
from mashangban.processes.mydata.terms import A_DAY, PackageState

_ASKED = Limit(TABLE, "packages", A_DAY, timedelta(days=1))


def ask(act: Act) -> DataPackage:
    """Have everything packed that is kept of the caller. Raises TooManyPackages."""
    limits.count(_ASKED, act.actor.person_id, act.at, errors.TooManyPackages)
    one = Package(ids.new_id(act.at), act.actor.person_id, act.at)
    answer = _view(one, act)
    repository.ask(act, one, happened(act, events.ASKED, one.subject), answer)
    return answer


def mine(act: Act, page: PageRequest) -> Page[DataPackage]:
    """The caller's packages, the newest first, with a link to what lies ready."""
    return repository.of_person(act.actor.person_id, page).map(lambda one: _view(one, act))


def give_back(one: Package) -> None:
    """What was given up counts for none of the three of its day."""
    limits.give_back(_ASKED, one.person_id, one.asked_at)


def _view(one: Package, act: Act) -> DataPackage:
    state = one.state(act.at)
    return DataPackage(
        id=one.id,
        state=state.value,
        state_label=one.told(act.at),
        asked_at=one.asked_at,
        ready_at=one.ready_at,
        until=one.until,
        size=one.size,
        sha256=one.sha256,
        url=repository.link(one.id) if state is PackageState.READY else None,
    )
