"""Which arrivals are new, and what a bent chain looks like."""

from dataclasses import replace

import pytest

from mashangban.audit.errors import AlteredEvent
from mashangban.audit.rules.chains import ChainFault, Fault, Leaf, faults, new_to, place_of, unbroken_start
from mashangban.kernel.events import Event
from tests.audit import build


def logged(events: list[Event]) -> list[Leaf]:
    return [Leaf(index, event.leaf()) for index, event in enumerate(events)]


def stored(events: list[Event]) -> list[tuple[Event, str]]:
    return [(event, event.hash) for event in events]


def test_an_event_delivered_twice_is_taken_once() -> None:
    first, second = build.chain_of(2)
    known = {place_of(first): Leaf(0, first.leaf())}
    assert new_to(known, [first, second, second]) == [second]


def test_another_event_at_a_place_already_taken_is_refused() -> None:
    first, second = build.chain_of(2)
    forged = replace(second, actor="another")
    with pytest.raises(AlteredEvent, match=second.id):
        new_to({place_of(second): Leaf(0, second.leaf())}, [first, forged])
    with pytest.raises(AlteredEvent):
        new_to({}, [first, second, forged])


def test_a_receipt_stops_before_the_first_event_the_log_lacks() -> None:
    leaves = logged(build.chain_of(5))
    assert unbroken_start([*leaves[:2], *leaves[3:]]) == leaves[:2]
    assert unbroken_start(leaves[1:]) == []
    assert unbroken_start(leaves[::-1]) == leaves


def test_an_untouched_chain_has_no_fault() -> None:
    chain = build.chain_of(4)
    assert faults(stored(chain), logged(chain)) == []


def test_an_event_not_yet_in_the_log_is_pending() -> None:
    chain = build.chain_of(3)
    assert faults(stored(chain), logged(chain[:2])) == [ChainFault(Fault.PENDING, 3)]


def test_an_event_changed_in_the_table_is_found() -> None:
    chain = build.chain_of(3)
    changed = replace(chain[1], actor="another")
    found = faults(
        [(chain[0], chain[0].hash), (changed, chain[1].hash), (chain[2], chain[2].hash)], logged(chain)
    )
    assert found == [
        ChainFault(Fault.ALTERED, 2),
        ChainFault(Fault.REWRITTEN, 2),
        ChainFault(Fault.BENT, 3),
    ]


def test_a_chain_rewritten_from_the_start_is_found_by_the_log() -> None:
    chain = build.chain_of(2)
    other = build.chain_of(2, chain[0].subject)
    assert faults(stored(other), logged(chain)) == [
        ChainFault(Fault.REWRITTEN, 1),
        ChainFault(Fault.REWRITTEN, 2),
    ]


def test_removed_events_are_found_by_the_log() -> None:
    chain = build.chain_of(3)
    assert faults(stored(chain[:2]), logged(chain)) == [ChainFault(Fault.REMOVED, 3)]
    assert faults(stored([chain[0], chain[2]]), logged(chain)) == [
        ChainFault(Fault.GAP, 3),
        ChainFault(Fault.BENT, 3),
        ChainFault(Fault.REMOVED, 2),
    ]
