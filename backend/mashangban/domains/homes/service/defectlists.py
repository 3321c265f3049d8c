"""Looking at defects: one whole, a home's, a contractor's, an estate's and a county's; boards; the public page."""

from datetime import datetime

from mashangban.domains.homes import permissions
from mashangban.domains.homes.repository import defectrows as rows
from mashangban.domains.homes.repository import defects as repository
from mashangban.domains.homes.repository import estates, homes
from mashangban.domains.homes.rules import tally
from mashangban.domains.homes.rules.defect import Defect
from mashangban.domains.homes.schemas import (
    Cell,
    DefectBoard,
    DefectRow,
    DefectsQuery,
    DefectView,
    Promise,
    RepairRow,
    RepairsQuery,
)
from mashangban.domains.homes.service import defectviews, reporting
from mashangban.domains.homes.terms import Category, Climb, DefectState, Payer, ResidentRole
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Permission, Place, Principal
from mashangban.registry import divisions
from mashangban.registry import service as registry

_PARTS = 50


def show(act: Act, defect_id: str) -> DefectView:
    """A defect whole, for its home's side, the builder's side and the regulators. Raises NotFound beyond reach."""
    one = repository.get(defect_id)
    mine = reporting.may_judge(one, homes.get(one.home_id), act)
    reach = act.actor.reach(permissions.VIEW_DEFECT)
    if not (mine or reach.covers(one.place) or reach.covers(one.repairers)):
        raise NotFound()
    return defectviews.view(one, act.at, _acts(act, one, mine=mine), costs=not mine)


def of_home(act: Act, home_id: str, page: PageRequest) -> Page[DefectRow]:
    """A home's defects: all of them for owners and the builder, a tenant's own for a tenant. Raises NotFound."""
    home = homes.get(home_id)
    found = rows.of_home(home_id, page)
    resident = home.resident(act.actor.person_id, clock.local_date(act.at))
    if resident is None:
        act.actor.reach(permissions.LIST_DEFECTS).require(Place(home.region, frozenset({home.builder_id})))
        return found.map(defectviews.row)
    owner = resident.role is ResidentRole.OWNER
    seen = [row for row in found.items if owner or row.reporter_id == resident.person_id]
    return Page(seen, found.next_cursor).map(defectviews.row)


def at_place(actor: Principal, query: DefectsQuery) -> Page[DefectRow]:
    """An estate's or a county's defects of one bucket, the oldest first. Raises NotFound beyond reach."""
    reach = actor.reach(permissions.LIST_DEFECTS)
    if _is_region(query.where):
        reach.require(Place(region=query.where))
        return rows.of_county(query.where, query.bucket, query.page).map(defectviews.row)
    estate = estates.get(query.where)
    reach.require(Place(estate.region, frozenset({estate.builder.id})))
    if not query.building:
        return rows.of_estate(query.where, query.bucket, query.page).map(defectviews.row)
    found = rows.of_building(query.where, query.building, query.page)
    return Page([row for row in found.items if row.bucket == query.bucket], found.next_cursor).map(
        defectviews.row
    )


def to_repair(act: Act, query: RepairsQuery) -> Page[RepairRow]:
    """What a unit was told to repair, what is due first at the head of a page. Raises NotFound beyond reach."""
    act.actor.reach(permissions.REPAIR).require(Place(orgs=frozenset({query.contractor})))
    found = repository.of_repairer(query.contractor, query.page)
    clocks = repository.repair_clocks(found.items)
    rows_ = [defectviews.repair_row(one, clocks.get(one.id, []), act.at) for one in found.items]
    return Page(sorted(rows_, key=_due), found.next_cursor)


def count(defect_id: str) -> bool:
    """Let a defect count as it stands now; False when that was done already."""
    return rows.count(tally.listed(repository.get(defect_id)))


def rebuild(estate_id: str) -> dict[str, int]:
    """An estate's board counted anew from its rows."""
    return rows.replace("estate", estate_id, lambda: tally.summed(rows.all_of_estate(estate_id), "estate"))


def board(actor: Principal, where: str) -> DefectBoard:
    """A region's or an estate's defects. Raises NotFound beyond reach and for what does not exist."""
    reach = actor.reach(permissions.VIEW_DEFECT_BOARD)
    if where.isdecimal() and len(where) in (2, 4, 6):
        reach.require(Place(region=where))
        if divisions.find(where) is None:
            raise NotFound()
        return _board("region", where, divisions.name(where))
    estate = estates.get(where)
    reach.require(Place(estate.region, frozenset({estate.builder.id})))
    return _board("estate", where, estate.name)


