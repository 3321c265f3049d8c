"""Worlds of several sizes, written straight into an engine through the rooms' own records.

The whole is 7,340 projects of 200 workers each over the ninety counties of one province, a month of pay before all of
them. One county is written whole: projects, sites and teams by the product's own acts, of each worker the contract, its
list row, the pay line and its list row. Every other project only counts on the boards of its county, city and province,
as much as the first one does: no list of the county reads what lies elsewhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import Any

from demo import scale as demo
from demo.scale import A_PROJECT, PROJECTS
from mashangban.domains.wages.models import TABLE as WAGES
from mashangban.domains.wages.models import LineFactsRecord
from mashangban.domains.wages.repository import boards as pay_boards
from mashangban.domains.wages.repository import lines as pay_lines
from mashangban.domains.wages.rules import board as pay_board
from mashangban.domains.wages.rules import pay
from mashangban.domains.wages.rules.line import Line, line_id
from mashangban.domains.wages.terms import LineState
from mashangban.domains.workers.models import TABLE as WORKERS
from mashangban.domains.workers.repository import boards as contract_boards
from mashangban.domains.workers.repository import contracts
from mashangban.domains.workers.rules import board as contract_board
from mashangban.domains.workers.rules.contract import Contract
from mashangban.employment.rules import Employment, Named
from mashangban.kernel import boards, history, ids
from mashangban.kernel.boards import Counters
from mashangban.kernel.dynamodb import client
from mashangban.kernel.events import Subject
from mashangban.kernel.settings import Table
from mashangban.registry import divisions
from mashangban.registry import listeners as registry
from mashangban.registry.models import TABLE as REGISTRY

PROVINCE, COUNTY, MONTH = "33", "330106", "2026-10"
CONTRACTOR = Named("g" * 26, "样例建工有限公司")
HALF_DAYS = 44
A_WRITE = 25  # items of one BatchWriteItem
THREADS = 4
UNSEEN = 30
CHAIN = "0" * 64  # no event lies before what is written so
Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class World:
    """What was written: the county's projects, and its workers with their contracts and pay. No listener has seen
    `unseen` yet."""

    share: int
    projects: tuple[str, ...]
    contracts: tuple[Contract, ...]
    lines: tuple[Line, ...]
    unseen: tuple[Line, ...]

    @property
    def workers(self) -> int:
        """In the whole province."""
        return projects_of(self.share) * A_PROJECT


def projects_of(share: int) -> int:
    """All projects of a world of one in `share`."""
    return -(-PROJECTS // share)


def lay(share: int) -> World:
    """A world of one in `share`: the county's items and everybody's boards."""
    counties = [one.code for one in divisions.counties(PROVINCE)]
    counties.sort(
        key=lambda one: one != COUNTY
    )  # the written one first: it has the most where they don't come out even
    homes = [counties[n % len(counties)] for n in range(projects_of(share))]
    grounds = [demo.lay(n, COUNTY) for n in range(homes.count(COUNTY))]
    made = [demo.contract(ground, place, Random(place)) for ground in grounds for place in range(A_PROJECT)]
    lines = [_line(one) for one in made]
    _write(WORKERS, [item for one in made for item in _contract_items(one)])
    seen, unseen = lines[:-UNSEEN], lines[-UNSEEN:]
    _write(WAGES, [item for one in lines for item in _line_items(one)])
    _write(WAGES, [_row(one) for one in seen])
    projects = tuple(ground.site.id for ground in grounds)
    _name(projects)
    _count(projects, homes, made[:A_PROJECT], lines[:A_PROJECT])
    return World(share, projects, tuple(made), tuple(seen), tuple(unseen))


def _line(of: Contract) -> Line:
    """What the contract's worker earned in the month, before their eyes."""
    employment = Employment(
        contract_id=of.id, number=of.number, person_id=of.worker.person_id, name_masked=of.worker.name_masked,
        project=Named(of.project.id, of.project.name), region=of.project.region, employer=of.employer,
        general_contractor=CONTRACTOR, team=of.team, foreman_id="f" * 26, trade=Named(of.trade.code, of.trade.name),
        pay=of.pay, starts_on=of.period.start, ends_on=of.period.end, in_force=True, version=1,
    )  # fmt: skip
    return Line(
        id=line_id(of.id, MONTH), table_id=ids.new_id(), month=MONTH, employment=employment,
        content=pay.computed(of.pay, HALF_DAYS, 0), state=LineState.SHOWN, asked_at=datetime(2026, 11, 5, tzinfo=UTC),
        version=1,
    )  # fmt: skip


