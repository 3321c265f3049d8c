"""A package that can't be packed stands in nobody's way: it is tried again, and then its person is told."""

from datetime import timedelta
from typing import Any

import pytest

from functions.mydata_stream.handler import handler
from mashangban.deadlines import service as deadlines
from mashangban.kernel import clock, events, history
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Principal
from mashangban.processes.mydata import listeners, repository
from mashangban.processes.mydata.models import TABLE
from mashangban.processes.mydata.models.clocks import PackageDeadlineRecord
from mashangban.processes.mydata.repository import trying as tries
from mashangban.processes.mydata.schemas import DataPackage
from mashangban.processes.mydata.service import packing, trying
from tests.engine import stream_records
from tests.mydata.test_packages import asked, hear, listed, subject_of
from tests.workers.conftest import Site, ground, sandbox

__all__ = ["ground", "sandbox"]
pytestmark = pytest.mark.usefixtures("object_store")


@pytest.fixture(scope="module")
def site(ground: None) -> Site:
    return Site()


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whose wages can't be read; emptied, everybody's can."""
    people, write = list[str](), packing._write

    def stuck(archive: Any, part: Any, act: Act) -> Any:
        if part.name == "工资" and act.actor.person_id in people:
            raise ValueError("torn")
        return write(archive, part, act)

    monkeypatch.setattr(packing, "_write", stuck)
    return people


def hear_last(one: DataPackage) -> None:
    listeners.on_event(history.of(TABLE, subject_of(one))[-1])


def hours_later(hours: int) -> None:
    deadlines.sweep(PackageDeadlineRecord, clock.now() + timedelta(hours=hours, minutes=1), trying.again)


def types(one: DataPackage) -> list[str]:
    return [event.type.rpartition(".")[2] for event in history.of(TABLE, subject_of(one))]


def test_one_that_fails_lets_the_next_through(site: Site, tables: str, broken: list[str]) -> None:
    torn, whole = site.person(), site.person()
    broken.append(torn.person_id)
    first, second = asked(torn), asked(whole)
    keys = {subject_of(one).pk for one in (first, second)}
    records = [one for one in stream_records(tables, "mydata") if one["dynamodb"]["Keys"]["PK"]["S"] in keys]
    assert handler({"Records": records}, None) == {"batchItemFailures": []}
    assert [one.state for one in (*listed(torn), *listed(whole))] == ["packing", "ready"]
    assert listed(torn)[0].state_label == "还没有整理成，卡在“工资”，会自动再试，好了通知您"


def test_it_is_packed_when_what_was_broken_is_whole_again(site: Site, broken: list[str]) -> None:
    worker = site.person()
    broken.append(worker.person_id)
    one = asked(worker)
    hear(one)
    hear_last(one)
    hear_last(one)
    assert types(one) == ["asked", "delayed", "delayed"]
    hours_later(0)
    assert types(one)[-1] == "delayed"
    broken.clear()
    hours_later(1)
    hear_last(one)
    assert (types(one)[-2:], listed(worker)[0].state) == (["tried-again", "ready"], "ready")


def test_the_last_try_tells_its_person_and_does_not_count_for_the_day(site: Site, broken: list[str]) -> None:
    worker = site.person()
    broken.append(worker.person_id)
    one = asked(worker)
    hear(one)
    hear_last(one)
    for hours in (1, 4):
        hours_later(hours)
        hear_last(one)
    assert (types(one)[-1], listed(worker)[0].state) == ("failed", "failed")
    told = [letter["kind"] for letter in events.letters(history.items_of(TABLE, subject_of(one))[-1])]
    assert told == ["notices.notify"]
    hear_last(one)
    hours_later(9)
    assert types(one)[-1] == "failed"
    for _ in range(3):
        asked(worker)


def test_a_run_that_died_is_not_run_again_in_a_loop(site: Site) -> None:
    worker: Principal = site.person()
    one = asked(worker)
    assert tries.begin(repository.get(one.id))
    hear(one)
    assert types(one) == ["asked", "delayed"]
    hear(one)
    assert types(one) == ["asked", "delayed"]
    hear_last(one)
    assert listed(worker)[0].state == "ready"
