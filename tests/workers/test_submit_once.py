"""Every write is done once, however often the phone sends it; another content under the same key is refused."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from mashangban.documents import events as documents
from mashangban.domains.workers import schemas
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.repository import amendments
from mashangban.domains.workers.service import amending, signing, teams
from mashangban.kernel import clock, history, ids
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal
from tests.workers.conftest import Site, act, arrive, job_form, signature, site_form
from tests.workers.phone import Phone, phone_of


@pytest.fixture
def key() -> str:
    """What a phone makes up for one submission."""
    return secrets.token_hex(12)


@dataclass
class Write:
    """One write that succeeds: who sends what where, and whose chain it lengthens."""

    who: Principal
    method: str
    path: str
    body: Any = None
    subject: Subject | None = None

    def send(self, phone: Phone, **headers: Any) -> Any:
        return phone.send(self.method, f"/v1/workers{self.path}", self.body, **headers)


def on_contract(who: Principal, contract_id: str, act_name: str, body: Any = None) -> Write:
    return Write(who, "POST", f"/contracts/{contract_id}/{act_name}", body, Subject("contract", contract_id))


def apply(site: Site) -> Write:
    return Write(site.person(), "POST", "/contracts", site.application().model_dump(mode="json"))


def sign(site: Site) -> Write:
    worker = site.person()
    return on_contract(worker, site.joined(worker), "signature", signature().model_dump(mode="json"))


def withdraw(site: Site) -> Write:
    worker = site.person()
    return on_contract(worker, site.joined(worker), "withdrawal")


def countersign(site: Site) -> Write:
    return on_contract(site.operator, site.signed(site.person()), "countersignature")


def countersign_many(site: Site) -> Write:
    contract_id = site.signed(site.person())
    bulk = {"contract_ids": [contract_id]}
    return Write(site.operator, "POST", "/countersignatures", bulk, Subject("contract", contract_id))


def refuse(site: Site) -> Write:
    return on_contract(site.operator, site.signed(site.person()), "refusal", {"reason": "本周不进场"})


def retry(site: Site) -> Write:
    contract_id = site.signed(site.person())
    signing.countersign(act(site.operator), contract_id)
    arrive(contract_id, documents.FAILED, code="documents.seal-unavailable", reason="停用", stage="sign")
    return on_contract(site.operator, contract_id, "sealing")


def end_form() -> dict[str, Any]:
    return {"kind": "end", "reason": "活干完了", "effective_on": str(clock.local_date(clock.now()))}


def propose(site: Site) -> Write:
    worker = site.person()
    return on_contract(worker, site.sealed(worker), "amendments", end_form())


def _asked(site: Site) -> tuple[Principal, str, str]:
    worker = site.person()
    contract_id = site.sealed(worker)
    amending.propose(act(worker), contract_id, schemas.AmendmentProposal.model_validate(end_form()))
    (asked,) = amendments.of_contract(contract_id)
    return worker, contract_id, asked.id


def take_up(site: Site) -> Write:
    _, contract_id, asked = _asked(site)
    return on_contract(site.operator, contract_id, f"amendments/{asked}/acceptance", {})


def turn_down(site: Site) -> Write:
    _, contract_id, asked = _asked(site)
    return on_contract(site.operator, contract_id, f"amendments/{asked}/refusal", {"reason": "工期未到"})


def describe(site: Site) -> Write:
    body = site_form().model_dump(mode="json")
    path = f"/projects/{site.project.id}/site"
    return Write(site.clerk, "PUT", path, body, Subject("site", site.project.id))


def new_team(site: Site) -> Write:
    form = site.team_form(f"班组{ids.new_id()[-6:]}").model_dump(mode="json")
    return Write(site.clerk, "POST", f"/projects/{site.project.id}/teams", form)


def _team(site: Site) -> str:
    form = site.team_form(f"班组{ids.new_id()[-6:]}")
    return teams.create_team(act(site.clerk), site.project.id, form).id


def change_team(site: Site) -> Write:
    team_id = _team(site)
    body = {"jobs": [job_form("020").model_dump(mode="json")]}
    return Write(site.clerk, "PUT", f"/teams/{team_id}", body, Subject("team", team_id))


def renew_code(site: Site) -> Write:
    team_id = _team(site)
    return Write(site.clerk, "POST", f"/teams/{team_id}/code", None, Subject("team", team_id))


def order_poster(site: Site) -> Write:
    team_id = _team(site)
    return Write(site.clerk, "POST", f"/teams/{team_id}/poster", None, Subject("team", team_id))


def authorise(site: Site) -> Write:
    until = clock.local_date(clock.now()) + timedelta(days=3)
    form = {"enterprise_id": site.employer_id, "project_id": site.project.id, "until": str(until), "limit": 2}
    return Write(site.operator, "POST", "/authorisations", form)


def revoke(site: Site) -> Write:
    granted = authorise(site).send(phone_of(site.operator)).body["id"]
    path = f"/authorisations/{granted}"
    return Write(site.operator, "DELETE", path, None, Subject("authorisation", granted))


WRITES: list[Callable[[Site], Write]] = [
    apply, sign, withdraw, countersign, countersign_many, refuse, retry, propose, take_up, turn_down,
    describe, new_team, change_team, renew_code, order_poster, authorise, revoke,
]  # fmt: skip


@pytest.mark.parametrize("write", WRITES, ids=lambda one: one.__name__)
def test_a_write_sent_twice_is_done_once_and_answered_alike(
    site: Site, write: Callable[[Site], Write], key: str
) -> None:
    one = write(site)
    phone = phone_of(one.who)
    first, second = one.send(phone, key=key), one.send(phone, key=key)
    assert first.status < 300, first.body
    assert (second.status, second.body) == (first.status, first.body)
    assert second.headers.get("Idempotent-Replayed") == "true"
    assert "Idempotent-Replayed" not in first.headers
    if one.subject is not None:
        chain = history.of(TABLE, one.subject)
        assert history.is_unbroken(chain)
        assert len({event.id for event in chain}) == len(chain)


@pytest.mark.parametrize(
    "write", [sign, countersign, refuse, renew_code, order_poster], ids=lambda one: one.__name__
)
def test_a_repeat_adds_nothing_to_the_chain(site: Site, write: Callable[[Site], Write], key: str) -> None:
    one = write(site)
    phone = phone_of(one.who)
    assert one.subject
    one.send(phone, key=key)
    before = len(history.of(TABLE, one.subject))
    one.send(phone, key=key)
    assert len(history.of(TABLE, one.subject)) == before


@pytest.mark.parametrize("write", WRITES, ids=lambda one: one.__name__)
def test_a_write_without_a_key_or_with_an_odd_one_is_refused(
    site: Site, write: Callable[[Site], Write], key: str
) -> None:
    one = write(site)
    phone = phone_of(one.who)
    for key in ("", "short", "钥匙钥匙钥匙钥匙钥匙钥匙", "x" * 65, "0123456789abcdef!"):
        answer = one.send(phone, key=key)
        assert (answer.status, answer.code.partition(".")[0]) in ((400, "input"), (400, "idempotency")), key
    assert one.send(phone).status < 300


def test_the_same_key_for_another_content_is_refused_and_the_first_stands(site: Site, key: str) -> None:
    one = refuse(site)
    phone = phone_of(one.who)
    assert one.send(phone, key=key).status == 200
    one.body = {"reason": "换个说法"}
    answer = one.send(phone, key=key)
    assert (answer.status, answer.code) == (422, "idempotency.key-reused")


def test_the_same_key_of_somebody_else_is_another_submission(site: Site, key: str) -> None:
    first, second = apply(site), apply(site)
    made = [one.send(phone_of(one.who), key=key).body["id"] for one in (first, second)]
    assert made[0] != made[1]


def test_a_phones_own_time_is_kept_beside_the_servers_and_never_believed(site: Site) -> None:
    one = sign(site)
    answer = one.send(phone_of(one.who), client_time="2001-01-01T00:00:00Z")
    assert answer.status == 200
    assert one.subject
    assert history.of(TABLE, one.subject)[-1].at.year > 2001
    assert one.send(phone_of(one.who), client_time="gestern").code == "input.malformed"
