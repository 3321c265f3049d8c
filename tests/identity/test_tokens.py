"""Access and refresh tokens: what is accepted, and that nothing bent is."""

import base64
import json
import random
import string
from datetime import timedelta

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa

from mashangban.identity import service
from mashangban.identity.errors import RefreshRefused, RefreshReused
from mashangban.identity.service import Origin
from mashangban.kernel import clock, history, sessions, tokens
from mashangban.kernel.errors import TokenExpired, Unauthenticated
from mashangban.kernel.events import Subject
from mashangban.kernel.sessions import IDENTITY
from mashangban.kernel.tokens import Claims
from tests.identity.conftest import Partners, Phone, new_mobile

ORIGIN = Origin("198.51.100.9")
CLAIMS = Claims("p", "s", 1)


def mutations(token: str, count: int, seed: int) -> list[str]:
    """Flips, cuts, insertions, swaps of parts: never the token itself."""
    dice, alphabet = random.Random(seed), string.ascii_letters + string.digits + "-_."
    found: list[str] = []
    while len(found) < count:
        place, kind = dice.randrange(len(token)), dice.randrange(4)
        other = dice.choice(alphabet)
        if kind == 0:
            bent = token[:place] + other + token[place + 1 :]
        elif kind == 1:
            bent = token[:place] + token[place + 1 :]
        elif kind == 2:
            bent = token[:place] + other + token[place:]
        else:
            cut = dice.randrange(len(token))
            bent = token[: min(place, cut)] + token[max(place, cut) :]
        if bent != token:
            found.append(bent)
    return found


def test_ten_thousand_bent_access_tokens_are_all_refused() -> None:
    token = tokens.issue(CLAIMS, clock.now())
    assert tokens.read(token) == CLAIMS
    accepted = []
    for bent in mutations(token, 10_000, seed=11):
        try:
            tokens.read(bent)
            accepted.append(bent)
        except Unauthenticated:
            continue
    assert accepted == []


def test_every_letter_of_a_token_counts_also_the_last() -> None:
    token = tokens.issue(CLAIMS, clock.now())
    others = [
        token[:-1] + letter for letter in string.ascii_letters + string.digits + "-_" if letter != token[-1]
    ]
    for bent in [*others, token + "=", token + "\n", " " + token]:
        with pytest.raises(Unauthenticated):
            tokens.read(bent)


@pytest.mark.parametrize(
    "nested", ["[" * 6000, '{"kid":' * 2000, '{"alg":"EdDSA","kid":["a"]}', '{"alg":"EdDSA","kid":7}']
)
def test_a_header_made_to_break_the_parser_is_just_refused(nested: str) -> None:
    header = base64.urlsafe_b64encode(nested.encode()).decode().rstrip("=")
    for token in (f"{header}.e30.AA", f"{header}..", header, "..", "é.é.é"):
        with pytest.raises(Unauthenticated):
            tokens.read(token)


def _unsigned(header: dict[str, str], payload: dict[str, object]) -> str:
    parts = [
        base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in (header, payload)
    ]
    return ".".join([*parts, ""])


def test_a_token_without_signature_or_of_another_algorithm_or_key_is_refused() -> None:
    good = tokens.issue(CLAIMS, clock.now())
    header, payload = jwt.get_unverified_header(good), jwt.decode(good, options={"verify_signature": False})
    kid = header["kid"]
    foreign = ed25519.Ed25519PrivateKey.generate()
    rsa_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    bent = [
        _unsigned({"alg": "none", "kid": kid}, payload),
        jwt.encode(payload, "a shared secret of thirty-two bytes", algorithm="HS256", headers={"kid": kid}),
        jwt.encode(payload, rsa_key, algorithm="RS256", headers={"kid": kid}),
        jwt.encode(payload, foreign, algorithm="EdDSA", headers={"kid": kid}),
        jwt.encode(payload, foreign, algorithm="EdDSA", headers={"kid": "other"}),
        jwt.encode(payload, foreign, algorithm="EdDSA"),
    ]
    for token in bent:
        with pytest.raises(Unauthenticated):
            tokens.read(token)


@pytest.mark.parametrize("missing", ["exp", "iat", "iss", "aud", "sub", "sid", "epoch"])
def test_a_token_that_lacks_a_claim_is_refused(missing: str) -> None:
    kid, key = tokens._signing_key()
    payload = jwt.decode(tokens.issue(CLAIMS, clock.now()), options={"verify_signature": False})
    del payload[missing]
    with pytest.raises(Unauthenticated):
        tokens.read(jwt.encode(payload, key, algorithm="EdDSA", headers={"kid": kid}))


@pytest.mark.parametrize(("claim", "value"), [("iss", "another"), ("aud", "another"), ("epoch", "x")])
def test_a_token_for_another_house_is_refused(claim: str, value: str) -> None:
    kid, key = tokens._signing_key()
    payload = jwt.decode(tokens.issue(CLAIMS, clock.now()), options={"verify_signature": False})
    with pytest.raises(Unauthenticated):
        tokens.read(jwt.encode(payload | {claim: value}, key, algorithm="EdDSA", headers={"kid": kid}))


def test_a_token_ends_after_fifteen_minutes_with_a_code_that_asks_for_refresh() -> None:
    with pytest.raises(TokenExpired) as expired:
        tokens.read(tokens.issue(CLAIMS, clock.now() - timedelta(minutes=15)))
    assert expired.value.code == "auth.token-expired"
    assert tokens.read(tokens.issue(CLAIMS, clock.now() - timedelta(minutes=14))) == CLAIMS


