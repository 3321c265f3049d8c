"""The boards of claims: counted as claims go on, read at once."""

from collections.abc import Mapping

from mashangban.domains.claims import events, permissions
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.repository import boards, budgets, claims, offers
from mashangban.domains.claims.rules import tally
from mashangban.domains.claims.rules.tally import Sort
from mashangban.domains.claims.schemas.boards import ClaimBoard, ClaimCell
from mashangban.domains.claims.terms.boards import Movement, Purse, Reached, Span
from mashangban.kernel import history
from mashangban.kernel.boards import Counters
from mashangban.kernel.errors import NotFound, Stale
from mashangban.kernel.events import Event
from mashangban.kernel.labelled import Labelled
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Place, Principal
from mashangban.registry import divisions

_NEWEST = PageRequest(limit=1)
_MOVEMENTS = {
    events.APPROVED: Movement.HELD,
    events.PAID: Movement.PAID,
    events.RETURNED: Movement.RETURNED,
    events.RECOVERED: Movement.RECOVERED,
}
_UNKNOWN = "没有数据"


def count(claim_id: str) -> None:
    """Let the boards count a claim as it stands. Raises Stale when another delivery was faster: it comes again."""
    one = claims.get(claim_id)
    last = {event.type: event.at for event in history.of(TABLE, one.subject)}
    kept = claims.sorts(claim_id)
    names = ((one.terms.region, "county"), (_UNKNOWN, "industry"), (_UNKNOWN, "size"))
    sort = Sort(*(kept.get(name, otherwise) for otherwise, name in names))
    if not boards.count(one, tally.counted(one, last, sort)):
        raise Stale()


def note(event: Event) -> None:
    """Note how the money of a claim's line moved."""
    boards.note(event, claims.get(event.subject.id), _MOVEMENTS[event.type])


def of_region(actor: Principal, region: str) -> ClaimBoard:
    """What became of the claims of a region's policies and of those below. Raises NotFound beyond reach."""
    actor.reach(permissions.VIEW_BUDGET).require(Place(region=region))
    below = {one.code: one.name for one in divisions.below(region)}
    return _board(boards.of_region(region), divisions.full_name(region), region, below, None)


def of_policy(actor: Principal, policy_id: str) -> ClaimBoard:
    """The same of one policy whose budget was opened. Raises NotFound beyond reach."""
    line = budgets.find(policy_id)
    if line is None:
        raise NotFound()
    actor.reach(permissions.VIEW_BUDGET).require(line.place)
    found, looks = boards.of_policy(policy_id), offers.of_policy(policy_id, _NEWEST).items
    counties = [key.partition(".")[2] for key in found if key.startswith("place.")]
    names = {code: divisions.full_name(code) for code in counties}
    met = looks[0].met_in_all() if looks else None
    return _board(found, line.title, line.region, names, met)


def _board(found: Counters, name: str, region: str, places: Mapping[str, str], met: int | None) -> ClaimBoard:
    return ClaimBoard(
        name=name,
        region=region,
        met=met,
        reached=_worded(found, "reached", Reached),
        purses=_worded(found, "fen", Purse),
        places=[
            ClaimCell(key=k, label=v, value=found[f"place.{k}"])
            for k, v in places.items()
            if found.get(f"place.{k}")
        ],
        industries=_most(found, "industry"),
        sizes=_most(found, "size"),
        hours=_hours(found),
    )


def _worded(found: Counters, group: str, words: type[Labelled]) -> list[ClaimCell]:
    return [
        ClaimCell(key=one.value, label=one.label, value=found.get(f"{group}.{one.value}", 0)) for one in words
    ]


def _most(found: Counters, group: str) -> list[ClaimCell]:
    """The words of a group, the most money first."""
    keys = [name.partition(".")[2] for name, value in found.items() if name.startswith(f"{group}.") and value]
    cells = [ClaimCell(key=key, label=key, value=found[f"{group}.{key}"]) for key in keys]
    return sorted(cells, key=lambda one: -one.value)


def _hours(found: Counters) -> list[ClaimCell]:
    return [
        ClaimCell(key=one.value, label=one.label, value=found.get(f"minutes.{one.value}", 0) // times // 60)
        for one in Span
        if (times := found.get(f"times.{one.value}", 0))
    ]
