"""Workers of one team, hired by the product's own acts without a screen: what the contract's own story shows on one."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from demo.people import Someone
from mashangban.domains.payments.rules.card import problem_of
from tests.e2e.office import Offices
from tests.e2e.world import Caller, Json, Site
from tests.stack import wait_for

STEEL = "020"


@dataclass
class Worker:
    """Somebody with a contract in force, whose phone speaks to the API."""

    person: Someone
    caller: Caller
    contract_id: str

    def read(self, path: str) -> Json:
        """What the service answers to this person."""
        answer = self.caller.get(path)
        assert answer.is_success, f"{path}: {answer.text}"
        return dict(answer.json())

    def lists(self, path: str) -> list[Json]:
        """What a list of this person's own holds now; lists follow an act a moment later."""
        return list(self.read(path)["items"])

    def name_card(self, card: str) -> None:
        agreed = self.read("/v1/payments/card/consent")["version"]
        answer = self.caller.put(
            "/v1/payments/card", {"bank": "icbc", "card": card, "consent_version": agreed}
        )
        assert answer.is_success, answer.text
        wait_for(lambda: self.read("/v1/payments/card")["state"] == "verified", "the bank's word on the card")


def hire(site: Site, offices: Offices, team: str, count: int, since: date) -> list[Worker]:
    """So many newcomers in a team from a past day on, their contracts sealed by the employer's operator."""
    code = str(site.team(team)["code"])
    workers = [join(site, code, since, number) for number in range(count)]
    desk = offices.desk("office")
    for one in workers:
        desk.countersign(one.contract_id)
    desk.context.close()
    for one in workers:
        wait_for(lambda one=one: _contract(one)["state"] == "sealed", "the seal")  # type: ignore[misc]
    return workers


def card_number(number: int, ending: str) -> str:
    """A card number that adds up, with this ending."""
    body = f"62220{number:07d}"
    return next(body + digit + ending for digit in "0123456789" if problem_of(body + digit + ending) is None)


def join(site: Site, code: str, since: date, number: int) -> Worker:
    """Newcomer `number` in a team from a past day on, signed by hand; the employer has not signed yet."""
    person = site.world.newcomer(age=46 + 3 * number)
    caller = site.world.verified(person)
    period = {"kind": "fixed", "start": str(since), "end": str(site.world.today + timedelta(days=200))}
    body = {"code": code, "trade_code": STEEL, "period": period, "training_confirmed": True}
    answer = caller.post("/v1/workers/contracts", body)
    assert answer.status_code == 201, answer.text
    worker = Worker(person, caller, str(answer.json()["id"]))
    wait_for(lambda: _contract(worker)["document"]["sha256"], "the text to be typeset")
    signed = caller.post(f"/v1/workers/contracts/{worker.contract_id}/signature", hand(_contract(worker)))
    assert signed.is_success, signed.text
    return worker


def _contract(worker: Worker) -> Json:
    return worker.read(f"/v1/workers/contracts/{worker.contract_id}")


def hand(contract: Json) -> dict[str, Any]:
    """A signature under a contract's text as a finger writes it."""
    chance = Random(contract["id"])
    strokes = [
        [[40 + 90 * n + chance.uniform(0, 30), 20 + 7 * k, 300 * n + 11 * k] for k in range(16)]
        for n in range(3)
    ]
    return {
        "document_sha256": contract["document"]["sha256"],
        "strokes": strokes,
        "width": 340,
        "height": 180,
        "consent_version": "sign-2026-11",
        "read_aloud": False,
    }
