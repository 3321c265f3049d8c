"""Who takes part in the month, on which days, and what they saw: kept for the tests to look at."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from playwright.sync_api import Browser

from tests.e2e.crew import Worker, hire
from tests.e2e.office import Office, Offices
from tests.e2e.phone import Phone
from tests.e2e.world import Caller, Json, Site, World
from tests.stack import LocalStack

TEAM = "钢筋班"
COUNTY = "330106"
EMPLOYER = "杭州样例建筑劳务有限公司"
RATE_FEN = 36_000
SUNDAY = 6
# The foreman may call a roll some days late; what is older, only the gate saw.
ROLLED_BACK, REPLAYED_BACK = 6, 28


@dataclass
class Month:
    """`a` confirms; `b` objects, and the bank sends the transfer back; `c` is changed after confirming and says that
    nothing came."""

    browser: Browser
    offices: Offices
    site: Site
    a: Worker
    b: Worker
    c: Worker
    phones: dict[str, Phone] = field(default_factory=dict)
    desks: dict[str, Office] = field(default_factory=dict)
    saw: dict[str, str] = field(default_factory=dict)
    slips: dict[str, bytes] = field(default_factory=dict)
    photo: bytes = b""
    table_id: str = ""
    account: str = ""

    @property
    def world(self) -> World:
        return self.site.world

    @property
    def stack(self) -> LocalStack:
        assert isinstance(self.world.stack, LocalStack)
        return self.world.stack

    @property
    def workers(self) -> tuple[Worker, Worker, Worker]:
        return self.a, self.b, self.c

    @cached_property
    def days(self) -> list[date]:
        """The working days of the month whose noon after has passed, the newest last."""
        return working_days(self.world.today)

    @cached_property
    def rolled(self) -> list[date]:
        """The days on which the foreman calls the roll; on the last one the gate sees something else."""
        return [day for day in self.days if day >= self.world.today - timedelta(days=ROLLED_BACK)]

    @property
    def asked(self) -> date:
        return self.rolled[-1]

    @property
    def month(self) -> str:
        return self.days[-1].isoformat()[:7]

    @property
    def month_words(self) -> str:
        return f"{self.days[-1].year}年{self.days[-1].month}月"

    def line_id(self, worker: Worker) -> str:
        return f"{worker.contract_id}-{self.month.replace('-', '')}"

    def line(self, worker: Worker) -> Json:
        """The worker's own pay of the month, as the service tells it."""
        return worker.read(f"/v1/wages/lines/{self.line_id(worker)}")

    def phone(self, who: str, owner: Caller) -> Phone:
        """Somebody's phone, opened once."""
        if who not in self.phones:
            self.phones[who] = Phone(self.browser, self.world, memory=owner.memory)
        return self.phones[who]

    def phone_of(self, who: str) -> Phone:
        worker = {"a": self.a, "b": self.b, "c": self.c}[who]
        return self.phone(who, worker.caller)

    def desk(self, username: str) -> Office:
        """Somebody's desk, signed in once."""
        if username not in self.desks:
            self.desks[username] = self.offices.desk(username)
        return self.desks[username]

    def close(self) -> list[str]:
        """Put everything away; gives what broke on the phones."""
        for desk in self.desks.values():
            desk.context.close()
        for phone in self.phones.values():
            phone.close()
        return [error for phone in self.phones.values() for error in phone.errors]


def working_days(today: date) -> list[date]:
    """Days that are over, of the month of four days ago, Sundays left out."""
    last, first = today - timedelta(days=2), today - timedelta(days=REPLAYED_BACK)
    month = (today - timedelta(days=4)).month
    every = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [day for day in every if day.month == month and day.weekday() != SUNDAY]


def begin(browser: Browser, offices: Offices, site: Site) -> Month:
    """Three workers whose contracts began before the month did."""
    since = site.world.today - timedelta(days=60)
    a, b, c = hire(site, offices, TEAM, 3, since)
    return Month(browser, offices, site, a, b, c)
