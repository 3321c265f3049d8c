"""What people look at and do in a world, with calls, items, units and time."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any

from demo.ground import act
from mashangban.domains.wages import schemas as wages
from mashangban.domains.wages.service import answering
from mashangban.domains.wages.service import boards as pay_boards
from mashangban.domains.wages.service import viewing as pay
from mashangban.domains.wages.terms import CONSENT_VERSION
from mashangban.domains.workers.schemas import ContractListQuery
from mashangban.domains.workers.service import boards as contract_boards
from mashangban.domains.workers.service import viewing as contracts
from mashangban.domains.workers.terms import ContractState
from mashangban.kernel.dynamodb import client
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from tests.scale.world import COUNTY, MONTH, World

TIMES = 30
READS = ("GetItem", "Query", "BatchGetItem")
WRITES = ("TransactWriteItems",)
OFFICER = Principal("o" * 26, "", (Grant(Role.PROVINCE_OFFICER, Scope("region", "33")),), real_name=True)


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one look or act: calls to the engine that read, items they gave, read and write units, milliseconds (half of
    the tries took no longer)."""

    label: str
    calls: float
    items: float
    read: float
    written: float
    milliseconds: float


class _Meter:
    """Counts what the engine is asked while it is on."""

    def __init__(self) -> None:
        self.calls = self.items = 0
        self.units = dict.fromkeys((*READS, *WRITES), 0.0)

    def ask(self, params: dict[str, Any], **_: object) -> dict[str, Any]:
        return {**params, "ReturnConsumedCapacity": "TOTAL"}

    def note(self, parsed: dict[str, Any], model: Any, **_: object) -> None:
        found = parsed.get("ConsumedCapacity") or []
        entries = found if isinstance(found, list) else [found]
        self.units[model.name] += sum(one["CapacityUnits"] for one in entries)
        if model.name in READS:
            self.calls += 1
            batches = parsed.get("Responses", {}).values()
            self.items += ("Item" in parsed) + len(parsed.get("Items", ())) + sum(map(len, batches))


def measured(world: World) -> Iterator[Cost]:
    """Each look and act, on persons taken by chance (always the same)."""
    people = Random(7).sample(world.lines, TIMES)
    mine = [Principal(one.employment.person_id, "", real_name=True) for one in people]
    page, asked = PageRequest(limit=20), ContractListQuery(state=ContractState.SEALED, limit=20)
    for label, region in (("county", COUNTY), ("city", COUNTY[:4]), ("province", COUNTY[:2])):
        yield _cost(f"contracts board, {label}", [partial(contract_boards.board, OFFICER, region)] * TIMES)
        yield _cost(f"pay board, {label}", [partial(pay_boards.show, OFFICER, region, MONTH)] * TIMES)
    in_county = partial(contracts.contracts_of_county, OFFICER, COUNTY, asked)
    yield _cost("contracts of a county, a page", [in_county] * TIMES)
    yield _cost("my contracts", [partial(contracts.my_contracts, me, page) for me in mine])
    yield _cost("my pay lines", [partial(pay.my_lines, me, page) for me in mine])
    signed = [
        partial(answering.confirm, act(me), one.id, _hand()) for me, one in zip(mine, people, strict=True)
    ]
    yield _cost("confirm a pay line", signed)
    yield _cost("listener: a new line", [partial(pay_boards.count, one.id) for one in world.unseen])
    yield _cost("listener: a confirmed line", [partial(pay_boards.count, one.id) for one in people])


def _cost(label: str, tries: Sequence[Callable[[], object]]) -> Cost:
    meter, hooks, times = _Meter(), client().meta.events, []
    for name in meter.units:
        hooks.register(f"provide-client-params.dynamodb.{name}", meter.ask)
        hooks.register(f"after-call.dynamodb.{name}", meter.note)
    for one in tries:
        began = time.perf_counter()
        one()
        times.append(1000 * (time.perf_counter() - began))
    for name in meter.units:
        hooks.unregister(f"provide-client-params.dynamodb.{name}")
        hooks.unregister(f"after-call.dynamodb.{name}")
    n = len(tries)
    read = sum(meter.units[name] for name in READS) / n
    written = sum(meter.units[name] for name in WRITES) / n
    return Cost(label, meter.calls / n, meter.items / n, read, written, statistics.median(times))


def _hand() -> wages.WageConfirmation:
    strokes = [[[20 + 8 * n, 40 + (n % 5) * 20, 10 * n, 0.6] for n in range(30)]]
    return wages.WageConfirmation.model_validate(
        {
            "revision": 1, "strokes": strokes, "width": 320, "height": 200, "consent_version": CONSENT_VERSION,
            "read_aloud": True,
        }
    )  # fmt: skip
