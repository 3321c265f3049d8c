"""A catalogue sends what changed, signed, one by one by their revision; what was cut short is sent again."""

import json
import time
from typing import Any

import pytest

from mashangban.domains.guides import partners
from mashangban.domains.guides.app import handler
from mashangban.domains.guides.repository import items as repository
from mashangban.domains.guides.schemas import GuideFeed, GuideFeedItem, GuideForm, GuideWithdrawal
from mashangban.domains.guides.service import bringing, importing, items, reading
from mashangban.domains.guides.terms import Brought, GuideState
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Busy
from mashangban.kernel.permissions import Role
from sandbox.signatures import sign
from tests.guides.conftest import TODAY, Bureau, new_code, written
from tests.guides.test_imports import item_of
from tests.workers import phone


def fed(bureau: Bureau, code: str, revision: int, **differs: Any) -> Brought:
    item = GuideFeedItem(region=bureau.region, code=code, content=written(**differs), revision=revision)
    given = GuideFeed(items=[item])
    return Brought(importing.feed(ids.new_id(), given, clock.now())[0].outcome)


def change(bureau: Bureau, code: str, revision: int = 1) -> dict[str, Any]:
    content = written().model_dump(mode="json")
    return {"items": [{"region": bureau.region, "code": code, "content": content, "revision": revision}]}


def feeds(body: object, **bent: str) -> tuple[int, dict[str, Any]]:
    """What the catalogue sends, signed as the sandbox signs, and what it is answered."""
    raw, path = json.dumps(body).encode(), "/v1/guides/feed"
    at, request_id = bent.get("at", str(int(time.time()))), bent.get("request_id", ids.new_id())
    key = bent.get("key", partners.catalogue().key)
    headers = {
        "content-type": "application/json",
        "x-app-id": partners.catalogue().app_id,
        "x-timestamp": at,
        "x-request-id": request_id,
        "x-signature": sign(key, "POST", path, at, request_id, raw),
    }
    answer = handler(phone._event("POST", path, raw.decode(), headers), None)
    return answer["statusCode"], json.loads(answer["body"])


def test_a_feed_says_that_an_item_is_withdrawn(bureau: Bureau) -> None:
    code = new_code()
    fed(bureau, code, 1)
    items.withdraw(bureau.act(), item_of(bureau, code), GuideWithdrawal(why="并入别的事项"))
    assert fed(bureau, code, 2, promised_days=3) is Brought.WITHDRAWN
    assert repository.get(item_of(bureau, code)).state is GuideState.WITHDRAWN


def test_a_feed_brings_what_is_newer_and_ignores_the_rest(bureau: Bureau) -> None:
    code = new_code()
    assert fed(bureau, code, 5) is Brought.PUBLISHED
    assert fed(bureau, code, 5) is Brought.SAME
    assert fed(bureau, code, 7, promised_days=3) is Brought.PUBLISHED
    assert fed(bureau, code, 6, promised_days=9) is Brought.OLDER
    assert reading.show(item_of(bureau, code), TODAY).content.promised_days == 3
    assert fed(bureau, code, 8, steps=[]) is Brought.DRAFTED
    assert fed(bureau, code, 9, promised_days=2) is Brought.BEING_WRITTEN


def test_a_region_that_is_none_is_told_and_the_rest_goes_on(bureau: Bureau) -> None:
    nowhere, here = change(bureau, new_code()), change(bureau, new_code())
    nowhere["items"][0]["region"] = "999999"
    given = GuideFeed.model_validate({"items": nowhere["items"] + here["items"]})
    told = importing.feed(ids.new_id(), given, clock.now())
    assert [one.outcome for one in told] == [Brought.ELSEWHERE.value, Brought.PUBLISHED.value]


def test_the_catalogue_feeds_what_it_signed_and_each_request_once(bureau: Bureau) -> None:
    code, request_id = new_code(), ids.new_id()
    status, told = feeds(change(bureau, code), request_id=request_id)
    assert (status, told["items"][0]["outcome"]) == (200, "published")
    assert reading.show(item_of(bureau, code), TODAY).edition == 1
    status, told = feeds(change(bureau, code), request_id=request_id)
    assert (status, told["code"]) == (409, "guides.feed.replayed")


def test_a_request_that_was_cut_short_goes_on_when_it_is_sent_again(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes, request_id, bring = [new_code() for _ in range(3)], ids.new_id(), bringing.bring
    body = {"items": [one for code in codes for one in change(bureau, code)["items"]]}

    def cut_short(act: Act, role: Role, given: GuideForm, revision: int = 0) -> bringing.Bringing:
        if given.code == codes[1]:
            raise Busy()
        return bring(act, role, given, revision)

    monkeypatch.setattr(bringing, "bring", cut_short)
    assert feeds(body, request_id=request_id)[0] == 503
    monkeypatch.setattr(bringing, "bring", bring)
    status, told = feeds(body, request_id=request_id)
    outcomes = [one["outcome"] for one in told["items"]]
    assert (status, outcomes) == (200, ["same", "published", "published"])
    assert feeds(body, request_id=request_id)[0] == 409


@pytest.mark.parametrize("bent", [{"key": "somebody-elses"}, {"at": "1700000000"}])
def test_what_the_catalogue_did_not_sign_just_now_changes_nothing(
    bureau: Bureau, bent: dict[str, str]
) -> None:
    code = new_code()
    status, told = feeds(change(bureau, code), **bent)
    assert (status, told["code"]) == (403, "guides.feed.signature-wrong")
    assert repository.by_codes((bureau.region,), (code,)) == {}


@pytest.mark.parametrize(
    ("body", "status"), [([], 400), ({"items": []}, 422), ({"items": [{"region": "33"}]}, 422)]
)
def test_a_signed_letter_that_says_nothing_is_refused(tables: str, body: object, status: int) -> None:
    assert feeds(body)[0] == status
