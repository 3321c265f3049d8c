"""Somebody asks for everything that is kept of them, and fetches it."""

import hashlib
import io
import json
import urllib.request
import zipfile
from dataclasses import replace
from typing import Any

import pytest

from functions.mydata_stream.handler import handler
from mashangban.identity import service as identity
from mashangban.kernel import clock, events, history
from mashangban.kernel.acts import Act
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal
from mashangban.processes.mydata import listeners, service
from mashangban.processes.mydata.errors import TooManyPackages
from mashangban.processes.mydata.models import TABLE
from mashangban.processes.mydata.rules import Package
from mashangban.processes.mydata.schemas import DataPackage
from mashangban.processes.mydata.service.rooms import ROOMS
from mashangban.processes.mydata.terms import FIRST_PAGE
from tests.budgets import over
from tests.engine import stream_records
from tests.workers.conftest import Site, act, ground, sandbox
from tests.workers.test_capacity import submitted, units

__all__ = ["ground", "sandbox"]


def asked(worker: Principal) -> DataPackage:
    return service.ask(act(worker))


def listed(worker: Principal) -> list[DataPackage]:
    return service.mine(act(worker), PageRequest()).items


def subject_of(one: DataPackage) -> Any:
    return Package(one.id, "", one.asked_at).subject


def hear(one: DataPackage) -> None:
    """The table's stream comes by."""
    listeners.on_event(history.of(TABLE, subject_of(one))[0])


def fetched(url: str) -> tuple[bytes, dict[str, Any]]:
    with urllib.request.urlopen(url, timeout=10) as answer:
        content = answer.read()
    archive = zipfile.ZipFile(io.BytesIO(content))
    files = {name: archive.read(name).decode() for name in archive.namelist()}
    return content, {
        name: json.loads(text) if name.endswith(".json") else text for name, text in files.items()
    }


@pytest.fixture(scope="module")
def site(ground: None) -> Site:
    return Site()


def test_what_is_packed_is_ones_own_from_every_room_and_nobody_elses(
    site: Site, tables: str, object_store: str
) -> None:
    worker, other = site.person(), site.person()
    contract, foreign = site.sealed(worker), site.sealed(other)
    one = asked(worker)
    mine = [
        record
        for record in stream_records(tables, "mydata")
        if record["dynamodb"]["Keys"]["PK"]["S"] == subject_of(one).pk
    ]
    assert handler({"Records": mine}, None) == {"batchItemFailures": []}
    (ready,) = listed(worker)
    assert (ready.state, listed(other)) == ("ready", [])
    content, files = fetched(ready.url or "")
    assert (len(content), hashlib.sha256(content).hexdigest()) == (ready.size, ready.sha256)
    assert set(files) == {
        FIRST_PAGE,
        *(f"{part.name}.json" for room in ROOMS.values() for part in room.parts),
    }
    assert [one["id"] for one in files["劳动合同.json"]] == [contract]
    assert files["身份和账号.json"][0]["name"] == "王建国"
    assert foreign not in json.dumps(files, ensure_ascii=False)
    assert other.person_id not in json.dumps(files, ensure_ascii=False)
    assert "劳动合同法第五十条" in files[FIRST_PAGE]


def test_the_same_event_twice_packs_once_and_tells_once(site: Site, object_store: str) -> None:
    worker = site.person()
    one = asked(worker)
    hear(one)
    first = listed(worker)[0].ready_at
    hear(one)
    assert listed(worker)[0].ready_at == first
    told = [letter["kind"] for letter in events.letters(history.items_of(TABLE, subject_of(one))[-1])]
    assert told == ["notices.notify"]
    assert len(history.of(TABLE, subject_of(one))) == 2


def test_who_is_forgotten_meanwhile_gets_no_package(site: Site, object_store: str) -> None:
    worker = site.person()
    one = asked(worker)
    identity.erase_me(act(worker))
    hear(one)
    assert [row.state for row in listed(worker)] == ["packing"]


def test_the_fourth_of_a_day_is_refused_and_says_when(site: Site) -> None:
    worker = site.person()
    for _ in range(3):
        asked(worker)
    with pytest.raises(TooManyPackages) as refused:
        asked(worker)
    assert refused.value.retry_after_seconds
    later = replace(act(worker), at=clock.now().replace(year=clock.now().year + 1))
    assert service.ask(Act(later.actor, later.at)).state == "packing"


def test_asking_and_lying_ready_cost_what_the_page_of_the_table_says(site: Site, object_store: str) -> None:
    had: list[DataPackage] = []
    frame = submitted(site.person(), "ask")
    spent = {
        "ask": units(lambda: had.append(service.ask(frame))),
        "lie ready": units(lambda: hear(had[0])),
    }
    assert over("mydata", spent) == {}
