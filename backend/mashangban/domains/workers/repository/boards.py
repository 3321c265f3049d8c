"""Lists and boards: what listeners keep of each contract, read in one query whatever their number."""

from collections.abc import Callable, Iterator
from typing import Any

from mashangban.domains.workers.models import TABLE, MemberRecord
from mashangban.domains.workers.rules import board
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.rules.listing import Listed, listed
from mashangban.domains.workers.terms import TRADES, ContractState
from mashangban.kernel import boards, clock, pagination
from mashangban.kernel.boards import Counters
from mashangban.kernel.pagination import Page, PageRequest


def of_team(team_id: str, page: PageRequest) -> Page[Listed]:
    """A team's contracts, newest first."""
    where = MemberRecord.SK.startswith("CONTRACT#")
    found = pagination.query(MemberRecord, f"TEAM#{team_id}", page, where=where, newest_first=True)
    return found.map(_listed)


def of_project(project_id: str, state: ContractState | None, page: PageRequest) -> Page[Listed]:
    """A project's contracts of one state, newest first; without a state, grouped by it."""
    return _by_state("GSI1", f"PROJECT#{project_id}", state, page)


def of_county(region: str, state: ContractState | None, page: PageRequest) -> Page[Listed]:
    """A county's contracts of one state, newest first; without a state, grouped by it."""
    return _by_state("GSI3", f"COUNTY#{region}", state, page)


def _by_state(index: str, pk: str, state: ContractState | None, page: PageRequest) -> Page[Listed]:
    key: Any = getattr(MemberRecord, f"{index}SK")
    where = key.startswith(f"{state.value}#") if state else None
    found = pagination.query(MemberRecord, pk, page, index=index, where=where, newest_first=True)
    return found.map(_listed)


def _listed(record: MemberRecord) -> Listed:
    values = {name: getattr(record, name) for name in Listed.__dataclass_fields__ if name != "trade"}
    return Listed(trade=TRADES[record.trade], **values)


def counters(name: str, *, consistent: bool = False) -> Counters:
    """All counters of a board, e.g. `{"state.sealed": 12}`; empty for a board nothing counted on yet."""
    return boards.counters(TABLE, name, consistent=consistent)


def count(contract: Contract) -> bool:
    """Replace what a contract counted before by what it counts now, everywhere in one transaction.

    False when the same or a later version was counted already: the stream delivers at least once and in no order
    across subjects.
    """
    before = _member(contract)
    if before is not None and int(before.version) >= contract.version:
        return False
    after = board.contribution(contract)
    moves = boards.difference(before.counted if before else {}, after)
    writes = [_put_member(contract, after, before), *_adds(contract, moves)]
    return boards.write(writes) or count(contract)  # another delivery was faster: look again


def counted_in_team(team_id: str) -> Iterator[tuple[str, Counters]]:
    """Each contract of a team with what it counts now (consistent reads, every page)."""
    key: Any = MemberRecord.SK
    found = MemberRecord.query(f"TEAM#{team_id}", key.startswith("CONTRACT#"), consistent_read=True)
    return ((record.contract_id, record.counted) for record in found)


def projects_of_county(region: str) -> set[str]:
    """The projects that ever had a contract in a county (every page of its list)."""
    return {record.project.id for record in MemberRecord.query(f"COUNTY#{region}", index_name="GSI3")}


def replace(name: str, recount: Callable[[], Counters]) -> Counters:
    """Put a board's counters as `recount` finds them; once more when somebody counted meanwhile. Raises Busy."""
    return boards.replace(TABLE, name, recount)


def _adds(contract: Contract, moves: Counters) -> Iterator[dict[str, Any]]:
    """A project's board moves with every step, regional ones only when a contract comes into force or leaves it."""
    for name, part in board.boards_of(contract):
        own = moves if name.startswith("project:") else board.regional(moves)
        if own:
            yield from boards.additions(TABLE, name, board.with_part(own, part))


def _member(contract: Contract) -> MemberRecord | None:
    try:
        return MemberRecord.get(f"TEAM#{contract.team.id}", f"CONTRACT#{contract.id}", consistent_read=True)
    except MemberRecord.DoesNotExist:
        return None


def row(contract: Contract, counted: Counters) -> MemberRecord:
    """A contract on the lists of its team, project and county, and what it counts."""
    shown = listed(contract)
    values = {name: getattr(shown, name) for name in Listed.__dataclass_fields__ if name != "trade"}
    place = f"{shown.state.value}#{clock.to_text(shown.opened_at)}"
    return MemberRecord(
        f"TEAM#{shown.team.id}",
        f"CONTRACT#{shown.contract_id}",
        GSI1PK=f"PROJECT#{shown.project.id}",
        GSI1SK=place,
        GSI3PK=f"COUNTY#{shown.region}",
        GSI3SK=place,
        trade=shown.trade.code,
        counted=counted,
        **values,
    )


def _put_member(contract: Contract, counted: Counters, before: MemberRecord | None) -> dict[str, Any]:
    version: Any = MemberRecord.version
    unseen = MemberRecord.PK.does_not_exist()
    condition = unseen if before is None else version == int(before.version)
    return {"Put": row(contract, counted).get_save_kwargs_from_instance(condition=condition)}
