"""Two hundred hands on one scarce thing: it is given exactly as often as it may be, and whoever loses is told why."""

import contextlib
import json
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from mashangban.domains.workers import errors, listeners, schemas
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.repository import authorisations
from mashangban.domains.workers.repository import boards as board_repository
from mashangban.domains.workers.repository import contracts as store
from mashangban.domains.workers.service import authorising, boards
from mashangban.domains.workers.terms import ContractState
from mashangban.kernel import clock, crypto, events, history, ids
from mashangban.kernel.acts import system_act
from mashangban.kernel.dynamodb import client
from mashangban.kernel.errors import Busy, Stale
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.pagination import PageRequest
from tests.workers.conftest import Site, act, signature
from tests.workers.faults import faulty
from tests.workers.phone import Answer, Phone, phone_of

MANY, LIMIT, HANDS = 200, 20, 24


def at_once(do: Callable[[int], Any], times: int = MANY) -> list[Any]:
    with ThreadPoolExecutor(HANDS) as pool:
        return list(pool.map(do, range(times)))


def weather(name: str) -> Any:
    return faulty(7) if name == "stormy" else contextlib.nullcontext()


def told(answers: list[Answer]) -> Counter[str]:
    return Counter(answer.code or str(answer.status) for answer in answers)


@pytest.mark.slow
@pytest.mark.parametrize(("storage", "times"), [("calm", MANY), ("stormy", 60)])
def test_one_worker_who_applies_many_times_gets_one_contract(site: Site, storage: str, times: int) -> None:
    worker = site.person()
    phone, body = phone_of(worker), site.application().model_dump(mode="json")
    with weather(storage):
        answers = at_once(lambda _: phone.post("/v1/workers/contracts", body), times)
    found = told(answers)
    assert found["201"] == 1
    assert set(found) <= {"201", "workers.contract.already-open", "service.busy"}
    assert found["workers.contract.already-open"] > times / 2
    assert all(answer.body["next"] for answer in answers if answer.status != 201)
    (only,) = store.contracts_of_worker(worker.person_id, PageRequest(limit=50)).items
    assert len(history.of(TABLE, only.subject)) == 1


@pytest.mark.slow
@pytest.mark.parametrize(("storage", "waiting"), [("calm", MANY), ("stormy", 60)])
def test_a_standing_authorisation_of_twenty_seals_exactly_twenty(
    fresh_site: Site, storage: str, waiting: int
) -> None:
    site = fresh_site
    until = clock.local_date(clock.now()) + timedelta(days=30)
    form = schemas.AuthorisationForm(
        enterprise_id=site.employer_id, project_id=site.project.id, until=until, limit=LIMIT
    )
    granted = authorising.authorise(act(site.operator), form)
    signed = copies(site.signed(site.person()), waiting)
    with weather(storage):
        at_once(lambda n: as_the_stream_would(signed[n]), waiting)
    states = Counter(store.contract(contract_id).state for contract_id in signed)
    assert states == {ContractState.COUNTERSIGNED: LIMIT, ContractState.WORKER_SIGNED: waiting - LIMIT}
    spent = authorisations.authorisation(site.operator.person_id, granted.id)
    assert spent.used == LIMIT


def as_the_stream_would(contract_id: str) -> None:
    """Tell the listener, again after a failure, as Lambda does with a record of a stream."""
    event = signed_event(contract_id)
    for _ in range(50):
        try:
            listeners.on_event(event)
        except (errors.AuthorisationSpent, Stale, Busy, client().exceptions.ClientError):
            continue
        return
    raise AssertionError("a record that is never done")


def signed_event(contract_id: str) -> Event:
    subject = Subject("contract", contract_id)
    return events.happened(system_act("tests"), "workers.contract.signed", subject, version=3)


def copies(contract_id: str, count: int) -> list[str]:
    """The same signed contract over again, each in a partition of its own (signing two hundred takes too long here)."""
    found = client().query(
        TableName=TABLE.physical,
        KeyConditionExpression="PK = :pk",
        ExpressionAttributeValues={":pk": {"S": f"CONTRACT#{contract_id}"}},
    )["Items"]
    kept = [item for item in found if not item["SK"]["S"].startswith("EVENT#")]
    proof = store.evidence_of(contract_id)
    made = [ids.new_id() for _ in range(count)]
    for copy in made:
        for item in kept:
            _put(json.loads(json.dumps(item).replace(contract_id, copy)), copy, proof)
    return made


def _put(item: dict[str, Any], contract_id: str, proof: str) -> None:
    if item["SK"]["S"] == "SIGNATURE":
        item["evidence"] = {"S": crypto.seal(proof, f"workers|{contract_id}|evidence")}
    client().put_item(TableName=TABLE.physical, Item=item)


def test_a_double_tap_on_sign_signs_once_and_both_hear_the_same(site: Site) -> None:
    worker = site.person()
    contract_id, body = site.joined(worker), signature().model_dump(mode="json")
    phone = phone_of(worker)
    path = f"/v1/workers/contracts/{contract_id}/signature"
    with faulty(3):
        answers = at_once(lambda _: phone.post(path, body, key="0123456789abcdef"), 24)
    assert set(told(answers)) <= {"200", "idempotency.in-progress", "service.busy"}
    good = [answer.body for answer in answers if answer.status == 200]
    assert good
    assert all(one == good[0] for one in good)
    assert kinds(contract_id).count("workers.contract.signed") == 1


def test_signing_withdrawing_and_refusing_at_once_leads_one_way_only(site: Site) -> None:
    worker = site.person()
    contract_id, body = site.joined(worker), signature().model_dump(mode="json")
    mine, office = phone_of(worker), phone_of(site.operator)
    tries: list[tuple[Phone, str, Any]] = [
        (mine, "signature", body),
        (mine, "withdrawal", None),
        (office, "refusal", {"reason": "不招了"}),
        (office, "countersignature", None),
    ]

    def try_one(number: int) -> Answer:
        phone, name, given = tries[number % len(tries)]
        return phone.post(f"/v1/workers/contracts/{contract_id}/{name}", given)

    answers = at_once(try_one, 48)
    assert set(told(answers)) <= {"200", "workers.contract.wrong-state", "service.busy"}
    chain = history.of(TABLE, Subject("contract", contract_id))
    assert history.is_unbroken(chain)
    ends = [kind for kind in kinds(contract_id) if kind.endswith(("withdrawn", "refused", "countersigned"))]
    assert len(ends) <= 1
    assert len(ends) == 1 or store.contract(contract_id).state is ContractState.WORKER_SIGNED


def test_a_contract_countersigned_by_many_hands_is_sealed_once(site: Site) -> None:
    contract_id = site.signed(site.person())
    phone = phone_of(site.operator)
    path = f"/v1/workers/contracts/{contract_id}/countersignature"
    with faulty(5):
        answers = at_once(lambda _: phone.post(path), 48)
    assert told(answers)["200"] == 1
    assert kinds(contract_id).count("workers.contract.countersigned") == 1


def test_boards_count_right_through_a_storm(fresh_site: Site) -> None:
    contract_id = fresh_site.sealed(fresh_site.person())
    name = f"project:{fresh_site.project.id}"

    def count(_: int) -> None:
        for _ in range(50):
            with contextlib.suppress(client().exceptions.ClientError):
                boards.count(contract_id)
                return

    with faulty(9):
        at_once(count, 48)
    assert board_repository.counters(name)["state.sealed"] == 1


def kinds(contract_id: str) -> list[str]:
    return [event.type for event in history.of(TABLE, Subject("contract", contract_id))]
