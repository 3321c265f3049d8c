"""A room takes hold of a file and lets it go; what nobody took is removed (engine, store, stream and clock)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial

import pytest

from functions.files_clock.handler import handler as on_clock
from mashangban.files import errors, events, service
from mashangban.files.models import TABLE, FileRecord
from mashangban.files.repository import items, objects
from mashangban.files.rules.uploads import UNUSED_FOR
from mashangban.files.service import removing
from mashangban.files.terms import Purpose
from mashangban.kernel import clock, history, ids
from mashangban.kernel.errors import NotFound, Stale
from mashangban.kernel.events import Subject
from tests.files import samples
from tests.files.phone import Phone, codes, let_go, prepared

pytestmark = pytest.mark.usefixtures("store")
AFTER = UNUSED_FOR + timedelta(minutes=1)


@pytest.fixture
def photo(phone: Phone) -> str:
    file_id, _, _ = phone.send(samples.picture())
    return file_id


def types(file_id: str) -> list[str]:
    return [one.type for one in history.of(TABLE, Subject("file", file_id))]


def test_a_record_points_only_to_files_of_its_author_that_arrived_for_this(phone: Phone, photo: str) -> None:
    hold = partial(service.hold, phone.act(), "homes")
    awaited = phone.announce(samples.picture())[1]["file_id"]
    with pytest.raises(errors.NotArrived):
        hold(awaited, Purpose.EVIDENCE)
    with pytest.raises(NotFound):
        service.hold(Phone().act(), "homes", photo, Purpose.EVIDENCE)
    with pytest.raises(NotFound):
        hold(ids.new_id(), Purpose.EVIDENCE)
    with pytest.raises(errors.OtherPurpose):
        hold(photo, Purpose.CERTIFICATE)
    assert items.find(photo).held == {}  # type: ignore[union-attr]
    assert hold(photo, [Purpose.CERTIFICATE, Purpose.EVIDENCE]).size == len(samples.picture())


def test_held_twice_it_is_held_once_and_waits_no_more(phone: Phone, photo: str) -> None:
    first = FileRecord.get(Subject("file", photo).pk, "FILE")
    assert (first.GSI3PK[:7], first.expires_at) == ("UNUSED#", None)
    for _ in range(2):
        service.hold(phone.act(), "homes", photo, Purpose.EVIDENCE)
    file = items.find(photo)
    assert file is not None
    assert (list(file.held or ()), file.expires_at) == (["homes"], None)
    removing.sweep(clock.now() + AFTER)
    assert items.find(photo) is not None
    assert len(types(photo)) == 1


def test_what_no_record_took_is_swept_with_all_that_was_drawn_of_it(phone: Phone, photo: str) -> None:
    prepared(photo)
    removing.sweep(clock.now() + UNUSED_FOR - timedelta(minutes=1))
    assert items.find(photo) is not None
    assert removing.sweep(clock.now() + AFTER) >= 1
    assert types(photo)[-1] == events.REMOVED
    prepared(photo)
    assert [key for key in objects.kept(photo) if objects.find(key)] == []
    assert history.is_unbroken(history.of(TABLE, Subject("file", photo)))


def test_a_file_that_the_clock_has_not_reached_yet_is_taken_no_more(phone: Phone, photo: str) -> None:
    with pytest.raises(errors.UnusedTooLong):
        service.hold(phone.act(AFTER), "homes", photo, Purpose.EVIDENCE)


def test_its_owner_is_told_that_it_was_not_used_and_nobody_else_that_it_was_there(
    phone: Phone, photo: str
) -> None:
    removing.sweep(clock.now() + AFTER)
    with pytest.raises(errors.UnusedTooLong):
        service.hold(phone.act(), "homes", photo, Purpose.EVIDENCE)
    answer = phone.ask("GET", f"/{photo}")
    assert codes(answer) == (409, "files.unused-too-long")
    assert [one["field"] for one in answer[1]["errors"]] == [photo]
    assert codes(Phone().ask("GET", f"/{photo}")) == (404, "resource.not-found")


def test_the_function_of_the_clock_leaves_what_still_waits(phone: Phone, photo: str) -> None:
    on_clock({}, None)
    assert items.find(photo) is not None


def test_of_two_rooms_that_hold_a_file_the_last_that_lets_go_removes_it(phone: Phone, photo: str) -> None:
    for room in ("homes", "helpdesk"):
        service.hold(phone.act(), room, photo, Purpose.EVIDENCE)
    for _ in range(2):
        let_go(phone, "helpdesk", photo, events.OWNER_LEFT)
        assert list(items.find(photo).held or ()) == ["homes"]  # type: ignore[union-attr]
    let_go(phone, "homes", photo)
    assert items.find(photo) is None
    with pytest.raises(errors.TakenOut):
        service.hold(phone.act(), "homes", photo, Purpose.EVIDENCE)
    assert types(photo) == [events.ARRIVED, events.REMOVED]


def test_a_room_that_takes_hold_again_after_it_let_go_keeps_the_file(phone: Phone, photo: str) -> None:
    service.hold(phone.act(), "homes", photo, Purpose.EVIDENCE)
    service.hold(phone.act(timedelta(seconds=1)), "homes", photo, Purpose.EVIDENCE)
    let_go(phone, "homes", photo)
    assert items.find(photo) is not None


def test_a_room_that_never_took_a_file_can_not_have_it_removed(phone: Phone, photo: str) -> None:
    service.hold(phone.act(), "homes", photo, Purpose.EVIDENCE)
    let_go(phone, "matters", photo, events.OWNER_LEFT)
    assert items.find(photo) is not None


def test_who_took_hold_after_it_was_read_keeps_it_from_being_removed(
    phone: Phone, photo: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.hold(phone.act(), "homes", photo, Purpose.EVIDENCE)
    real = items.save_removed

    def late(*given: object) -> None:
        service.hold(phone.act(), "helpdesk", photo, Purpose.EVIDENCE)
        real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(items, "save_removed", late)
    with pytest.raises(Stale):
        let_go(phone, "homes", photo)
    assert items.find(photo) is not None


def test_taken_and_let_go_at_once_a_file_is_held_or_gone_and_never_both(phone: Phone) -> None:
    def taken(file_id: str) -> bool:
        try:
            service.hold(phone.act(), "helpdesk", file_id, Purpose.EVIDENCE)
        except (NotFound, errors.TakenOut, Stale):
            return False
        return True

    def gone(file_id: str) -> None:
        retried(lambda: let_go(phone, "homes", file_id))

    with ThreadPoolExecutor(2) as both:
        for _ in range(8):
            file_id, _, _ = phone.send(samples.picture())
            service.hold(phone.act(), "homes", file_id, Purpose.EVIDENCE)
            going, held = both.submit(gone, file_id), both.submit(taken, file_id)
            going.result()
            assert (items.find(file_id) is not None) is held.result()


def retried(act: Callable[[], None]) -> None:
    """As the stream does: asked again until nothing is in the way."""
    for _ in range(5):
        try:
            return act()
        except Stale:
            continue
    raise AssertionError("the stream would have given up")
