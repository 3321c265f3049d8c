"""A city of its own with a county: a general desk, departments, and people at their posts."""

import datetime as dt
import itertools
from dataclasses import dataclass, field
from typing import Any

import pytest

from mashangban.deadlines import service as deadlines
from mashangban.domains.helpdesk import listeners
from mashangban.domains.helpdesk.models import TABLE, HelpDeadlineRecord
from mashangban.domains.helpdesk.schemas import (
    DepartmentForm,
    PostForm,
    TicketAnswer,
    TicketAsked,
    TicketView,
    TicketWord,
)
from mashangban.domains.helpdesk.service import asking, climbing, handling, offices, rating
from mashangban.domains.helpdesk.terms import Level, PostKind, TicketClass, TicketTopic
from mashangban.identity import service as identity
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from tests.identity.conftest import new_mobile
from tests.pump import Pump

_CITIES = itertools.count(7000)
ASKER = Principal("helpdesk-nobody", "s", (), real_name=True)


def act(actor: Principal, at: dt.datetime | None = None) -> Act:
    return Act(actor, at or clock.now())


@dataclass
class Town:
    """One county of a city nobody else has. `clerk`, `lead` and `boss` are at 应答, 主办 and 督办."""

    pump: Pump
    city: str = field(default_factory=lambda: str(next(_CITIES)))

    def __post_init__(self) -> None:
        self.county = f"{self.city}06"
        self.keeper = self.officer(self.county)
        self.mayor = self.officer(self.city)
        self.desk = self.department("区12345", general=True)
        self.wages = self.department("区人社局", TicketTopic.WAGES)
        self.above = self.department("市建委", TicketTopic.HOME, region=f"{self.city}00", keeper=self.mayor)
        self.clerk = self.staff(self.wages, PostKind.FRONT)
        self.colleague = self.staff(self.wages, PostKind.FRONT, PostKind.LEAD)
        self.lead = self.staff(self.wages, PostKind.LEAD)
        self.other = self.staff(self.desk, PostKind.FRONT, PostKind.LEAD)
        self.boss = self.staff(self.desk, PostKind.WATCH)
        self.asker = self.person()

    def person(self, *grants: tuple[Role, str]) -> Principal:
        """Somebody that identity knows."""
        who = identity.ensure_person(act(ASKER), new_mobile())
        held = tuple(Grant(role, Scope.parse(scope)) for role, scope in grants)
        return Principal(who, ids.new_id(), held, real_name=True)

    def officer(self, region: str) -> Principal:
        role = Role.CITY_OFFICER if len(region) == 4 else Role.COUNTY_OFFICER
        return self.person((role, f"region:{region}"))

    def department(
        self,
        name: str,
        *topics: TicketTopic,
        general: bool = False,
        region: str = "",
        keeper: Principal | None = None,
    ) -> str:
        form = DepartmentForm(
            name=name,
            region=region or self.county,
            level=Level.CITY if region.endswith("00") and region else Level.COUNTY,
            topics=list(topics),
            general=general,
        )
        return offices.open_department(act(keeper or self.keeper), form).id

    def staff(self, department_id: str, *kinds: PostKind) -> Principal:
        """An officer of the county at posts of a department."""
        who = self.officer(self.county)
        offices.fill_post(act(self.keeper), department_id, who.person_id, PostForm(kinds=list(kinds)))
        return who

    def asked(self, by: Principal | None = None, **differs: Any) -> str:
        """A ticket about wages, a complaint unless told otherwise."""
        given: dict[str, Any] = {
            "region": self.county,
            "topic": TicketTopic.WAGES,
            "klass": TicketClass.COMPLAINT,
            "text": "工地欠了两个月工资，找班组长说没钱",
        }
        return asking.ask(act(by or self.asker), TicketAsked(**given | differs)).id

    def taken(self, one: str, by: Principal | None = None) -> str:
        handling.take(act(by or self.clerk), one)
        return one

    def answered(self, one: str, by: Principal | None = None) -> str:
        reply = TicketAnswer(text="已责令三日内支付")
        handling.answer(act(by or self.clerk), self.taken(one, by), reply)
        return one

    def closed(self) -> str:
        one = self.answered(self.asked())
        asking.confirm(act(self.asker), one, TicketWord(solved=True))
        return one

    def seen(self, ticket_id: str, by: Principal | None = None) -> TicketView:
        return rating.show(act(by or self.asker), ticket_id)

    def later(self, **span: float) -> dt.datetime:
        """The clock of the table runs at a later moment."""
        moment = clock.now() + dt.timedelta(**span)
        while deadlines.sweep(HelpDeadlineRecord, moment, climbing.fire).fired:
            pass
        return moment


def _town(url: str) -> Town:
    return Town(Pump(url, TABLE, listeners.on_event, listeners.on_message, listeners.on_item))


@pytest.fixture(scope="module")
def town(engine_url: str) -> Town:
    """One town a file: each test asks its own tickets."""
    from tests import engine as engines

    engines.connect(engine_url)
    return _town(engine_url)


@pytest.fixture
def county(engine_url: str) -> Town:
    """A town of one test: who is on duty in another is of no account."""
    from tests import engine as engines

    engines.connect(engine_url)
    return _town(engine_url)
