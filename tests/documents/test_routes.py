"""The documents function at its doors: who is let in, what a phone and a browser get."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from mashangban.documents.repository import documents
from mashangban.documents.service import views
from mashangban.kernel import clock, ids, sessions, tokens
from mashangban.kernel.permissions import Grant, Role, Scope
from tests.documents import orders, samples, site
from tests.engine import client
from tests.registry.conftest import Desk

pytestmark = pytest.mark.usefixtures("service")


def _token(engine: str, person_id: str, *grants: Grant) -> str:
    """Signs a person in, as identity would."""
    session_id, at = ids.new_id(), clock.now()
    client(engine).put_item(
        TableName=sessions.IDENTITY.physical,
        Item={
            "PK": {"S": sessions.session_pk(session_id)},
            "SK": {"S": "SESSION"},
            "person_id": {"S": person_id},
            "epoch": {"N": "1"},
            "grants": {"S": sessions.grants_to_text([(grant, None) for grant in grants])},
            "real_name": {"BOOL": True},
            "ends_at": {"S": (at + timedelta(hours=1)).isoformat()},
        },
    )
    return "Bearer " + tokens.issue(tokens.Claims(person_id, session_id, 1), at)


def _code(document_id: str) -> str:
    document = documents.find(document_id)
    assert document is not None
    return views.verify_url(document).rpartition("/")[2]


def _json(answer: dict[str, Any]) -> Any:
    return json.loads(answer["body"])


def test_the_worker_reads_the_document_and_gets_a_link(service: str) -> None:
    document_id, sha256 = orders.printed("E1")
    worker = _token(service, "W1")
    view = _json(site.answered("GET", f"/v1/documents/{document_id}", authorization=worker))
    assert (view["state"], view["sha256"]) == ("rendered", sha256)
    link = site.answered("GET", f"/v1/documents/{document_id}/file", authorization=worker)
    assert _json(link)["filename"].endswith(".pdf")
    moved = site.answered("GET", f"/v1/documents/{document_id}/file?redirect=1", authorization=worker)
    assert moved["statusCode"] == 302
    assert sha256 in moved["headers"]["Location"]


def test_nobody_reads_without_signing_in_and_no_stranger_at_all(service: str) -> None:
    document_id, _ = orders.printed("E1")
    assert site.answered("GET", f"/v1/documents/{document_id}")["statusCode"] == 401
    stranger = _token(service, "W2")
    for path in ("", "/file"):
        answer = site.answered("GET", f"/v1/documents/{document_id}{path}", authorization=stranger)
        assert answer["statusCode"] == 404


def test_a_revision_that_is_not_stored_is_not_offered(service: str) -> None:
    enterprise_id = ids.new_id()
    orders.seal_of(enterprise_id)
    document_id, _ = orders.sealed(enterprise_id)
    worker = _token(service, "W1")
    for revision, status in ((0, 200), (1, 404), (2, 200), (3, 404)):
        path = f"/v1/documents/{document_id}/file?revision={revision}"
        assert site.answered("GET", path, authorization=worker)["statusCode"] == status


def test_anyone_verifies_by_code_and_by_upload() -> None:
    enterprise_id = ids.new_id()
    orders.seal_of(enterprise_id)
    document_id, pdf = orders.sealed(enterprise_id)
    found = _json(site.answered("GET", f"/v1/documents/verifications/{_code(document_id)}"))
    assert (found["state"], found["number"]) == ("sealed", samples.IMPRINT.number)
    answer = site.answered("POST", "/v1/documents/verifications", pdf, content_type="application/pdf")
    assert _json(answer)["verdict"] == "genuine"


def test_an_unknown_code_is_a_problem_with_advice() -> None:
    answer = site.answered("GET", "/v1/documents/verifications/ABCDEFGHJKMNPQRSTVWXYZ2345")
    assert answer["statusCode"] == 404
    assert _json(answer)["code"] == "documents.unknown-code"
    assert _json(answer)["next"]


def test_an_upload_that_is_no_pdf_gets_an_answer_and_another_type_is_refused() -> None:
    answer = site.answered(
        "POST", "/v1/documents/verifications", b"PK\x03\x04", content_type="application/pdf"
    )
    assert _json(answer)["verdict"] == "unreadable"
    other = site.answered("POST", "/v1/documents/verifications", b"{}", content_type="application/json")
    assert other["statusCode"] == 415


def test_a_registrar_issues_a_seal_once_however_often_the_button_is_pressed(service: str) -> None:
    admin = _token(service, "P1", Grant(Role.PLATFORM_ADMIN, Scope("*")))
    enterprise_id = Desk().enterprise().id
    body = {"enterprise_id": enterprise_id, "name": "杭州某某建筑劳务有限公司", "uscc": "91330100799655058B"}
    given = {
        "authorization": admin,
        "content_type": "application/json",
        "idempotency_key": "seal-" + ids.new_id(),
    }
    first, second = (
        site.answered("POST", "/v1/documents/seals", json.dumps(body).encode(), **given) for _ in range(2)
    )
    assert (first["statusCode"], second["statusCode"]) == (201, 201)
    assert first["body"] == second["body"]
    shown = site.answered("GET", f"/v1/documents/seals?enterprise_id={enterprise_id}", authorization=admin)
    assert _json(shown)["state"] == "active"
    picture = site.answered(
        "GET", f"/v1/documents/seals/{enterprise_id}/picture", authorization=admin, accept="image/png"
    )
    assert picture["isBase64Encoded"] is True


def test_a_worker_issues_no_seal(service: str) -> None:
    given = {
        "authorization": _token(service, "W1"),
        "content_type": "application/json",
        "idempotency_key": "k" * 20,
    }
    body = json.dumps({"enterprise_id": "E", "name": "某某劳务公司", "uscc": "91330100799655058B"}).encode()
    assert site.answered("POST", "/v1/documents/seals", body, **given)["statusCode"] == 403


def test_the_root_certificate_is_for_everyone() -> None:
    orders.seal_of(ids.new_id())
    answer = site.answered("GET", "/v1/documents/authority")
    assert answer["body"].startswith("-----BEGIN CERTIFICATE-----")


# ------------------------------------------------------------------------------------ pages


def test_a_typed_code_leads_to_its_page_even_as_a_pasted_link() -> None:
    document_id, _ = orders.printed("E1")
    code = _code(document_id)
    for typed in (code, code.lower(), f"http://127.0.0.1:8000/verify/{code}/", f"{code[:8]}%20{code[8:]}"):
        answer = site.answered("GET", f"/verify?code={typed}")
        assert answer["statusCode"] == 303
        assert answer["headers"]["Location"] == f"/verify/{code}"


def test_every_page_forbids_what_it_does_not_need() -> None:
    document_id, _ = orders.printed("E1")
    for path in ("/verify", f"/verify/{_code(document_id)}", "/verify/ABC"):
        answer = site.answered("GET", path)
        policy = answer["headers"]["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "<style" not in answer["body"]
        assert " style=" not in answer["body"]
        assert " onclick" not in answer["body"]


def test_a_wrong_code_is_a_page_that_says_what_to_do() -> None:
    answer = site.answered("GET", "/verify/ABC")
    assert answer["statusCode"] == 404
    assert "没有查到这个编码的文件" in answer["body"]
    assert "请核对是否输错" in answer["body"]


def test_a_name_with_markup_is_shown_as_text() -> None:
    name = "<script>alert(1)</script>有限公司"
    contract = {**samples.CONTRACT, "employer": {**samples.EMPLOYER, "name": name}}
    document_id = ids.new_id()
    from mashangban.documents import listeners

    listeners.on_message(orders.delivered(orders.printing(document_id, "E1", contract)))
    body = site.answered("GET", f"/verify/{_code(document_id)}")["body"]
    assert "<script>alert" not in body
    assert "&lt;script&gt;alert(1)" in body


def test_assets_are_cached_for_ever_under_an_address_of_their_content() -> None:
    page = site.answered("GET", "/verify")["body"]
    address = page.split('rel="stylesheet" href="/verify/assets/')[1].split('"')[0]
    answer = site.answered("GET", f"/verify/assets/{address}")
    assert answer["headers"]["Content-Type"].startswith("text/css")
    assert "immutable" in answer["headers"]["Cache-Control"]
    assert site.answered("GET", "/verify/assets/secrets.txt")["statusCode"] == 404
