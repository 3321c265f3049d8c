"""Boards of accounts and payments, read in one query; and counted anew when in doubt."""

from collections import Counter
from functools import partial

from mashangban.domains.payments import permissions
from mashangban.domains.payments.repository import accounts, runs
from mashangban.domains.payments.repository import boards as store
from mashangban.domains.payments.rules import board
from mashangban.domains.payments.schemas import PaymentBoardPart, PaymentBoardView
from mashangban.domains.payments.terms import AccountState, RunState
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Place, Principal
from mashangban.registry import divisions
from mashangban.registry import service as registry

_COUNTY = 6
_SHOWN = 50
_OPEN = (RunState.COLLECTING, RunState.MISMATCH, RunState.READY, RunState.SENDING)


def count_account(project_id: str) -> bool:
    """Let an account count as it stands now."""
    one = accounts.account(project_id)
    return store.count(
        one.subject, one.region, project_id, lambda: board.of_account(accounts.account(project_id))
    )


def count_run(run_id: str) -> bool:
    """Let a run count as it stands now."""
    one = runs.run(run_id)
    return store.count(
        one.subject, one.region, one.project.id, lambda: board.of_run(runs.run(run_id), runs.tally(run_id))
    )


def show_board(actor: Principal, region: str) -> PaymentBoardView:
    """The board of a province (2 digits), city (4) or county (6). Raises NotFound beyond reach."""
    actor.reach(permissions.VIEW_BOARD).require(Place(region=region))
    if divisions.find(region) is None:
        raise NotFound()
    found = store.counters(f"region:{region}")
    return PaymentBoardView(
        region=region,
        region_name=divisions.name(region),
        accounts_open=found.get(f"account.{AccountState.OPEN.value}", 0)
        + found.get(f"account.{AccountState.CLOSING.value}", 0),
        accounts_closed=found.get(f"account.{AccountState.CLOSED.value}", 0),
        runs_short=found.get(f"run.{RunState.SHORT.value}", 0),
        short_fen=found.get("short.fen", 0),
        runs_blocked=found.get(f"run.{RunState.BLOCKED.value}", 0),
        runs_open=sum(found.get(f"run.{state.value}", 0) for state in _OPEN),
        paid=found.get("paid.lines", 0),
        paid_fen=found.get("paid.fen", 0),
        returned=found.get("returned.lines", 0),
        failed=found.get("failed.lines", 0),
        parts=_parts(region, found),
    )


def rebuild_project(project_id: str) -> dict[str, int]:
    """A project's board from what its account and runs count; one a listener missed is counted on the way."""
    run_ids = [one.id for one in runs.all_of_project(project_id)]
    for run_id in run_ids:
        count_run(run_id)
    if accounts.find(project_id) is not None:
        count_account(project_id)
    subjects = [Subject("account", project_id), *(Subject("payrun", one) for one in run_ids)]
    return store.replace(f"project:{project_id}", partial(_of_subjects, subjects))


def rebuild_region(region: str) -> dict[str, int]:
    """The board of a county, city or province and every board below it. Raises Busy."""
    if len(region) == _COUNTY:
        kind, parts = "project", sorted({*store.accounts_of_county(region), *runs.projects_of_county(region)})
        for project_id in parts:
            rebuild_project(project_id)
    else:
        kind, parts = "region", [one.code for one in divisions.below(region)]
        for part in parts:
            rebuild_region(part)
    return store.replace(f"region:{region}", partial(_of_parts, kind, parts))


def _of_subjects(subjects: list[Subject]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for one in subjects:
        total.update(store.counted(one))
    return dict(total)


def _of_parts(kind: str, parts: list[str]) -> dict[str, int]:
    return board.summed({part: store.counters(f"{kind}:{part}", consistent=True) for part in parts})


def _parts(region: str, found: dict[str, int]) -> list[PaymentBoardPart]:
    paid = sorted(
        ((key.partition(".")[2], n) for key, n in found.items() if key.startswith("part.") and n > 0),
        key=lambda one: -one[1],
    )[:_SHOWN]
    if len(region) < _COUNTY:
        return [PaymentBoardPart(key=key, label=divisions.name(key), paid_fen=n) for key, n in paid]
    names = registry.project_names(region, [key for key, _ in paid])
    return [PaymentBoardPart(key=key, label=names.get(key, key), paid_fen=n) for key, n in paid]
