"""Somebody asks for everything that is kept of them, and fetches it."""

import hashlib
import io
import json
import urllib.request
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from functions.mydata_stream.handler import handler
from mashangban.documents.events import DOCUMENT_SEALED
from mashangban.documents.repository import documents as papers
from mashangban.documents.repository import objects as paper_store
from mashangban.documents.rules.records import Document, Origin, Revision
from mashangban.documents.terms import DocumentState, RevisionKind, Template
from mashangban.files import service as files_room
from mashangban.files.terms import Purpose
from mashangban.identity import service as identity
from mashangban.kernel import clock, events, history, ids
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import happened
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Place, Principal, Role
from mashangban.processes.mydata import listeners, service
from mashangban.processes.mydata.errors import TooManyPackages
from mashangban.processes.mydata.models import TABLE
from mashangban.processes.mydata.rules import Package
from mashangban.processes.mydata.schemas import DataPackage
from mashangban.processes.mydata.service.rooms import ROOMS
from mashangban.processes.mydata.terms import FILE_LIST, FIRST_PAGE, Left
from tests.budgets import over
from tests.engine import stream_records
from tests.files import samples
from tests.workers.conftest import Site, act, document_of, ground, sandbox
from tests.workers.papers import licensed
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
    files = {name: archive.read(name) for name in archive.namelist()}
    return content, {
        name: json.loads(held)
        if name.endswith(".json")
        else held.decode()
        if name.endswith(".html")
        else held
        for name, held in files.items()
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
        FILE_LIST,
        *(f"{part.name}.json" for room in ROOMS.values() for part in room.parts),
    }
    assert [one["id"] for one in files["劳动合同.json"]] == [contract]
    assert files["身份和账号.json"][0]["name"] == "王建国"
    assert foreign not in json.dumps(files, ensure_ascii=False)
    assert other.person_id not in json.dumps(files, ensure_ascii=False)
    assert "劳动合同法第五十条" in files[FIRST_PAGE]


def sent(owner: Principal, content: bytes, filename: str = "证书.jpg") -> str:
    """A photo that has come and was redrawn."""
    taken = files_room.take(act(owner), Purpose.CERTIFICATE, filename, content)
    files_room.prepare(act(owner), taken.id)
    return taken.id


def filed(document_id: str, number: str, *persons: str) -> bytes:
    """A sealed paper of the documents room to which these persons are parties."""
    paper = b"%PDF-1.7 " + number.encode()
    revision = Revision(
        RevisionKind.PRINTED, paper_store.put(paper, "application/pdf"), len(paper), clock.now()
    )
    place = Place(region="330106", persons=frozenset(persons))
    one = Document(
        document_id,
        Template.LABOUR_CONTRACT,
        number,
        DocumentState.SEALED,
        Origin("workers", "contract:c"),
        place,
        ids.new_id(),
        (),
        clock.now(),
        (revision,),
    )
    frame = system_act("test")
    papers.create(frame, one, happened(frame, DOCUMENT_SEALED, one.subject))
    return paper


def test_ones_own_photos_and_papers_lie_in_the_package_and_what_does_not_is_named(
    site: Site, object_store: str
) -> None:
    worker, other = site.person(), site.person()
    licensed(worker, photo=sent(worker, samples.photo_with_place()))
    contract, foreign = site.sealed(worker), Site().sealed(worker)
    paper = filed(document_of(contract), "HT-1", worker.person_id)
    filed(document_of(foreign), "HT-2", other.person_id)
    hear(asked(worker))
    _, files = fetched(listed(worker)[0].url or "")
    shown = Image.open(io.BytesIO(files["文件/证书/证书.jpg"]))
    assert (shown.size, len(shown.getexif())) == ((640, 480), 0)
    assert files[f"文件/劳动合同/{Template.LABOUR_CONTRACT.label}-HT-1.pdf"] == paper
    assert not any("HT-2" in name for name in files)
    rows = {row["id"]: (row["path"], row["left"]) for row in files[FILE_LIST]}
    assert rows[document_of(foreign)] == ("", Left.NOT_THERE)
    assert rows[files["证书.json"][0]["photo"]["file_id"]] == ("文件/证书/证书.jpg", None)
    assert "没有装进来的文件" in files[FIRST_PAGE]


def test_what_one_sent_and_never_used_lies_in_the_package_once_and_what_one_sent_in_an_office_does_not(
    site: Site, object_store: str
) -> None:
    clerk = site.person((Role.LABOUR_CLERK, "project:p1"))
    worker = Principal(clerk.person_id, clerk.session_id, real_name=True)
    used, unused = (sent(worker, samples.photo_with_place(), name) for name in ("证书.jpg", "没用上.jpg"))
    licensed(worker, photo=used)
    for_office = sent(clerk, samples.picture(), "别人的证书.jpg")
    hear(asked(worker))
    _, files = fetched(listed(worker)[0].url or "")
    told = {row["file_id"]: row["purpose_label"] for row in files["上传过的文件.json"]}
    assert told == {used: "证书", unused: "证书"}
    rows = [(row["id"], row["path"]) for row in files[FILE_LIST]]
    assert sorted(rows) == sorted([(used, "文件/证书/证书.jpg"), (unused, "文件/上传过的文件/没用上.jpg")])
    assert for_office not in json.dumps(files[FILE_LIST])


def test_a_picture_that_somebody_else_took_stays_with_them(site: Site, object_store: str) -> None:
    mine, theirs = site.person(), site.person()
    photo = sent(theirs, samples.picture())
    copy = files_room.copy(mine.person_id, photo)
    assert copy is not None
    assert copy.by_others
    own = files_room.copy(theirs.person_id, photo)
    assert own is not None
    assert not own.by_others
    assert sum(map(len, own.pieces())) == own.size
    assert files_room.copy(mine.person_id, ids.new_id()) is None


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