def _contract_items(one: Contract) -> Iterator[Item]:
    kept = contracts.record_of(one)
    kept.version, kept.chain = 1, CHAIN
    yield kept.serialize()
    yield contract_boards.row(one, contract_board.contribution(one)).serialize()


def _line_items(one: Line) -> Iterator[Item]:
    kept = pay_lines.record_of(one)
    kept.version, kept.chain = 1, CHAIN
    yield kept.serialize()
    yield LineFactsRecord(one.subject.pk, "FACTS", employment=one.employment).serialize()


def _row(one: Line) -> Item:
    return pay_boards.row_of(one, pay_board.contribution(one)).serialize()


def _name(projects: Sequence[str]) -> None:
    """What the registry's listener keeps of each project."""
    for one in projects:
        for event in history.of(REGISTRY, Subject("project", one)):
            registry.on_event(event)


def _write(table: Table, items: Sequence[Item]) -> None:
    """All items, twenty-five a call."""

    def put(start: int) -> None:
        wanted = [{"PutRequest": {"Item": item}} for item in items[start : start + A_WRITE]]
        while wanted:
            answer = client().batch_write_item(RequestItems={table.physical: wanted})
            wanted = answer.get("UnprocessedItems", {}).get(table.physical, [])

    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(put, range(0, len(items), A_WRITE)))


def _count(
    written: Sequence[str], homes: Sequence[str], crew: Sequence[Contract], lines: Sequence[Line]
) -> None:
    """The boards of every county, city and of the province, each project counting what the crew counts."""
    there = [*written, *(ids.new_id() for _ in homes[len(written) :])]
    order = sorted(homes, key=lambda one: one != COUNTY)
    of_crew = _sum(contract_board.contribution(one) for one in crew)
    of_lines = _sum(pay_board.contribution(one) for one in lines)
    contracts_in = {
        c: contract_board.summed(dict.fromkeys(_in(c, order, there), of_crew)) for c in set(homes)
    }
    pay_in = {c: pay_board.summed([(p, of_lines) for p in _in(c, order, there)]) for c in set(homes)}
    for length in (6, 4, 2):
        if length < 6:
            contracts_in = {
                r: contract_board.summed(below) for r, below in _above(contracts_in, length).items()
            }
            pay_in = {r: pay_board.summed(below.items()) for r, below in _above(pay_in, length).items()}
        for region, counted in contracts_in.items():
            _put(WORKERS, f"region:{region}", counted)
        for region, counted in pay_in.items():
            _put(WAGES, pay_board.name(MONTH, region), counted)


def _in(county: str, homes: Sequence[str], projects: Sequence[str]) -> list[str]:
    return [project for home, project in zip(homes, projects, strict=True) if home == county]


def _above(counted: Mapping[str, Counters], length: int) -> dict[str, dict[str, Counters]]:
    """Regions by the region of so many digits they lie in."""
    found: dict[str, dict[str, Counters]] = {}
    for region, one in counted.items():
        found.setdefault(region[:length], {})[region] = one
    return found


def _sum(counted: Iterator[Counters]) -> Counters:
    total: Counters = {}
    for one in counted:
        for key, n in one.items():
            total[key] = total.get(key, 0) + n
    return total


def _put(table: Table, name: str, counted: Counters) -> None:
    boards.replace(table, name, lambda: counted)
