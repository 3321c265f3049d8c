"""The log's API: what is public, and who may see a matter's log."""

import json
from typing import Any

import pytest

from mashangban.audit import service, verifier
from mashangban.audit.app import handler
from mashangban.kernel import ids
from mashangban.kernel.permissions import Grant, Role, Scope
from tests.audit import build

pytestmark = pytest.mark.usefixtures("own_log")


def ask(
    method: str, path: str, token: str | None = None, body: str | None = None, **query: str
) -> tuple[int, Any]:
    answer = handler(build.http(method, path, token, body, **query), None)
    text = answer["body"]
    return answer["statusCode"], json.loads(text) if text.startswith("{") else text


def logged_chain(person: str) -> Any:
    chain = build.chain_of(3, act=build.act_of(person))
    service.append(build.SYSTEM, chain)
    return chain


def test_state_keys_and_consistency_are_open_to_all() -> None:
    logged_chain(ids.new_id())
    assert ask("GET", "/v1/audit/checkpoints/latest")[1]["size"] == 3
    assert ask("GET", "/v1/audit/keys")[1]["keys"][0]["crv"] == "P-256"
    assert ask("GET", "/v1/audit/consistency", **{"from": "1", "to": "3"})[1]["new_size"] == 3


def test_a_consistency_of_nothing_is_refused_in_words() -> None:
    logged_chain(ids.new_id())
    status, problem = ask("GET", "/v1/audit/consistency", **{"from": "1", "to": "9"})
    assert (status, problem["code"]) == (404, "audit.no-such-state")
    assert ask("GET", "/v1/audit/consistency", **{"from": "0", "to": "1"})[0] == 422
    assert ask("GET", "/v1/audit/consistency")[0] == 422


def test_the_receipt_as_served_passes_the_offline_verifier() -> None:
    person = ids.new_id()
    chain, token = logged_chain(person), build.sign_in(person)
    keys = verifier.keys_from_pem(ask("GET", "/v1/audit/keys")[1]["pem"])
    subject = chain[0].subject
    for path in (
        f"/v1/audit/subjects/{subject.kind}/{subject.id}/receipt",
        f"/v1/audit/receipts/{chain[1].id}",
    ):
        text = handler(build.http("GET", path, token), None)["body"]
        assert all(finding.good for finding in verifier.check(text, keys))
        assert ask("POST", "/v1/audit/verifications", body=text)[1]["genuine"]


def test_anyone_may_have_a_receipt_checked_and_a_forged_one_is_named() -> None:
    person = ids.new_id()
    chain = logged_chain(person)
    text = service.receipt_of(chain[0].subject).model_dump_json()
    status, view = ask("POST", "/v1/audit/verifications", body=text.replace("第2步", "第8步"))
    assert (status, view["genuine"]) == (200, False)
    assert [finding["code"] for finding in view["findings"] if not finding["good"]] == ["chain"]
    assert view["events"] == []


def test_whoever_acted_sees_the_log_of_the_matter() -> None:
    person = ids.new_id()
    chain = logged_chain(person)
    status, view = ask("GET", f"/v1/audit/subjects/contract/{chain[0].subject.id}", build.sign_in(person))
    assert (status, view["complete"], len(view["entries"])) == (200, True, 3)


def test_a_stranger_and_a_clerk_elsewhere_see_nothing() -> None:
    chain = logged_chain(ids.new_id())
    clerk = build.sign_in(ids.new_id(), [Grant(Role.LABOUR_CLERK, Scope("project", "p"))])
    for token in (build.sign_in(ids.new_id()), clerk):
        for path in (
            f"subjects/contract/{chain[0].subject.id}",
            f"receipts/{chain[0].id}",
            "subjects/contract/none",
        ):
            assert ask("GET", f"/v1/audit/{path}", token)[0] == 404
    assert ask("GET", f"/v1/audit/receipts/{chain[0].id}")[0] == 401


@pytest.mark.parametrize("identity", ["x" * 3000, "%00", "a%23b", "%E7%A0%81", "..%2F.."])
def test_an_address_of_nothing_is_not_found(identity: str) -> None:
    admin = build.sign_in(ids.new_id(), [Grant(Role.PLATFORM_ADMIN, Scope("*"))])
    assert ask("GET", f"/v1/audit/receipts/{identity}", admin)[0] == 404
    for rest in ("", "/receipt"):
        assert ask("GET", f"/v1/audit/subjects/contract/{identity}{rest}", admin)[0] == 404


def test_the_platform_administrator_sees_every_log() -> None:
    chain = logged_chain(ids.new_id())
    admin = build.sign_in(ids.new_id(), [Grant(Role.PLATFORM_ADMIN, Scope("*"))])
    assert ask("GET", f"/v1/audit/subjects/contract/{chain[0].subject.id}", admin)[0] == 200


def test_the_verifier_itself_can_be_downloaded() -> None:
    status, text = ask("GET", "/v1/audit/verifier")
    assert status == 200
    assert "Check a receipt of the audit log" in text
