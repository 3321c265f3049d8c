"""Who reads a document, and what anyone learns from a code or a file."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from mashangban.documents import errors, events, listeners
from mashangban.documents.repository import documents, objects
from mashangban.documents.service import reading, verifying
from mashangban.documents.terms import Template
from mashangban.kernel import clock, ids
from mashangban.kernel import objects as store
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from tests import wire
from tests.documents import orders, samples
from tests.engine import stream_records

pytestmark = pytest.mark.usefixtures("service")


def _person(person_id: str) -> Principal:
    return Principal(person_id, "s", (), True)


def test_the_worker_opens_the_file_by_a_short_lived_link() -> None:

    document_id, sha256 = orders.printed(ids.new_id())
    link = reading.open_file(Act(_person("W1"), clock.now()), document_id, None)
    answer = wire.get(link.url)
    assert hashlib.sha256(answer.content).hexdigest() == sha256
    assert answer.headers["content-type"] == "application/pdf"
    assert link.filename == "简易劳动合同-HT-20261123-7K3M9QTB-X.pdf"


def test_a_party_takes_the_file_along_in_pieces_and_whoever_only_reads_it_does_not() -> None:
    document_id, sha256 = orders.printed(ids.new_id())
    copy = reading.copy(_person("W1"), document_id)
    assert copy is not None
    pieces = list(copy.pieces())
    assert (sum(map(len, pieces)), hashlib.sha256(b"".join(pieces)).hexdigest()) == (copy.size, sha256)
    assert max(map(len, pieces)) <= 256 * 1024
    officer = Principal("officer", "s", (Grant(Role.COUNTY_OFFICER, Scope("region", "330106")),), True)
    assert [reading.copy(who, document_id) for who in (officer, _person("W2"))] == [None, None]


def test_a_stored_file_that_was_changed_is_not_taken_along() -> None:
    sha256 = objects.put(b"%PDF-1.7 as it was " + ids.new_id().encode(), "application/pdf")
    store.client().put_object(Bucket=store.bucket(), Key=objects._key(sha256), Body=b"%PDF-1.7 changed")
    with pytest.raises(ValueError, match="was changed"):
        list(objects.chunks(sha256))


@pytest.mark.parametrize(
    "grant",
    [
        Grant(Role.LABOUR_CLERK, Scope("project", "P2")),
        Grant(Role.COUNTY_OFFICER, Scope("region", "330109")),
        Grant(Role.OPERATOR, Scope("org", "other")),
    ],
)
def test_a_document_beyond_reach_does_not_exist(grant: Grant) -> None:
    document_id, _ = orders.printed("E1")
    with pytest.raises(NotFound):
        reading.view_document(Principal("stranger", "s", (grant,), True), document_id)


@pytest.mark.parametrize(
    "grant",
    [
        Grant(Role.LABOUR_CLERK, Scope("project", "P1")),
        Grant(Role.COUNTY_OFFICER, Scope("region", "330106")),
        Grant(Role.PROVINCE_OFFICER, Scope("region", "33")),
        Grant(Role.OPERATOR, Scope("org", "E1")),
    ],
)
def test_those_in_charge_read_it(grant: Grant) -> None:
    document_id, sha256 = orders.printed("E1")
    view = reading.view_document(Principal("officer", "s", (grant,), True), document_id)
    assert view.sha256 == sha256
    assert view.revisions[0].label == "生成文件"


def test_the_code_on_the_paper_tells_what_it_is_and_masks_people() -> None:
    enterprise_id = ids.new_id()
    orders.seal_of(enterprise_id)
    document_id, _ = orders.sealed(enterprise_id)
    code = reading.view_document(_person("W1"), document_id).verify_url.rpartition("/")[2]
    found = verifying.verify_code(code)
    assert found.state == "sealed"
    assert [party.name for party in found.parties] == ["杭州某某建筑劳务有限公司", "欧**䶮"]
    assert all(party.signed_at for party in found.parties)
    assert "11010519491231002X" not in found.model_dump_json()


@pytest.mark.parametrize(
    "spoil",
    [lambda c: c[:-1] + ("A" if c[-1] != "A" else "B"), lambda c: c[1:], lambda c: "", lambda c: "é" * 26],
)
def test_an_altered_code_is_of_nothing(spoil: object) -> None:
    assert callable(spoil)
    document_id, _ = orders.printed("E1")
    code = reading.view_document(_person("W1"), document_id).verify_url.rpartition("/")[2]
    with pytest.raises(errors.UnknownCode):
        verifying.verify_code(spoil(code))


def test_the_sealed_file_is_genuine_and_its_earlier_revision_superseded() -> None:
    enterprise_id = ids.new_id()
    orders.seal_of(enterprise_id)
    document_id, pdf = orders.sealed(enterprise_id)
    document = documents.find(document_id)
    assert document is not None
    answer = verifying.verify_file(pdf)
    assert (answer.verdict, answer.accepted) == ("genuine", True)
    assert [one.signer for one in answer.signatures] == ["杭州某某建筑劳务有限公司", "欧**䶮"]
    for revision in document.revisions[:2]:
        assert verifying.verify_file(pdf[: revision.size]).verdict == "superseded"


def test_an_unsigned_print_is_ours_but_not_yet_a_contract() -> None:
    _, sha256 = orders.printed("E1")
    assert verifying.verify_file(objects.get(sha256)).verdict == "unsigned"


def test_a_poster_is_genuine_without_signature() -> None:
    document_id = ids.new_id()
    order = orders.printing(document_id, "E1", samples.POSTER, template=Template.SITE_POSTER)
    listeners.on_message(orders.delivered(order))
    document = documents.find(document_id)
    assert document is not None
    assert document.latest is not None
    assert verifying.verify_file(objects.get(document.latest.sha256)).verdict == "genuine"


def test_one_byte_more_or_less_is_never_accepted() -> None:
    enterprise_id = ids.new_id()
    orders.seal_of(enterprise_id)
    _, pdf = orders.sealed(enterprise_id)
    for changed in (
        pdf + b"\n",
        pdf[:-1],
        b" " + pdf,
        pdf.replace(b"WorkerSignature", b"WorkerSignaturE", 1),
    ):
        assert verifying.verify_file(changed).accepted is False


def test_a_file_of_five_megabytes_is_refused() -> None:
    with pytest.raises(errors.FileTooLarge):
        verifying.verify_file(b"%PDF" + b"0" * (4 * 1024 * 1024))


def _openings(engine: str, document_id: str) -> list[dict[str, str]]:
    images = [record["dynamodb"].get("NewImage", {}) for record in stream_records(engine, "documents")]
    opened = f"OPENING#{document_id}."
    events = [one for one in images if one.get("PK", {"S": ""})["S"].startswith(opened)]
    return [{"actor": one["actor"]["S"], "role": one["role"]["S"]} for one in events]


def test_an_officer_who_opens_a_contract_leaves_a_trace_and_the_worker_does_not(service: str) -> None:
    document_id, _ = orders.printed("E1")
    grant = Grant(Role.COUNTY_OFFICER, Scope("region", "330106"))
    reading.open_file(Act(_person("W1"), clock.now()), document_id, None)
    assert _openings(service, document_id) == []
    reading.open_file(Act(Principal("O1", "s", (grant,), True), clock.now()), document_id, None)
    assert _openings(service, document_id) == [{"actor": "O1", "role": "county_officer"}]


def _let_go(document_id: str) -> None:
    """The ordering room says that it needs the paper no more, and the stream clears what was removed."""
    listeners.on_message(orders.delivered(events.let_go(document_id)))
    for one in orders.history_of(document_id):
        listeners.on_event(one)


def test_a_paper_that_nobody_signed_is_removed_when_its_room_lets_it_go() -> None:
    document_id, sha256 = orders.printed(ids.new_id())
    pdf = objects.get(sha256)
    for _ in range(2):
        _let_go(document_id)
    document = documents.find(document_id)
    assert document is not None
    assert (document.parties, [one.sha256 for one in document.revisions]) == ((), [sha256])
    assert [one.type for one in orders.history_of(document_id)].count(events.DOCUMENT_REMOVED) == 1
    with pytest.raises(errors.NotReady):
        reading.open_file(Act(_person("W1"), clock.now()), document_id, None)
    shown = verifying.verify_file(pdf)
    assert shown.document is not None
    assert (shown.document.state_label, shown.document.parties) == ("没有签成，文件已删除", [])
    with pytest.raises(store.client().exceptions.NoSuchKey):
        objects.get(sha256)


def test_a_sealed_paper_is_removed_by_nobody() -> None:
    enterprise_id = ids.new_id()
    orders.seal_of(enterprise_id)
    document_id, pdf = orders.sealed(enterprise_id)
    before = documents.find(document_id)
    _let_go(document_id)
    assert documents.find(document_id) == before
    assert before is not None
    assert before.latest is not None
    assert objects.get(before.latest.sha256) == pdf


def test_a_paper_of_another_room_is_removed_by_nobody() -> None:
    document_id, sha256 = orders.printed(ids.new_id())
    foreign = replace(orders.delivered(events.let_go(document_id)), sender="wages")
    listeners.on_message(foreign)
    assert objects.get(sha256)
    assert [one.type for one in orders.history_of(document_id)] == [events.DOCUMENT_RENDERED]
