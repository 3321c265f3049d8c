"""`python -m demo.scale SIZE`: fill the running local stack with contracts in force, quickly (`make demo-scale`).

SIZE is `county`, `city` or `province` (1/1000, 1/100, 1/10 of 7,340 projects with 200 workers each), or a number of
workers. Projects, sites and teams are made by the product's own acts. Contracts are written by the repository as they
stand in force, one event each that says `generated`: nobody signed them, no file lies behind them, and their workers
have no account. Lists, boards and the log follow through the streams, as for any contract. Stop it with Ctrl-C; the
next run of the same size goes on where it stopped.
"""

import hashlib
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from demo.ground import MINIMUM_WAGE_FEN, SYSTEM, act, officer_of
from demo.people import FEMALE, MALE, SURNAMES
from mashangban.domains.workers import errors, events, schemas
from mashangban.domains.workers.repository import contracts as store
from mashangban.domains.workers.rules.contract import Contract, Milestones, Period, Site, Worker
from mashangban.domains.workers.service import presenting, sites, teams
from mashangban.domains.workers.terms import TRADES, ContractState, PeriodKind
from mashangban.employment.rules import Named, Pay
from mashangban.employment.terms import PayBasis
from mashangban.identity import service as identity
from mashangban.identity.identifiers import mask_name
from mashangban.identity.identifiers.organisation import body_check_character, check_character
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import happened
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from mashangban.registry import divisions
from mashangban.registry import service as registry
from mashangban.registry.errors import CodeTaken
from mashangban.registry.schemas.inputs import EnterpriseInput, EnterpriseQuery, ProjectInput, ProjectQuery

PROJECTS, A_PROJECT = 7_340, 200
REGIONS = {"county": ("330106", 1000), "city": ("3301", 100), "province": ("33", 10)}
THREADS = 4
DAILY_FEN = {"020": 36000, "040": 33000, "050": 34000, "010": 33000, "190": 32000, "240": 35000}


