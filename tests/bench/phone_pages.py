"""The six pages that P8 names, each with somebody to look at it, in a running product with a small demo world."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from mashangban.kernel.acts import system_act
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role
from tests.bench import payroll
from tests.bench.bench_local_stack import lines_before, use
from tests.bench.bench_report_bytes import home_of
from tests.e2e.world import Caller, World, is_ready
from tests.stack import LocalStack, wait_for

TEAM = "砌筑抹灰班"
# Who acts for an enterprise that meets policies with money behind them; so many enterprises have some.
OPERATOR, COUNTY, FIRMS = "13900000043", "330203", "20"
WORLD_LIMIT_S = 400.0


@dataclass(frozen=True, slots=True)
class Visit:
    """One page: `shows` is there once it is drawn, `memory` is what the phone kept since the person signed in."""

    name: str
    path: str
    shows: str
    memory: Mapping[str, str] = field(default_factory=dict)


@contextmanager
def running(folder: Path) -> Iterator[LocalStack]:
    """The product with a demo world without workers, all streams read."""
    with LocalStack(folder, DEMO="1", DEMO_WORKERS="0", DEMO_FIRMS=FIRMS) as stack:
        wait_for(lambda: is_ready(folder), "the demo world", WORLD_LIMIT_S)
        stack.settle(WORLD_LIMIT_S)
        use(stack)
        yield stack


def visits(stack: LocalStack) -> list[Visit]:
    """Home, join, a wage line, a defect, a claim, a question."""
    world = World(stack)
    worker, operator = world.verified(world.newcomer()), world.caller(OPERATOR)
    person = str(worker.tokens["me"]["person_id"])
    line, home = _wage_line(person), home_of(person)
    claim = _claim(operator)
    stack.settle(WORLD_LIMIT_S)
    code = world.sites[0].team(TEAM)["code"]
    return [
        Visit("home", "/#/pages/home/index", "工资等您核对", worker.memory),
        Visit("join", f"/j/{code}", "谁雇您"),
        Visit("wage line", f"/#/wages/pages/line/index?id={line}", "没错，去签字", worker.memory),
        Visit("defect", f"/#/homes/pages/report/index?id={home}", "提交报修", worker.memory),
        Visit("claim", f"/#/claims/pages/hand-in/index?id={claim}", "核对一遍，再提交", operator.memory),
        Visit("ask", "/#/answers/pages/ask/index", "问", worker.memory),
    ]


def _wage_line(person: str) -> str:
    """A month's pay before its worker, in the table of its employer."""
    from mashangban.domains.wages import events
    from mashangban.domains.wages.repository import tables

    act = system_act("bench")
    made = following(act, events.TABLE_MADE, payroll.TABLE, Role.SYSTEM)
    tables.create(act, payroll.TABLE, made, None)
    [line] = lines_before(person, 1)
    return line


def _claim(operator: Caller) -> str:
    """A claim that its enterprise has begun, of the first policy that can be claimed."""
    firm = next(role["scope"][4:] for role in operator.tokens["me"]["roles"] if role["role"] == "operator")
    for policy in operator.get(f"/v1/policies/open?region={COUNTY}&limit=50").json()["items"]:
        begun = operator.post("/v1/claiming/claims", {"policy_id": policy["id"], "enterprise_id": firm})
        if begun.is_success:
            return str(begun.json()["id"])
    raise AssertionError(f"no policy of {COUNTY} can be claimed by {firm}")
