"""Ids, numbers, codes, ciphertexts, money, reach: the small things everything stands on."""

import random
import string
from datetime import UTC, datetime, timedelta

import pytest
from chalice.app import Request as ChaliceRequest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.kernel import clock, codes, crypto, events, ids, money
from mashangban.kernel.acts import system_act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.http import Request
from mashangban.kernel.permissions import Grant, Permission, Place, Principal, Role, Scope
from mashangban.kernel.settings import settings

AT = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
VIEW = Permission("test:thing:view", "看", frozenset({Role.PERSON, Role.COUNTY_OFFICER, Role.CITY_OFFICER}))


@given(st.integers(0, 10**9))
def test_ids_sort_as_time_does(milliseconds: int) -> None:
    earlier = ids.new_id(AT)
    later = ids.new_id(AT + timedelta(milliseconds=milliseconds + 1))
    assert earlier < later
    assert len(earlier) == 26


@given(st.integers(0, 7), st.sampled_from(ids.ALPHABET))
def test_a_mistyped_public_number_is_noticed(place: int, wrong: str) -> None:
    number = ids.public_number("HT", AT)
    prefix, day, body, check = number.split("-")
    typed = "-".join((prefix, day, body[:place] + wrong + body[place + 1 :], check))
    assert ids.is_public_number(number)
    assert ids.is_public_number(typed) == (typed == number)


@given(st.text(max_size=40))
def test_nothing_but_a_public_number_passes_for_one(text: str) -> None:
    assert not ids.is_public_number(text) or text.count("-") == 3


def test_a_code_is_bound_to_its_purpose() -> None:
    code = codes.issue("team", codes.new_body())
    assert codes.issue("team", codes.read("team", code)) == code
    with pytest.raises(codes.AlteredCode):
        codes.read("document", code)


def test_ten_thousand_altered_codes_are_all_refused() -> None:
    dice, letters = random.Random(20261123), string.ascii_uppercase + string.digits
    code = codes.issue("team", "0123456789")
    for _ in range(10_000):
        changed = list(code)
        for place in dice.sample(range(len(code)), dice.randint(1, 4)):
            changed[place] = dice.choice(letters)
        if (altered := "".join(changed)) != code:
            with pytest.raises(codes.AlteredCode):
                codes.read("team", altered)


def test_a_role_at_a_place_is_read_back_as_it_was_written() -> None:
    for text in (
        "county_officer@region:330106",
        "operator@org:01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "platform_admin@*",
    ):
        assert str(Grant.parse(text)) == text
    for wrong in ("operator", "king@region:33", "operator@somewhere:1"):
        with pytest.raises(ValueError, match="not a"):
            Grant.parse(wrong)


def test_equal_values_of_one_purpose_meet_and_of_two_do_not() -> None:
    assert crypto.keyed_hash("phone", "13800138000") == crypto.keyed_hash("phone", "13800138000")
    assert crypto.keyed_hash("phone", "13800138000") != crypto.keyed_hash("id", "13800138000")


@pytest.mark.parametrize(
    ("fen", "words"),
    [(0, "0元"), (5, "0.05元"), (12345678, "123,456.78元"), (35000, "350元"), (-1, "-0.01元")],
)
def test_money_is_worded_to_the_fen(fen: int, words: str) -> None:
    assert money.yuan(fen) == words


def test_a_naive_time_has_no_place() -> None:
    with pytest.raises(ValueError, match="naive"):
        clock.to_text(datetime(2026, 11, 23))  # noqa: DTZ001 - that is what is refused
    with pytest.raises(ValueError, match="time zone"):
        clock.from_text("2026-11-23T05:00:00")


@given(st.integers(0, 4 * 10**9), st.integers(0, 999_999))
def test_times_survive_storage_to_the_millisecond_and_sort_as_text(seconds: int, micro: int) -> None:
    at = datetime.fromtimestamp(seconds, UTC).replace(microsecond=micro)
    kept = clock.from_text(clock.to_text(at))
    assert abs(at - kept) < timedelta(milliseconds=1)
    assert clock.to_text(at) <= clock.to_text(at + timedelta(milliseconds=1))


@pytest.mark.parametrize(
    ("scope", "seen"),
    [
        ("region:330106", True),
        ("region:3301", True),
        ("region:33", True),
        ("region:330105", False),
        ("region:32", False),
        ("org:e1", True),
        ("org:e2", False),
        ("project:p1", True),
        ("project:p2", False),
        ("*", True),
    ],
)
def test_a_scope_reaches_what_lies_within_it(scope: str, seen: bool) -> None:
    place = Place("330106", frozenset({"e1"}), "p1", frozenset({"worker"}))
    officer = Principal("someone", "s", (Grant(Role.COUNTY_OFFICER, Scope.parse(scope)),))
    assert officer.reach(VIEW).covers(place) == seen


def test_everyone_reaches_their_own_and_nothing_else() -> None:
    place = Place("330106", frozenset({"e1"}), "p1", frozenset({"worker"}))
    Principal("worker", "s").reach(VIEW).require(place)
    with pytest.raises(NotFound):
        Principal("other", "s").reach(VIEW).require(place)


@pytest.mark.parametrize("text", ["", "region", "region:", "galaxy:1", "org", "self:1"])
def test_a_scope_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="scope"):
        Scope.parse(text)


def test_an_event_refuses_fractions_since_no_receipt_could_be_verified() -> None:
    with pytest.raises(ValueError, match="whole numbers"):
        events.happened(system_act("test"), "test.x.y", Subject("thing", "1"), {"rows": [{"share": 0.5}]})


def test_changing_any_part_of_an_event_changes_its_hash() -> None:
    event = events.happened(system_act("test"), "test.x.y", Subject("thing", "1"), {"a": 1})
    item = events.to_item(event)
    for name in ("type", "actor", "role", "at", "salt", "previous"):
        other = {**item, name: {"S": item[name]["S"][:-1] + ("1" if item[name]["S"][-1] != "1" else "2")}}
        if name == "at":
            other["at"] = {"S": "2026-11-23T05:00:00.001Z"}
        assert events.from_item(other).hash != event.hash
    assert events.from_item(item).hash == event.hash


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        ("0", "6.6.6.6, 1.2.3.4", "9.9.9.9"),
        ("1", "6.6.6.6, 1.2.3.4, 130.176.0.1", "1.2.3.4"),
        ("1", "130.176.0.1", "9.9.9.9"),
        ("1", "", "9.9.9.9"),
    ],
)
def test_only_our_own_proxies_are_believed_about_an_address(
    proxies: str, forwarded: str, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRUSTED_PROXIES", proxies)
    settings.cache_clear()
    event = {
        "headers": {"x-forwarded-for": forwarded},
        "multiValueQueryStringParameters": None,
        "pathParameters": {},
        "requestContext": {
            "httpMethod": "GET", "resourcePath": "/", "path": "/", "identity": {"sourceIp": "9.9.9.9"},
        },
        "body": None,
        "isBase64Encoded": False,
        "stageVariables": None,
    }  # fmt: skip
    assert Request(ChaliceRequest(event)).ip == address
    settings.cache_clear()