@dataclass(frozen=True, slots=True)
class Size:
    """How many workers, and over which counties their projects are spread."""

    workers: int
    counties: tuple[str, ...]

    @property
    def projects(self) -> int:
        return -(-self.workers // A_PROJECT)


@dataclass(frozen=True, slots=True)
class Ground:
    """A project ready for its workers."""

    number: int
    site: Site
    employer: Named
    teams: tuple[Named, ...]


def size_of(text: str) -> Size:
    """What SIZE asks for. Raises ValueError for anything else."""
    region, share = REGIONS.get(text, ("330106", 0))
    workers = PROJECTS * A_PROJECT // share if share else int(text)
    if not 0 < workers <= PROJECTS * A_PROJECT:
        raise ValueError(text)
    wide = region if share else ("33" if workers > A_PROJECT * 50 else region)
    return Size(workers, tuple(county.code for county in divisions.counties(wide)))


def fill(size: Size, say: Callable[[str], None]) -> int:
    """Make what is missing of a world of this size; gives the number of contracts written."""
    written, seen, started = 0, 0, time.monotonic()
    with ThreadPoolExecutor(THREADS) as pool:
        for number in range(size.projects):
            ground = lay(number, size.counties[number % len(size.counties)])
            crew = min(A_PROJECT, size.workers - number * A_PROJECT)
            written += sum(pool.map(lambda place, on=ground: _hire(on, place), range(crew)))
            seen += crew
            rate = written / max(time.monotonic() - started, 0.001)
            say(f"{seen:,} / {size.workers:,} 名工人，每秒 {rate:,.0f} 份合同 / workers, contracts a second")
    return written


def lay(number: int, county: str) -> Ground:
    """Project `number` with its site and teams: made, or found from an earlier run."""
    firms = {key: _firm(county, key, name) for key, name in _FIRMS.items()}
    project = registry.project(_project(number, county, firms))
    clerk = Principal(
        "system:demo", "", (Grant(Role.LABOUR_CLERK, Scope("project", project.id)),), real_name=True
    )
    sites.describe_site(act(clerk), project.id, _notice(county))
    phone = f"137{number:08d}"
    identity.ensure_person(act(SYSTEM), phone)
    _add_teams(clerk, project.id, firms["labour"].id, phone)
    made = [Named(team.id, team.name) for team in sites.show_project(clerk, project.id).teams]
    return Ground(number, teams.site_of(project), firms["labour"], tuple(made))


_FIRMS = {"owner": "样例建设投资有限公司", "gc": "样例建工有限公司", "labour": "样例劳务有限公司"}


def _firm(county: str, key: str, name: str) -> Named:
    code, officer = _credit_code(county, key), officer_of(county)
    form = EnterpriseInput(
        uscc=code, name=f"{divisions.name(county)}{name}", county=county, legal_person="陈国良"
    )
    try:
        return Named(registry.register_enterprise(act(officer), form).id, form.name)
    except CodeTaken:
        (found,) = registry.list_enterprises(officer, EnterpriseQuery(q=code)).items
        return Named(found.id, found.name)


def _credit_code(county: str, key: str) -> str:
    """Valid in form, of an organisation that does not exist."""
    body = f"MA0D{list(_FIRMS).index(key):04d}"
    first = f"91{county}{body}{body_check_character(body)}"
    return first + check_character(first)


def _project(number: int, county: str, firms: dict[str, Named]) -> str:
    code, officer = f"2604-{county}-04-01-{300_000 + number}", officer_of(county)
    parties = [
        {"enterprise_id": firms[key].id, "kind": kind}
        for key, kind in (("owner", "15"), ("gc", "16"), ("labour", "13"))
    ]
    form = {"code": code, "name": f"样例工程 {number + 1} 号", "county": county, "address": "样例路 1 号"}
    try:
        made = registry.register_project(
            act(officer), ProjectInput.model_validate({**form, "parties": parties})
        )
    except CodeTaken:
        (made,) = registry.list_projects(officer, ProjectQuery(q=code)).items
    return made.id


def _notice(county: str) -> schemas.SiteForm:
    return schemas.SiteForm.model_validate(
        {
            "labour_clerk_name": "李秀英",
            "labour_clerk_phone": "0571-85000000",
            "project_office": "样例工程项目部",
            "authority": f"{divisions.name(county)}住房和城乡建设局",
            "minimum_wage_fen": MINIMUM_WAGE_FEN["33"],
            "pay_day": 15,
            "complaint_phones": [{"label": "劳动保障监察", "phone": "12333"}],
            "insurance": ["工伤保险"],
        }
    )


def _add_teams(clerk: Principal, project_id: str, employer: str, phone: str) -> None:
    """Two teams; one that stands from an earlier run is left as it is."""
    for name, codes in (("钢筋混凝土班", ("020", "040", "050")), ("砌筑装修班", ("010", "190", "240"))):
        jobs = [
            {
                "trade_code": code,
                "pay": {"basis": "daily", "amount_fen": DAILY_FEN[code], "unit": "天", "pay_day": 15},
            }
            for code in codes
        ]
        form = {"enterprise_id": employer, "name": name, "foreman_phone": phone, "jobs": jobs}
        try:
            teams.create_team(act(clerk), project_id, schemas.TeamForm.model_validate(form))
        except errors.TeamNameTaken:
            continue


def _hire(ground: Ground, place: int) -> int:
    """Write the contract of one worker; 0 when an earlier run did."""
    chance = Random(ground.number * A_PROJECT + place)
    new = contract(ground, place, chance)
    told = Act(SYSTEM, new.milestones.sealed_at or new.milestones.opened_at)
    data = {"generated": True, "team": new.team.id, "project": new.project.id}
    event = happened(told, events.SEALED, new.subject, data, role=Role.SYSTEM)
    try:
        store.offer(told, new, event, presenting.done(new, version=1))
    except errors.SecondOpenContract:
        return 0
    return 1


def contract(ground: Ground, place: int, chance: Random) -> Contract:
    """The contract in force of the worker at this place of the crew."""
    opened = clock.now() - timedelta(days=chance.randint(1, 120), minutes=chance.randint(0, 1439))
    code = chance.choice(("020", "040", "050") if place % 2 == 0 else ("010", "190", "240"))
    start = clock.local_date(opened)
    man = chance.random() < 0.85
    born = chance.randint(1968, 2006)
    name = chance.choice(SURNAMES) + chance.choice(MALE if man else FEMALE)
    shown = f"{ground.site.region[:3]}***********{place % 100:02d}9{chance.randint(0, 9)}"
    return Contract(
        id=ids.new_id(opened),
        number=ids.public_number("HT", opened),
        state=ContractState.SEALED,
        project=ground.site,
        employer=ground.employer,
        team=_team(ground, place),
        worker=Worker(_nobody(ground.site.id, place), mask_name(name), shown, start.year - born),
        trade=TRADES[code],
        period=Period(PeriodKind.FIXED, start, start + timedelta(days=chance.randint(200, 700))),
        pay=Pay(PayBasis.DAILY, DAILY_FEN[code], "天", 15),
        insurance=("工伤保险",),
        certificate=None,
        notes=(),
        document_id=ids.new_id(opened),
        milestones=Milestones(*_steps(opened)),
    )


def _team(ground: Ground, place: int) -> Named:
    wanted = "钢筋混凝土班" if place % 2 == 0 else "砌筑装修班"
    return next(team for team in ground.teams if team.name == wanted)


def _steps(opened: datetime) -> Iterator[datetime]:
    return (opened + timedelta(minutes=5 * step) for step in range(5))


def _nobody(project_id: str, place: int) -> str:
    """A person's id that is always the same for this place, so that a second run finds their contract."""
    digest = hashlib.sha256(f"scale|{project_id}|{place}".encode()).digest()
    return ids.base32(int.from_bytes(digest), 26)


def main() -> int:
    """Fill, and say how fast."""
    try:
        size = size_of(sys.argv[1] if len(sys.argv) > 1 else "county")
    except ValueError:
        print("SIZE：county、city、province 或工人数 / or a number of workers", file=sys.stderr)
        return 2
    try:
        written = fill(size, lambda line: print(f"  · {line}", flush=True))
    except KeyboardInterrupt:
        print("  · 已停下，再运行一次会接着做 / stopped; run it again to go on")
        return 130
    print(f"  · 写入 {written:,} 份；列表和看板随事件流更新 / written; lists and boards follow")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