def promise(builder_id: str) -> Promise:
    """A builder's public page: rates with the number of cases behind each, nothing of any person."""
    builder = registry.enterprise(builder_id)
    counted = rows.counters("builder", builder_id)
    cases, answered, fixed, again, rated = (
        counted.get(key, 0) for key in (tally.CASES, tally.ANSWERED, tally.FIXED, tally.AGAIN, tally.RATED)
    )
    return Promise(
        builder_id=builder.id,
        builder_name=builder.name,
        cases=cases,
        answered=answered,
        answered_percent=_percent(answered, cases),
        answer_hours=_mean(counted.get(tally.ANSWER_MINUTES, 0) / 60, answered),
        fixed=fixed,
        fixed_percent=_percent(fixed, cases),
        fix_days=_mean(counted.get(tally.FIX_HOURS, 0) / 24, fixed),
        again=again,
        again_percent=_percent(again, cases),
        rated=rated,
        stars=_mean(counted.get(tally.STARS, 0), rated),
    )


def _due(row: RepairRow) -> tuple[bool, datetime]:
    return row.due_at is None, row.due_at or row.reported_at


def _acts(act: Act, one: Defect, *, mine: bool) -> list[str]:
    def reaches(permission: Permission, place: Place) -> bool:
        return act.actor.holds(permission) and act.actor.reach(permission).covers(place)

    found = defectviews.home_acts(one, act.at) if mine else []
    if reaches(permissions.ANSWER_DEFECT, one.place):
        found += defectviews.builder_acts(one)
    if reaches(permissions.REPAIR, one.repairers):
        found += defectviews.repair_acts(one)
    if reaches(permissions.HANDLE_DEFECT, one.place):
        found += defectviews.officer_acts(one)
    return found


def _board(kind: str, where: str, name: str) -> DefectBoard:
    counted = rows.counters(kind, where)

    def cells(group: str, labels: dict[str, str]) -> list[Cell]:
        found = {
            key.partition(".")[2]: n for key, n in counted.items() if key.startswith(f"{group}.") and n > 0
        }
        ordered = sorted(found.items(), key=lambda one: -one[1])[:_PARTS]
        return [Cell(key=key, label=labels.get(key, key), count=n) for key, n in ordered]

    return DefectBoard(
        where=where,
        name=name,
        open=counted.get("sum.open", 0),
        late=counted.get("sum.late", 0),
        again=counted.get("sum.again", 0),
        ended=counted.get("sum.ended", 0),
        cost_fen=counted.get(tally.COST, 0),
        cost_cases=counted.get(tally.COSTED, 0),
        payers=_payers(counted),
        repaired=counted.get(tally.REPAIRED, 0),
        repeats=counted.get(tally.REPEATS, 0),
        repeat_percent=_percent(counted.get(tally.REPEATS, 0), counted.get(tally.REPAIRED, 0)),
        states=cells("state", {one.value: one.label for one in DefectState}),
        climbs=cells("climb", {one.value: one.label for one in Climb}),
        categories=cells("category", {one.value: one.label for one in Category}),
        buildings=cells("building", {}),
        contractors=cells("contractor", _names(counted, "contractor")),
        parts=cells("part", _places(where, counted)),
    )


def _payers(counted: dict[str, int]) -> list[Cell]:
    sums = [(one, counted.get(f"cost.by-{one.value}", 0)) for one in Payer]
    return [Cell(key=one.value, label=one.label, count=fen) for one, fen in sums if fen]


def _names(counted: dict[str, int], group: str) -> dict[str, str]:
    keys = [key.partition(".")[2] for key, n in counted.items() if key.startswith(f"{group}.") and n > 0]
    return {one.id: one.name for one in registry.enterprises(keys[:_PARTS])} if keys else {}


def _places(where: str, counted: dict[str, int]) -> dict[str, str]:
    keys = [key.partition(".")[2] for key, n in counted.items() if key.startswith("part.") and n > 0]
    if len(where) < 6:
        return {key: divisions.name(key) for key in keys}
    return registry.project_names(where, keys)


def _percent(part: int, whole: int) -> int | None:
    return round(100 * part / whole) if whole else None


def _mean(total: float, cases: int) -> float | None:
    return round(total / cases, 1) if cases else None


def _is_region(where: str) -> bool:
    return len(where) == 6 and where.isdecimal()
