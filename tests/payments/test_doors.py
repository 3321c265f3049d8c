"""The API as a phone and an office use it: once, refused with its reason, masked."""

import pytest

from mashangban.domains.payments.app import handler
from mashangban.kernel.permissions import Principal, Role
from tests.payments.conftest import COUNTY, Works, card_number, lines_of, person
from tests.workers import phone as phones
from tests.workers.phone import Phone, phone_of

CARD = "/v1/payments/card"


@pytest.fixture(autouse=True)
def own_handler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phones, "handler", handler)


def test_a_card_is_registered_once_read_back_masked_and_removed(works: Works) -> None:
    phone, number = phone_of(works.worker(None)), card_number()
    assert phone.get(CARD).code == "payments.card.none"
    agreed = {"bank": "icbc", "consent_version": phone.get(f"{CARD}/consent").body["version"]}
    wrong = phone.put(CARD, {**agreed, "card": number[:-1] + str((int(number[-1]) + 1) % 10)})
    assert (wrong.status, wrong.code) == (422, "payments.card.wrong")
    body = {**agreed, "card": number}
    first = phone.put(CARD, body, key="card-0123456789ab")
    again = phone.put(CARD, body, key="card-0123456789ab")
    assert again.headers.get("Idempotent-Replayed") == "true"
    assert first.body == again.body
    assert number not in str(first.body)
    assert [one["label"] for one in phone.get(f"{CARD}/log").body["items"]] == ["登记银行卡"]
    assert phone.delete(CARD).status == 200
    assert phone.get(CARD).code == "payments.card.none"


@pytest.mark.parametrize("said", [{}, {"consent_version": "card-2020-01"}])
def test_a_card_is_neither_kept_nor_handed_on_without_a_yes_to_the_words_in_force(
    works: Works, said: dict[str, str]
) -> None:
    phone = phone_of(works.worker(None))
    refused = phone.put(CARD, {"bank": "icbc", "card": card_number(), **said})
    assert (refused.status, refused.code) == (409, "payments.card.consent-missing")
    assert phone.get(CARD).code == "payments.card.none"


def test_the_words_to_agree_to_say_who_gets_the_card_that_one_may_go_without_and_how_to_take_it_back(
    works: Works,
) -> None:
    told = phone_of(works.worker(None)).get(f"{CARD}/consent").body["text"]
    assert all(word in told for word in ("银行", "加密", "不登记卡", "移除这张卡", "二十三"))


def test_nobody_registers_or_sees_a_card_for_somebody_else(works: Works) -> None:
    body = {"bank": "icbc", "card": card_number(), "person_id": "somebody"}
    assert phone_of(works.worker(None)).put(CARD, body).status == 422
    assert Phone().get(CARD).status == 401


def test_an_office_follows_its_run_and_reads_its_account(works: Works, staff: list[Principal]) -> None:
    works.fund(500_000)
    run = works.pay(staff[:1])
    phone = phone_of(works.office)
    project = f"/v1/payments/projects/{works.project.id}"
    assert phone.get(f"{project}/account").body["balance_fen"] == 0
    (seen,) = phone.get(f"{project}/runs").body["items"]
    assert (seen["id"], seen["state"], seen["paid_fen"]) == (run, "done", 500_000)
    (row,) = phone.get(f"/v1/payments/runs/{run}/transfers").body["items"]
    assert row["id"] == lines_of(run)[staff[0].person_id].id
    assert phone.post(f"/v1/payments/runs/{run}/work").code == "payments.wrong-state"
    assert phone.post(f"{project}/reconciliation").body["differences"] == 0
    assert phone_of(staff[0]).get("/v1/payments/arrivals").body["items"][0]["month"] == "2026-10"


def test_nobody_gets_the_receipt_of_somebody_elses_arrival(works: Works, staff: list[Principal]) -> None:
    works.fund(500_000)
    arrived = lines_of(works.pay(staff[:1]))[staff[0].person_id].id
    path = f"/v1/payments/arrivals/{arrived}/receipt"
    assert phone_of(staff[0]).get(path).code == "audit.not-sequenced"
    assert phone_of(staff[1]).get(path).status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/v1/payments/projects/{project}/account",
        "/v1/payments/projects/{project}/runs",
        "/v1/payments/projects/{project}/deposits",
        f"/v1/payments/counties/{COUNTY}/runs",
    ],
)
def test_other_offices_and_other_counties_find_nothing(works: Works, path: str) -> None:
    address = path.format(project=works.project.id)
    for grant in ((Role.ENTERPRISE_ADMIN, "org:else"), (Role.COUNTY_OFFICER, "region:330102")):
        assert phone_of(person(grant)).get(address).status == 404
    assert phone_of(person()).get(address).status == 403


def test_a_board_of_another_region_is_not_found(ground: object) -> None:
    officer = phone_of(person((Role.COUNTY_OFFICER, f"region:{COUNTY}")))
    assert officer.get(f"/v1/payments/board?region={COUNTY}").status == 200
    assert officer.get("/v1/payments/board?region=3301").status == 404