def test_a_refresh_gives_new_tokens_and_the_old_one_stops_working(phone: Phone) -> None:
    phone.sign_in()
    first = phone.tokens
    assert phone.refresh().status == 201
    assert phone.tokens["refresh_token"] != first["refresh_token"]
    assert phone.call("GET", "/me").status == 200
    later = clock.now() + timedelta(minutes=1)
    with pytest.raises(RefreshReused):
        service.refresh(first["refresh_token"], later)


def test_a_reused_refresh_token_ends_the_session_for_everyone_who_holds_it(phone: Phone) -> None:
    me = phone.sign_in()
    stolen = phone.tokens["refresh_token"]
    phone.refresh()
    with pytest.raises(RefreshReused):
        service.refresh(stolen, clock.now() + timedelta(minutes=1))
    assert phone.call("GET", "/me").status == 401
    assert phone.refresh().code == "identity.refresh-refused"
    chain = history.of(IDENTITY, Subject("person", me["person_id"]))
    assert chain[-1].type == "identity.session.ended-for-reuse"


def test_an_answer_lost_on_the_way_may_be_asked_for_again(phone: Phone) -> None:
    phone.sign_in()
    lost = phone.tokens["refresh_token"]
    given = phone.refresh().body["refresh_token"]
    again = service.refresh(lost, clock.now())
    assert again.refresh_token == given
    assert service.refresh(given, clock.now()).refresh_token != given


def test_a_token_two_generations_old_is_reuse_even_at_once(phone: Phone) -> None:
    phone.sign_in()
    old = phone.tokens["refresh_token"]
    phone.refresh()
    phone.refresh()
    with pytest.raises(RefreshReused):
        service.refresh(old, clock.now())


def test_a_thousand_bent_refresh_tokens_are_refused_and_end_nothing(phone: Phone) -> None:
    phone.sign_in()
    good, at = phone.tokens["refresh_token"], clock.now()
    session_id, generation, seal = good.split(".")
    spelt_otherwise = [
        f"{session_id}.0{generation}.{seal}",
        f"{session_id.lower()}.{generation}.{seal}",
        f"{good}=",
    ]
    for bent in [*mutations(good, 1_000, seed=12), *spelt_otherwise]:
        with pytest.raises(RefreshRefused):
            service.refresh(bent, at)
    assert phone.refresh().status == 201


def test_a_phone_in_use_stays_signed_in_for_months_but_not_for_ever(partners: Partners) -> None:
    number, at = new_mobile(), clock.now()
    service.send_code(number, ORIGIN, at)
    held = service.sign_in_by_sms(number, partners.code_sent_to(number), ORIGIN, at)
    for day in range(29, 180, 29):
        held = service.refresh(held.refresh_token, at + timedelta(days=day))
    with pytest.raises(RefreshRefused):
        service.refresh(held.refresh_token, at + timedelta(days=180))


def test_a_phone_left_alone_for_a_month_signs_in_again(phone: Phone) -> None:
    phone.sign_in()
    with pytest.raises(RefreshRefused):
        service.refresh(phone.tokens["refresh_token"], clock.now() + timedelta(days=30, seconds=1))


def test_sign_out_acts_on_the_next_request(phone: Phone) -> None:
    phone.sign_in()
    assert phone.call("DELETE", "/sessions/current").status == 204
    assert phone.call("GET", "/me").status == 401
    assert phone.refresh().status == 401


def second_phone(phone: Phone) -> Phone:
    """The first one's owner signs in on another."""
    number, at = new_mobile(), clock.now()
    phone.sign_in(number)
    other = Phone(phone.partners)
    service.send_code(number, ORIGIN, at + timedelta(seconds=61))
    other.enter(number, phone.partners.code_sent_to(number))
    return other


def test_one_of_ones_devices_is_signed_out_and_the_others_go_on(phone: Phone) -> None:
    other = second_phone(phone)
    [lost] = [one["session_id"] for one in other.call("GET", "/sessions").body["items"] if not one["current"]]
    assert other.call("DELETE", f"/sessions/{lost}").status == 204
    assert (phone.call("GET", "/me").status, other.call("GET", "/me").status) == (401, 200)
    assert other.call("DELETE", f"/sessions/{lost}").status == 404


def test_nobody_signs_another_person_out(phone: Phone) -> None:
    phone.sign_in()
    stranger = Phone(phone.partners)
    stranger.sign_in()
    [theirs] = [one["session_id"] for one in phone.call("GET", "/sessions").body["items"]]
    assert stranger.call("DELETE", f"/sessions/{theirs}").status == 404
    assert phone.call("GET", "/me").status == 200


def test_sign_out_everywhere_ends_every_device(phone: Phone) -> None:
    other = second_phone(phone)
    listed = phone.call("GET", "/sessions").body["items"]
    assert [one["current"] for one in listed] == [False, True]
    assert listed[0]["method_label"] == "短信登录"
    assert phone.call("DELETE", "/sessions").status == 204
    assert (phone.call("GET", "/me").status, other.call("GET", "/me").status) == (401, 401)


def test_the_eleventh_device_pushes_out_the_first(partners: Partners) -> None:
    device, opened = new_mobile(), []
    for _ in range(11):
        at = clock.now()
        opened.append(service.sign_in_by_wechat(partners.wechat_code(device), ORIGIN, at))
    ids = [tokens.read(one.access_token).session_id for one in opened]
    assert sessions.read(ids[0], clock.now()) is None
    assert all(sessions.read(one, clock.now()) for one in ids[1:])
