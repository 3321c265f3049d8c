"""From an order to a sealed contract, over the real engine and object store."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor

import pytest

from mashangban.documents import errors, listeners
from mashangban.documents.models import TABLE
from mashangban.documents.repository import documents, objects
from mashangban.documents.repository import seals as stored_seals
from mashangban.documents.schemas.views import SealView
from mashangban.documents.service import reading, seals, verifying
from mashangban.documents.signing import authority
from mashangban.documents.terms import DocumentState, SealState, Template
from mashangban.documents.verification import examiner
from mashangban.kernel import clock, history, ids, streams
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Forbidden, NotFound, Stale
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from tests.documents import orders, samples
from tests.engine import client, stream_records

pytestmark = pytest.mark.usefixtures("service")


def _seal(enterprise_id: str, name: str = "杭州某某建筑劳务有限公司") -> SealView:
    act = Act(orders.REGISTRAR, clock.now())
    return seals.issue_seal(act, enterprise_id, name, "91330100799655058B")


def _printed(enterprise_id: str) -> tuple[str, str]:
    document_id = ids.new_id()
    listeners.on_message(orders.delivered(orders.printing(document_id, enterprise_id)))
    document = documents.find(document_id)
    assert document is not None
    assert document.latest is not None
    return document_id, document.latest.sha256


def _sealed(enterprise_id: str) -> tuple[str, bytes]:
    document_id, sha256 = _printed(enterprise_id)
    listeners.on_message(orders.delivered(orders.signing(document_id, enterprise_id, sha256)))
    document = documents.find(document_id)
    assert document is not None
    assert document.latest is not None
    return document_id, objects.get(document.latest.sha256)


def test_an_order_prints_revision_0_and_answers_the_room_that_ordered() -> None:
    document_id, sha256 = _printed(ids.new_id())
    assert hashlib.sha256(objects.get(sha256)).hexdigest() == sha256
    [(to, kind, body)] = orders.answers(document_id)
    assert (to, kind) == ("workers", "documents.rendered")
    assert body["document_id"] == document_id
    assert body["sha256"] == sha256
    assert body["pages"] == 2
    assert body["size"] == len(objects.get(sha256))


def test_the_same_order_twice_prints_one_file() -> None:
    document_id = ids.new_id()
    delivery = orders.delivered(orders.printing(document_id, "E1"))
    listeners.on_message(delivery)
    listeners.on_message(delivery)
    assert len(orders.answers(document_id)) == 1


def test_a_name_that_can_not_be_printed_is_answered_and_a_corrected_order_succeeds() -> None:
    document_id = ids.new_id()
    bad = {**samples.CONTRACT, "worker": {**samples.WORKER, "name": "王𠮷"}}
    listeners.on_message(orders.delivered(orders.printing(document_id, "E1", bad)))
    listeners.on_message(orders.delivered(orders.printing(document_id, "E1")))
    first, second = orders.answers(document_id)
    assert first[1] == "documents.failed"
    assert first[2]["code"] == "documents.unprintable-text"
    assert "𠮷" in first[2]["reason"]
    assert first[2]["retryable"] is True
    assert second[1] == "documents.rendered"


def test_a_form_that_lacks_something_names_the_field_but_not_its_value() -> None:
    document_id = ids.new_id()
    broken = {**samples.CONTRACT, "pay": {**samples.CONTRACT["pay"], "amount_fen": -7}, "extra": "秘密"}
    listeners.on_message(orders.delivered(orders.printing(document_id, "E1", broken)))
    [(_, kind, body)] = orders.answers(document_id)
    assert kind == "documents.failed"
    assert "pay.amount_fen" in body["reason"]
    assert "秘密" not in body["reason"]
    assert "-7" not in body["reason"]


def test_a_signed_order_seals_the_contract_and_every_program_agrees() -> None:
    enterprise_id = ids.new_id()
    _seal(enterprise_id)
    document_id, pdf = _sealed(enterprise_id)
    document = documents.find(document_id)
    assert document is not None
    assert document.state is DocumentState.SEALED
    assert [one.stored for one in document.revisions] == [True, False, True]
    for revision in document.revisions:
        assert hashlib.sha256(pdf[: revision.size]).hexdigest() == revision.sha256
    trust = seals.authority(Act(orders.REGISTRAR, clock.now()))
    found = examiner.examine(pdf, [trust.root])
    assert [one.problems for one in found.signatures] == [(), ()]
    assert orders.answers(document_id)[-1][1] == "documents.sealed"
    assert orders.answers(document_id)[-1][2]["revision"] == 2


def test_the_same_signing_order_twice_seals_once() -> None:
    enterprise_id = ids.new_id()
    _seal(enterprise_id)
    document_id, sha256 = _printed(enterprise_id)
    delivery = orders.delivered(orders.signing(document_id, enterprise_id, sha256))
    listeners.on_message(delivery)
    listeners.on_message(delivery)
    assert [kind for _, kind, _ in orders.answers(document_id)] == ["documents.rendered", "documents.sealed"]


def test_two_deliveries_at_once_seal_once() -> None:
    enterprise_id = ids.new_id()
    _seal(enterprise_id)
    document_id, sha256 = _printed(enterprise_id)
    delivery = orders.delivered(orders.signing(document_id, enterprise_id, sha256))

    def deliver(_: int) -> str:
        try:
            listeners.on_message(delivery)
        except Stale:
            return "retried later by the stream"
        return "done"

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(deliver, range(4)))
    assert "done" in outcomes
    assert [kind for _, kind, _ in orders.answers(document_id)].count("documents.sealed") == 1


def test_without_a_seal_the_room_is_told_and_a_later_order_succeeds() -> None:
    enterprise_id = ids.new_id()
    document_id, sha256 = _printed(enterprise_id)
    order = orders.delivered(orders.signing(document_id, enterprise_id, sha256))
    listeners.on_message(order)
    assert orders.answers(document_id)[-1][2]["code"] == "documents.seal-unavailable"
    assert orders.answers(document_id)[-1][2]["retryable"] is True
    _seal(enterprise_id)
    listeners.on_message(order)
    assert orders.answers(document_id)[-1][1] == "documents.sealed"
    assert history.is_unbroken(orders.history_of(document_id))


def test_a_suspended_seal_closes_nothing() -> None:
    enterprise_id = ids.new_id()
    _seal(enterprise_id)
    seals.suspend_seal(Act(orders.REGISTRAR, clock.now()), enterprise_id, "遗失核查")
    document_id, sha256 = _printed(enterprise_id)
    listeners.on_message(orders.delivered(orders.signing(document_id, enterprise_id, sha256)))
    assert orders.answers(document_id)[-1][2]["code"] == "documents.seal-unavailable"


def test_a_signature_over_another_file_is_refused_for_good() -> None:
    enterprise_id = ids.new_id()
    _seal(enterprise_id)
    document_id, _ = _printed(enterprise_id)
    listeners.on_message(orders.delivered(orders.signing(document_id, enterprise_id, "0" * 64)))
    _, kind, body = orders.answers(document_id)[-1]
    assert (kind, body["code"], body["retryable"]) == ("documents.failed", "documents.different-file", False)


def test_a_damaged_handwriting_is_answered() -> None:
    enterprise_id = ids.new_id()
    _seal(enterprise_id)
    document_id, sha256 = _printed(enterprise_id)
    order = orders.signing(document_id, enterprise_id, sha256, handwriting="SFcxAAAA")
    listeners.on_message(orders.delivered(order))
    assert orders.answers(document_id)[-1][2]["code"] == "documents.unusable-handwriting"


def test_events_hold_no_personal_data(service: str) -> None:
    enterprise_id = ids.new_id()
    _seal(enterprise_id)
    document_id, _ = _sealed(enterprise_id)
    for item in history.items_of(TABLE, orders.history_of(document_id)[0].subject):
        assert "欧阳" not in str(item)
        assert "11010519491231002X" not in str(item)
    stored = client(service).get_item(
        TableName=TABLE.physical, Key={"PK": {"S": f"DOCUMENT#{document_id}"}, "SK": {"S": "DOCUMENT"}}
    )["Item"]
    assert "欧阳㛃䶮" not in str(stored)
    assert "11010519491231002X" not in str(stored)


def test_a_stream_record_relays_the_answer_to_the_workers_table(service: str) -> None:
    document_id, sha256 = _printed(ids.new_id())
    own = [
        record
        for record in stream_records(service, "documents")
        if record["dynamodb"]["Keys"]["PK"]["S"] == f"DOCUMENT#{document_id}"
    ]
    assert streams.consume({"Records": own}, TABLE) == {"batchItemFailures": []}
    relayed = [
        streams._delivery(record["dynamodb"]["NewImage"])
        for record in stream_records(service, "workers")
        if record["dynamodb"]["NewImage"].get("subject", {}).get("S") == f"document:{document_id}"
    ]
    assert [(one.kind, one.body["sha256"]) for one in relayed] == [("documents.rendered", sha256)]


# ---------------------------------------------------------------------------------- reading


def _person(person_id: str) -> Principal:
    return Principal(person_id, "s", (), True)


def test_the_worker_opens_the_file_by_a_short_lived_link() -> None:
    import httpx

    document_id, sha256 = _printed(ids.new_id())
    link = reading.open_file(_person("W1"), document_id, None, clock.now())
    answer = httpx.get(link.url)
    assert hashlib.sha256(answer.content).hexdigest() == sha256
    assert answer.headers["content-type"] == "application/pdf"
    assert link.filename == "简易劳动合同-HT-20261123-7K3M9QTB-X.pdf"


@pytest.mark.parametrize(
    "grant",
    [
        Grant(Role.LABOUR_CLERK, Scope("project", "P2")),
        Grant(Role.COUNTY_OFFICER, Scope("region", "330109")),
        Grant(Role.OPERATOR, Scope("org", "other")),
    ],
)
def test_a_document_beyond_reach_does_not_exist(grant: Grant) -> None:
    document_id, _ = _printed("E1")
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
    document_id, sha256 = _printed("E1")
    view = reading.view_document(Principal("officer", "s", (grant,), True), document_id)
    assert view.sha256 == sha256
    assert view.revisions[0].label == "生成文件"


# ---------------------------------------------------------------------------------- verification


def test_the_code_on_the_paper_tells_what_it_is_and_masks_people() -> None:
    enterprise_id = ids.new_id()
    _seal(enterprise_id)
    document_id, _ = _sealed(enterprise_id)
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
    document_id, _ = _printed("E1")
    code = reading.view_document(_person("W1"), document_id).verify_url.rpartition("/")[2]
    with pytest.raises(errors.UnknownCode):
        verifying.verify_code(spoil(code))


def test_the_sealed_file_is_genuine_and_its_earlier_revision_superseded() -> None:
    enterprise_id = ids.new_id()
    _seal(enterprise_id)
    document_id, pdf = _sealed(enterprise_id)
    document = documents.find(document_id)
    assert document is not None
    answer = verifying.verify_file(pdf)
    assert (answer.verdict, answer.accepted) == ("genuine", True)
    assert [one.signer for one in answer.signatures] == ["杭州某某建筑劳务有限公司", "欧**䶮"]
    for revision in document.revisions[:2]:
        assert verifying.verify_file(pdf[: revision.size]).verdict == "superseded"


def test_an_unsigned_print_is_ours_but_not_yet_a_contract() -> None:
    _, sha256 = _printed("E1")
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
    _seal(enterprise_id)
    _, pdf = _sealed(enterprise_id)
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


# ---------------------------------------------------------------------------------- seals


def test_a_seal_is_issued_once_and_is_a_specimen_outside_production() -> None:
    enterprise_id = ids.new_id()
    view = _seal(enterprise_id)
    assert (view.specimen, view.state) == (True, "active")
    with pytest.raises(errors.SealExists):
        _seal(enterprise_id)


def test_a_revoked_seal_is_replaced_with_another_certificate() -> None:
    enterprise_id = ids.new_id()
    first = _seal(enterprise_id)
    seals.revoke_seal(Act(orders.REGISTRAR, clock.now()), enterprise_id, "单位更名")
    second = _seal(enterprise_id)
    assert first.certificate_serial != second.certificate_serial
    seal = stored_seals.find(enterprise_id)
    assert seal is not None
    assert seal.state is SealState.ACTIVE
    assert history.is_unbroken(history.of(TABLE, seal.subject))


def test_a_seal_moves_only_along_its_life() -> None:
    enterprise_id = ids.new_id()
    act = Act(orders.REGISTRAR, clock.now())
    _seal(enterprise_id)
    with pytest.raises(errors.SealStateConflict):
        seals.resume_seal(act, enterprise_id, "没有停用")
    seals.suspend_seal(act, enterprise_id, "核查")
    assert seals.resume_seal(act, enterprise_id, "核查完毕").state == "active"
    seals.revoke_seal(act, enterprise_id, "注销")
    with pytest.raises(errors.SealStateConflict):
        seals.resume_seal(act, enterprise_id, "想恢复")


def test_an_enterprise_stops_its_own_seal_but_makes_none() -> None:
    enterprise_id = ids.new_id()
    _seal(enterprise_id)
    admin = Principal("A1", "s", (Grant(Role.ENTERPRISE_ADMIN, Scope("org", enterprise_id)),), True)
    assert seals.suspend_seal(Act(admin, clock.now()), enterprise_id, "经办人离职").state == "suspended"
    with pytest.raises((Forbidden, NotFound)):
        seals.issue_seal(Act(admin, clock.now()), ids.new_id(), "某某劳务公司", "91330100799655058B")
    stranger = Principal("A2", "s", (Grant(Role.ENTERPRISE_ADMIN, Scope("org", "other")),), True)
    with pytest.raises(NotFound):
        seals.revoke_seal(Act(stranger, clock.now()), enterprise_id, "别家的")


def test_the_private_key_is_unreadable_in_the_table(service: str) -> None:
    enterprise_id = ids.new_id()
    _seal(enterprise_id)
    seal = stored_seals.find(enterprise_id)
    assert seal is not None
    key = stored_seals.identity_of(seal).key
    item = client(service).get_item(
        TableName=TABLE.physical, Key={"PK": {"S": f"SEAL#{enterprise_id}"}, "SK": {"S": "SEAL"}}
    )["Item"]
    assert key not in item["certificate"]["B"]
    assert key.hex() not in str(item)


def test_two_processes_found_one_authority() -> None:
    act = Act(orders.REGISTRAR, clock.now())
    standing = seals.authority(act)
    assert stored_seals.keep_authority(act, authority.found(act.at)) is False
    assert seals.authority(act).root == standing.root


def test_the_picture_of_a_seal_is_a_png() -> None:
    enterprise_id = ids.new_id()
    _seal(enterprise_id)
    assert seals.picture(orders.REGISTRAR, enterprise_id).startswith(b"\x89PNG")
