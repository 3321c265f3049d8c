"""Somebody left for good: the objects of what was forgotten go; those that a law keeps open as before."""

from collections.abc import Callable

import pytest

from mashangban.domains.homes.service import defectlists
from mashangban.domains.homes.terms import ResidentRole
from mashangban.domains.workers import events as workers_events
from mashangban.domains.workers import listeners as workers
from mashangban.domains.workers.models import TABLE as WORKERS
from mashangban.files import events, listeners
from mashangban.files import service as files
from mashangban.files.models import TABLE as FILES
from mashangban.files.repository import objects
from mashangban.files.rules.uploads import UNUSED_FOR
from mashangban.files.service import removing
from mashangban.files.terms import Purpose
from mashangban.identity import service as identity
from mashangban.kernel import clock, history, ids
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal
from mashangban.kernel.streams import Delivery, consume
from tests import store
from tests.engine import free_port
from tests.files import samples
from tests.files.phone import POOL
from tests.homes.conftest import act, arrived, deliver, ground, sandbox
from tests.homes.repairs import Repairs, Street
from tests.pump import Pump
from tests.registry.conftest import officer, person
from tests.workers.conftest import Site
from tests.workers.papers import licensed

__all__ = ["ground", "sandbox"]


@pytest.fixture(scope="module")
def repairs(ground: None, engine_url: str, objects_url: str) -> Repairs:
    return Street.on(engine_url, objects_url, buildings=1).repairs()


@pytest.fixture
def run(repairs: Repairs, engine_url: str) -> Callable[[], None]:
    """What the streams of workers and files bring, in turn."""
    pumps = [
        Pump(engine_url, WORKERS, workers.on_event, workers.on_message),
        Pump(engine_url, FILES, listeners.on_event, listeners.on_message),
    ]

    def both() -> None:
        for one in pumps:
            one.run()

    return both


def certificate_photo(owner: Principal) -> str:
    return arrived(owner, samples.photo_with_place(), "image/jpeg", Purpose.CERTIFICATE)


def sent(owner: Principal, purpose: Purpose = Purpose.CERTIFICATE, room: str = "workers") -> str:
    """A photo that a room's record points to."""
    file_id = arrived(owner, samples.photo_with_place(), "image/jpeg", purpose)
    return files.hold(act(owner), room, file_id, purpose).id


def let_go(
    owner: Principal, file_ids: list[str], room: str = "workers", why: str = events.OWNER_LEFT
) -> None:
    body = {"person_id": owner.person_id, "files": file_ids, "why": why}
    subject = Subject("record", ids.new_id())
    listeners.on_message(Delivery(ids.new_id(), events.LET_GO, body, room, subject, 1, clock.now()))


def leave(who: Principal) -> None:
    """What identity tells the two rooms after an erasure."""
    body, subject = {"person_id": who.person_id}, Subject("person", who.person_id)
    told = Delivery(ids.new_id(), workers_events.FORGET, body, "identity", subject, 9, clock.now())
    workers.on_message(told)
    deliver("homes.forget", body)


def lying(file_id: str) -> list[str]:
    return [key for key in objects.kept(file_id) if objects.find(key) is not None]


def status(url: str | None) -> int:
    assert url
    return POOL.request("GET", url).status


def test_a_forgotten_photo_is_gone_from_the_store_and_a_proof_opens_as_before(
    repairs: Repairs, run: Callable[[], None]
) -> None:
    owner = repairs.lives(ResidentRole.OWNER, "102", Site().person())
    proof, paper, unused = repairs.photo(owner), certificate_photo(owner), certificate_photo(owner)
    defect = repairs.reported(owner, home="102", photos=[proof])
    licensed(owner, photo=paper)
    run()
    url = files.show(act(owner), paper).url
    assert (status(url), len(lying(paper))) == (200, 3)
    identity.erase_me(act(owner))
    leave(owner)
    run()
    assert (status(url), lying(paper), files.links([paper])) == (404, [], [])
    with pytest.raises(NotFound):
        files.show(act(owner), paper)
    last = history.of(FILES, Subject("file", paper))[-1]
    assert (last.type, last.actor, last.data) == (
        events.REMOVED,
        "system:files",
        {"why": events.OWNER_LEFT, "room": "workers"},
    )
    assert history.is_unbroken(history.of(FILES, Subject("file", paper)))
    shown = defectlists.show(act(repairs.yard.officer), defect)
    assert [status(one.url) for one in shown.photos] == [200]
    assert len(lying(unused)) == 3
    removing.sweep(clock.now() + UNUSED_FOR)
    run()
    assert lying(unused) == []


def test_while_the_store_is_away_the_stream_asks_again_and_nothing_is_forgotten(
    repairs: Repairs, run: Callable[[], None], objects_url: str
) -> None:
    owner = person()
    paper = sent(owner)
    run()
    let_go(owner, [paper])
    removed = history.items_of(FILES, Subject("file", paper))[-1]
    batch = {
        "Records": [
            {"eventID": "1", "eventName": "INSERT", "dynamodb": {"SequenceNumber": "1", "NewImage": removed}}
        ]
    }
    store.connect(f"http://127.0.0.1:{free_port()}")
    try:
        away = consume(batch, FILES, on_event=listeners.on_event)
    finally:
        store.connect(objects_url)
    assert away == {"batchItemFailures": [{"itemIdentifier": "1"}]}
    assert len(lying(paper)) == 3
    for _ in range(2):
        assert consume(batch, FILES, on_event=listeners.on_event) == {"batchItemFailures": []}
    assert lying(paper) == []


def test_only_what_its_owner_sent_goes_and_told_twice_it_goes_once(repairs: Repairs) -> None:
    owner, other = person(), person()
    mine, theirs = sent(owner), sent(other)
    for _ in range(2):
        let_go(owner, [theirs, mine, ids.new_id()])
    assert files.links([mine, theirs])[0].file_id == theirs
    assert [one.type for one in history.of(FILES, Subject("file", mine))] == [events.ARRIVED, events.REMOVED]


def test_what_a_clerk_sent_stays_with_the_room_that_holds_it_whatever_draft_of_theirs_lets_it_go(
    repairs: Repairs,
) -> None:
    # A firm's clerk may name a claim's paper in a draft of their own, take that back, and leave: the claim keeps it.
    clerk = officer("330106")
    proof, own = (sent(clerk, Purpose.ATTACHMENT, "matters") for _ in range(2))
    files.hold(act(clerk), "claims", proof, Purpose.ATTACHMENT)
    for why in (events.TAKEN_BACK, events.OWNER_LEFT):
        let_go(clerk, [proof, own], "matters", why)
    assert [one.file_id for one in files.links([proof, own])] == [proof]
    assert [one.type for one in history.of(FILES, Subject("file", proof))] == [events.ARRIVED]


def test_what_is_removed_while_it_waits_to_be_drawn_leaves_nothing_behind(
    repairs: Repairs, run: Callable[[], None]
) -> None:
    owner = person()
    paper = sent(owner)
    let_go(owner, [paper])
    run()
    assert lying(paper) == []
