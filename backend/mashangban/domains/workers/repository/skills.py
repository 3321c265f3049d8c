"""Where certificates and training count: rows that the listener keeps at the projects where their owners work."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from mashangban.domains.workers.models import TABLE, ContractRecord, OpenContractRecord
from mashangban.domains.workers.models.skills import SkillRow, TrainedRow
from mashangban.domains.workers.repository import contracts
from mashangban.domains.workers.repository.certificates import day_key
from mashangban.domains.workers.rules import board, skill_board
from mashangban.domains.workers.rules.certificate import Licence
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.rules.skill_listing import ListedLicence, listed
from mashangban.domains.workers.terms import ContractState
from mashangban.domains.workers.terms.skills import Standing
from mashangban.kernel import boards, ids, pagination
from mashangban.kernel.boards import Counters
from mashangban.kernel.errors import Busy
from mashangban.kernel.pagination import Page, PageRequest

_TRIES = 6
_FIELDS = tuple(ListedLicence.__dataclass_fields__)
Row = SkillRow | TrainedRow


def contracts_of(person_id: str) -> list[Contract]:
    """A person's contracts, the latest first (one query; a person has a few)."""
    found = ContractRecord.query(f"PERSON#{person_id}", index_name="GSI2", scan_index_forward=False, limit=50)
    return [contracts.to_contract(record) for record in found]


def in_force_at(project_id: str, person_id: str) -> Contract | None:
    """The contract in force of a person at a project: at most one is open (two consistent reads)."""
    try:
        guard = OpenContractRecord.get(f"OPEN#{project_id}#{person_id}", "OPEN", consistent_read=True)
    except OpenContractRecord.DoesNotExist:
        return None
    found = contracts.contract(guard.contract_id)
    return found if found.state is ContractState.SEALED else None


def waiting(project_id: str, page: PageRequest) -> Page[ListedLicence]:
    """A project's certificates that nobody has checked, by last day."""
    where = SkillRow.GSI1SK.startswith(f"{Standing.ENTERED.value}#")
    return pagination.query(SkillRow, f"CERTIFICATES-AT#{project_id}", page, index="GSI1", where=where).map(
        _listed
    )


def by_day(place: str, days: tuple[date, date] | None, page: PageRequest) -> Page[ListedLicence]:
    """The certificates of a project or a county (six digits) by last day, from one day to another when given."""
    county = len(place) == 6 and place.isdecimal()
    index, pk = ("GSI3", f"CERTIFICATES-IN#{place}") if county else ("GSI2", f"CERTIFICATES-BY-DAY#{place}")
    key: Any = getattr(SkillRow, f"{index}SK")
    # "$" sorts after "#", which follows the day.
    where = key.between(f"{days[0]}", f"{days[1]}$") if days else None
    return pagination.query(SkillRow, pk, page, index=index, where=where).map(_listed)


def place_licence(
    certificate_id: str, read: Callable[[], tuple[Licence, Contract | None]], known: Contract
) -> bool:
    """Let a certificate stand in a project's list and count on the boards as `read` finds it now.

    The row is read before the facts, and written only if nobody wrote it meanwhile: the last writer has seen the
    latest facts, in whatever order events arrive.
    """

    def wanted() -> tuple[SkillRow | None, Counters]:
        licence, contract = read()
        counted = skill_board.of_licence(licence) if contract else {}
        if contract is None or not counted:
            return None, {}
        return _row_of(listed(licence, contract), counted), counted

    return _place(SkillRow, f"CERTIFICATE#{certificate_id}", wanted, known)


def place_trained(read: Callable[[], bool], known: Contract) -> bool:
    """The same for whether a worker in force there was trained."""

    def wanted() -> tuple[TrainedRow | None, Counters]:
        counted = skill_board.of_trained(read())
        if not counted:
            return None, {}
        return TrainedRow(f"SKILLS#{known.project.id}", sk, counted=counted, mark=ids.new_id()), counted

    sk = f"TRAINED#{known.worker.person_id}"
    return _place(TrainedRow, sk, wanted, known)


def counted_at(project_id: str) -> Iterator[Counters]:
    """What each row of a project counts (consistent, every page)."""
    pk = f"SKILLS#{project_id}"
    for kind in (SkillRow, TrainedRow):
        prefix = "CERTIFICATE#" if kind is SkillRow else "TRAINED#"
        key: Any = kind.SK
        for record in kind.query(pk, key.startswith(prefix), consistent_read=True):
            yield record.counted


def _place(
    kind: type[Row],
    sk: str,
    wanted: Callable[[], tuple[Row | None, Counters]],
    known: Contract,
) -> bool:
    for _ in range(_TRIES):
        before = _get(kind, f"SKILLS#{known.project.id}", sk)
        row, counted = wanted()
        moves = boards.difference(before.counted if before else {}, counted)
        if row is None and before is None:
            return False
        if boards.write([_write(row, before), *_adds(known, moves)]):
            return True
    raise Busy()


def _get(kind: type[Row], pk: str, sk: str) -> Row | None:
    try:
        return kind.get(pk, sk, consistent_read=True)
    except kind.DoesNotExist:
        return None


def _write(row: Row | None, before: Row | None) -> dict[str, Any]:
    """Put the new row or delete the old one, if it is still the one that was seen."""
    if row is None:
        assert before is not None
        mark: Any = type(before).mark
        return {"Delete": before.get_delete_kwargs_from_instance(condition=mark == before.mark)}
    own: Any = type(row)
    condition = own.PK.does_not_exist() if before is None else own.mark == before.mark
    return {"Put": row.get_save_kwargs_from_instance(condition=condition)}


def _adds(contract: Contract, moves: Counters) -> Iterator[dict[str, Any]]:
    if moves:
        for name, _ in board.boards_of(contract):
            yield from boards.additions(TABLE, name, moves)


def _row_of(row: ListedLicence, counted: Counters) -> SkillRow:
    day = day_key(row.valid_until)
    return SkillRow(
        f"SKILLS#{row.project.id}",
        f"CERTIFICATE#{row.certificate_id}",
        GSI1PK=f"CERTIFICATES-AT#{row.project.id}",
        GSI1SK=f"{row.standing.value}#{day}#{row.certificate_id}",
        GSI2PK=f"CERTIFICATES-BY-DAY#{row.project.id}",
        GSI2SK=f"{day}#{row.certificate_id}",
        GSI3PK=f"CERTIFICATES-IN#{row.region}",
        GSI3SK=f"{day}#{row.project.id}#{row.certificate_id}",
        counted=counted,
        mark=ids.new_id(),
        **{name: getattr(row, name) for name in _FIELDS},
    )


def _listed(record: SkillRow) -> ListedLicence:
    return ListedLicence(**{name: getattr(record, name) for name in _FIELDS})
