"""Guides over HTTP: anybody reads without signing in, an office writes once a key, a stranger sees no draft."""

import json
from typing import Any

from mashangban.domains.guides.app import handler
from mashangban.kernel import ids
from tests.audit.build import sign_in
from tests.guides.conftest import Bureau, new_code, written
from tests.workers import phone

ROOT = "/v1/guides"


def send(method: str, path: str, body: Any = None, token: str = "", key: str = "") -> dict[str, Any]:
    headers = {"content-type": "application/json", "authorization": f"Bearer {token}", "idempotency-key": key}
    given = {name: value for name, value in headers.items() if value and value != "Bearer "}
    text = None if body is None else json.dumps(body)
    answer: dict[str, Any] = handler(phone._event(method, path, text, given), None)
    return answer


def read(raw: dict[str, Any]) -> Any:
    return json.loads(raw["body"])


def test_anybody_finds_and_reads_what_is_published(bureau: Bureau) -> None:
    name = f"事项{ids.new_id()[-8:]}"
    made = bureau.published(name=name)
    rows = read(send("GET", f"{ROOT}/items?region={bureau.region}&word={name[2:]}"))["items"]
    assert [(one["id"], one["promised_days"], one["online"]) for one in rows] == [(made, 5, True)]
    shown = read(send("GET", f"{ROOT}/items/{made}"))
    assert shown["content"]["materials"][0]["licence"] == "营业执照"
    assert shown["audience_labels"] == ["个体工商户", "企业"]
    assert read(send("GET", f"{ROOT}/items/{made}/editions/1"))["digest"] == shown["digest"]
    assert [send("GET", f"{ROOT}/items/{made}/editions/{n}")["statusCode"] for n in ("2", "x")] == [404, 404]


def test_a_draft_is_written_by_an_officer_alone_and_once(bureau: Bureau) -> None:
    body = {"region": bureau.region, "code": new_code(), "content": written().model_dump(mode="json")}
    where = f"{ROOT}/desk/items"
    assert send("POST", where, body)["statusCode"] == 401
    stranger = sign_in(ids.new_id())
    assert send("POST", where, body, stranger, "s" * 24)["statusCode"] == 403
    officer = sign_in(ids.new_id(), list(bureau.officer.grants))
    first, again = (send("POST", where, body, officer, "d" * 24) for _ in range(2))
    assert (first["statusCode"], read(again)["id"]) == (201, read(first)["id"])
    one = f"{where}/{read(first)['id']}"
    assert send("GET", one, token=stranger)["statusCode"] == 403
    assert read(send("GET", one, token=officer))["gaps"] == []
    waits = read(send("POST", f"{one}/submission", {}, officer, "u" * 24))
    assert (waits["state"], waits["submitted"]) == ("draft", True)
    own = send("POST", f"{one}/publication", {}, officer, "o" * 24)
    assert (own["statusCode"], read(own)["code"]) == (409, "guides.draft.own-work")
    colleague = sign_in(ids.new_id(), list(bureau.officer.grants))
    back = read(send("POST", f"{one}/return", {"why": "电话写错了"}, colleague, "r" * 24))
    assert (back["submitted"], read(send("GET", one, token=officer))["returned"]) == (False, "电话写错了")
    send("POST", f"{one}/submission", {}, officer, "v" * 24)
    done = read(send("POST", f"{one}/publication", {}, colleague, "p" * 24))
    assert (done["state"], done["edition"]) == ("published", 1)


def test_what_is_wrong_with_a_form_is_told_field_by_field(bureau: Bureau) -> None:
    officer = sign_in(ids.new_id(), list(bureau.officer.grants))
    content = written().model_dump(mode="json") | {"promised_days": -1}
    body = {"region": bureau.region, "code": new_code(), "content": content}
    refused = send("POST", f"{ROOT}/desk/items", body, officer, "w" * 24)
    assert refused["statusCode"] == 422
    assert [one["field"] for one in read(refused)["errors"]] == ["content.promised_days"]
