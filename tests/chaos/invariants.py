"""What must hold whatever was killed. Each check gives the sentences of what does not; none when all is well.

They look at the stored items themselves, not through the product's own queries, except where a product's recount is
what is asked for.
"""

import base64
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from mashangban.kernel import clock

Item = Mapping[str, Any]
Tables = Mapping[str, Sequence[Item]]
EVENT, GENESIS = "EVENT#", "0" * 64
PLACED = {"held", "offered", "booked", "present", "done"}


def text(item: Item, name: str) -> str:
    """An attribute as text; empty where there is none."""
    value = item.get(name, {"S": ""})
    return str(value.get("S", value.get("N", "")))


def events_of(items: Sequence[Item]) -> list[Item]:
    """The events of a table."""
    return [one for one in items if text(one, "SK").startswith(EVENT)]


def unbroken_chains(tables: Tables) -> Iterator[str]:
    """Each subject's events are numbered without a gap, each carries the hash of the one before, and the subject's own
    item stands where its chain ends: no half act.
    """
    for name, items in tables.items():
        chains: dict[str, list[Item]] = defaultdict(list)
        for one in events_of(items):
            chains[text(one, "PK")].append(one)
        heads = {
            text(one, "PK"): one
            for one in items
            if "chain" in one and "version" in one and not text(one, "SK").startswith(EVENT)
        }
        for pk, chain in chains.items():
            yield from _unbroken(name, pk, sorted(chain, key=lambda one: text(one, "SK")), heads.get(pk))


def _unbroken(table: str, pk: str, chain: list[Item], head: Item | None) -> Iterator[str]:
    previous = GENESIS
    for number, one in enumerate(chain, 1):
        if int(text(one, "version")) != number or text(one, "previous") != previous:
            yield f"{table} {pk}: event {number} does not follow the one before"
        if text(one, "hash") != leaf(one)[1]:
            yield f"{table} {pk}: event {number} is not what its hash says"
        previous = text(one, "hash")
    if head is not None and (int(text(head, "version")), text(head, "chain")) != (len(chain), previous):
        yield f"{table} {pk}: the subject stands elsewhere than its chain ends"


def leaf(event: Item) -> tuple[str, str]:
    """The canonical text of an event and its SHA-256 (docs/verify.md), written here a second time."""
    names = ("type", "subject", "actor", "role", "at", "salt", "previous")
    told: dict[str, Any] = {name: text(event, name) for name in names}
    told |= {"id": text(event, "event_id"), "version": int(text(event, "version"))}
    told["data"] = json.loads(text(event, "data"))
    canonical = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return canonical, hashlib.sha256(canonical.encode()).hexdigest()


def delivered(tables: Tables) -> Iterator[str]:
    """Whatever an event told another room lies in that room's table."""
    inboxes = {name: {text(one, "PK") for one in items} for name, items in tables.items()}
    for name, items in tables.items():
        for event in events_of(items):
            for number, letter in enumerate(json.loads(text(event, "messages"))):
                for to in (letter["to"], *letter.get("also", ())):
                    if f"INBOX#{text(event, 'event_id')}#{number}" not in inboxes.get(to, set()):
                        yield f"{name} {text(event, 'PK')}: {letter['kind']} never reached {to}"


def logged(tables: Tables) -> Iterator[str]:
    """The Merkle log holds every event exactly once, and its signed root is that of its leaves (RFC 9162, 2.1.1)."""
    leaves = {int(text(one, "index")): text(one, "event") for one in tables["audit"] if "index" in one}
    happened = [leaf(one)[0] for items in tables.values() for one in events_of(items)]
    counted = Counter(leaves.values())
    yield from (f"not in the log: {one[:90]}" for one in happened if not counted[one])
    yield from (f"{n} times in the log: {one[:90]}" for one, n in counted.items() if n > 1)
    head = next((one for one in tables["audit"] if text(one, "SK") == "HEAD"), None)
    if head is None:
        yield "the log has no head"
    elif sorted(leaves) != list(range(int(text(head, "size")))):
        yield "the log's places have a gap"
    elif base64.b64encode(root([leaves[n] for n in sorted(leaves)])).decode() not in text(head, "checkpoint"):
        yield "the signed root is not that of the leaves"


def root(leaves: list[str]) -> bytes:
    """The Merkle tree hash of texts."""
    level = [hashlib.sha256(b"\0" + hashlib.sha256(one.encode()).digest()).digest() for one in leaves]
    return _top(level) if level else hashlib.sha256(b"").digest()


def _top(level: list[bytes]) -> bytes:
    if len(level) == 1:
        return level[0]
    half = 1 << (len(level) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + _top(level[:half]) + _top(level[half:])).digest()


def places_fit(tables: Tables) -> Iterator[str]:
    """A place belongs to one booking that has it, a booking has the place it says, no slot has more than its hall
    gives.
    """
    items = tables["appointments"]
    bookings = {text(one, "PK").partition("#")[2]: one for one in items if text(one, "SK") == "BOOKING"}
    places = {
        text(one, "booking_id"): (text(one, "PK"), text(one, "SK"))
        for one in items
        if "#PLACE#" in text(one, "SK")
    }
    for identity, (pk, sk) in places.items():
        booking = bookings.get(identity)
        if booking is None or text(booking, "state") not in PLACED:
            yield f"{pk} {sk} belongs to a booking that has no place"
        elif int(sk.rpartition("#")[2]) != int(text(booking, "place")):
            yield f"{pk} {sk} is not the place of its booking"
    for identity, booking in bookings.items():
        if text(booking, "state") in {"held", "offered", "booked"} and identity not in places:
            yield f"booking {identity} is {text(booking, 'state')} without a place"
    yield from _within_quota(items, list(places.values()))


def _within_quota(items: Sequence[Item], places: list[tuple[str, str]]) -> Iterator[str]:
    quotas = {
        (text(one, "PK").partition("#")[2], matter[0]): int(matter[2])
        for one in items
        if text(one, "SK") == "HALL"
        for matter in json.loads(text(one, "matters"))
    }
    for (pk, start), taken in Counter((pk, sk.partition("#")[0]) for pk, sk in places).items():
        _, hall, matter, _ = pk.split("#")
        if taken > quotas[hall, matter]:
            yield f"{pk} {start}: {taken} places of {quotas[hall, matter]}"


def found_by_queries(tables: Tables) -> Iterator[str]:
    """Whatever an index shows says of what kind it is: a query leaves out what does not (`kernel/counting.py`)."""
    for name, items in tables.items():
        for one in items:
            if any(key.startswith("GSI") for key in one) and "kind" not in one:
                yield f"{name} {text(one, 'PK')} {text(one, 'SK')} does not say what it is"


def begun_by(tables: Tables, person_id: str) -> int:
    """How many bookings, tickets and contracts have this person's act as their first event."""
    kinds = {"appointments": "BOOKING#", "helpdesk": "HELPTICKET#", "workers": "CONTRACT#"}
    return sum(
        text(one, "actor") == person_id
        and int(text(one, "version")) == 1
        and text(one, "PK").startswith(kind)
        for name, kind in kinds.items()
        for one in events_of(tables[name])
    )


def after(tables: Tables, moment: datetime) -> int:
    """How many events bear a later time."""
    return sum(
        clock.from_text(text(one, "at")) > moment for items in tables.values() for one in events_of(items)
    )


ALL = (unbroken_chains, delivered, logged, places_fit, found_by_queries)
