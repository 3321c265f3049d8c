"""Amendments, standing authorisations, boards and the clock, on the real engine."""

import threading
from datetime import timedelta
from typing import Any

import pytest

from mashangban.deadlines import service as deadlines
from mashangban.documents import events as documents
from mashangban.domains.workers import errors, listeners, schemas
from mashangban.domains.workers.models import WorkersDeadlineRecord
from mashangban.domains.workers.repository import amendments
from mashangban.domains.workers.repository import boards as board_repository
from mashangban.domains.workers.repository import contracts as repository
from mashangban.domains.workers.service import amending, authorising, boards, signing, viewing, waiting
from mashangban.domains.workers.terms import AmendmentState, ContractState
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal, Role
from tests.workers.conftest import Site, act, arrive, events_of, letters_of, signature

pytestmark = pytest.mark.usefixtures("quiet_clocks")

NEW_TEXT = "d" * 64


def proposal(kind: str = "change", **changes: Any) -> schemas.AmendmentProposal:
    pay = {"basis": "daily", "amount_fen": 38000, "unit": "天", "pay_day": 15}
    given = {
        "kind": kind,
        "reason": "工种调整",
        "effective_on": clock.local_date(clock.now()),
        "changes": changes,
    }
    if kind == "change" and not changes:
        given["changes"] = {"pay": pay}
    return schemas.AmendmentProposal.model_validate(given)


def by_hand() -> schemas.Acceptance:
    hand = signature(document_sha256=NEW_TEXT).model_dump(exclude={"read_aloud"})
    return schemas.Acceptance.model_validate(hand)


def agree(site: Site, worker: Principal, contract_id: str, wanted: schemas.AmendmentProposal) -> None:
    """The employer proposes, the worker signs, the file is sealed."""
    amending.propose(act(site.operator), contract_id, wanted)
    (amendment,) = [a for a in amendments.of_contract(contract_id) if a.state is AmendmentState.PROPOSED]
    arrive(contract_id, documents.RENDERED, amendment.document_id, sha256=NEW_TEXT)
    amending.accept(act(worker), contract_id, amendment.id, by_hand())
    arrive(contract_id, documents.SEALED, amendment.document_id, sha256="e" * 64)


def test_a_change_tells_before_and_after_and_holds_once_both_signed(site: Site, worker: Principal) -> None:
    contract_id = site.sealed(worker)
    agree(site, worker, contract_id, proposal())
    view = viewing.show_contract(worker, contract_id)
    assert view.terms.pay.amount_fen == 38000
    assert view.amendments[0].differences == ["工资：原来计天，每天350元，改为计天，每天380元"]
    assert (view.amendments[0].state, view.state) == (AmendmentState.SEALED, ContractState.SEALED)


def test_a_worker_asks_the_employer_takes_it_up_and_the_worker_signs(site: Site, worker: Principal) -> None:
    contract_id = site.sealed(worker)
    amending.propose(act(worker), contract_id, proposal())
    (amendment,) = amendments.of_contract(contract_id)
    assert amendment.state is AmendmentState.REQUESTED
    amending.accept(act(site.operator), contract_id, amendment.id, schemas.Acceptance())
    assert amendments.of_contract(contract_id)[0].state is AmendmentState.PROPOSED


def test_nobody_accepts_their_own_proposal(site: Site, worker: Principal) -> None:
    contract_id = site.sealed(worker)
    amending.propose(act(site.operator), contract_id, proposal())
    (amendment,) = amendments.of_contract(contract_id)
    with pytest.raises(errors.WrongState):
        amending.accept(act(site.operator), contract_id, amendment.id, schemas.Acceptance())


def test_only_one_amendment_is_open_at_a_time(site: Site, worker: Principal) -> None:
    contract_id = site.sealed(worker)
    amending.propose(act(site.operator), contract_id, proposal())
    with pytest.raises(errors.AmendmentOpen):
        amending.propose(act(worker), contract_id, proposal())


def test_a_refused_amendment_leaves_the_contract_as_it_was(site: Site, worker: Principal) -> None:
    contract_id = site.sealed(worker)
    amending.propose(act(site.operator), contract_id, proposal())
    (amendment,) = amendments.of_contract(contract_id)
    amending.refuse(act(worker), contract_id, amendment.id, schemas.Reason(reason="不同意降薪"))
    view = viewing.show_contract(worker, contract_id)
    assert view.terms.pay.amount_fen == 35000
    assert "amend" in view.actions


def test_an_agreed_end_frees_the_project_for_a_new_contract(site: Site, worker: Principal) -> None:
    contract_id = site.sealed(worker)
    agree(site, worker, contract_id, proposal("end"))
    assert viewing.show_contract(worker, contract_id).state is ContractState.ENDED
    assert site.joined(worker) != contract_id


def test_a_standing_authorisation_countersigns_within_its_bounds(fresh_site: Site) -> None:
    until = clock.local_date(clock.now()) + timedelta(days=30)
    form = schemas.AuthorisationForm(
        enterprise_id=fresh_site.employer_id, project_id=fresh_site.project.id, until=until, limit=1
    )
    authorising.authorise(act(fresh_site.operator), form)
    first, second = fresh_site.signed(fresh_site.person()), fresh_site.signed(fresh_site.person())
    for contract_id in (first, second):
        listeners.on_event(events_of(contract_id)[-1])
    states = [repository.contract(contract_id).state for contract_id in (first, second)]
    assert states == [ContractState.COUNTERSIGNED, ContractState.WORKER_SIGNED]
    (order,) = letters_of(first, "workers.contract.countersigned")
    assert order["body"]["seal"]["authorisation"] == "standing"


def test_a_revoked_authorisation_countersigns_nothing(fresh_site: Site) -> None:
    until = clock.local_date(clock.now()) + timedelta(days=30)
    form = schemas.AuthorisationForm(
        enterprise_id=fresh_site.employer_id, project_id=fresh_site.project.id, until=until, limit=9
    )
    granted = authorising.authorise(act(fresh_site.operator), form)
    authorising.revoke(act(fresh_site.operator), granted.id)
    contract_id = fresh_site.signed(fresh_site.person())
    listeners.on_event(events_of(contract_id)[-1])
    assert repository.contract(contract_id).state is ContractState.WORKER_SIGNED


def test_boards_count_each_contract_once_however_often_the_stream_tells(fresh_site: Site) -> None:
    before = board_repository.counters("region:330106").get("state.sealed", 0)
    sealed = [fresh_site.sealed(fresh_site.person()) for _ in range(3)]
    threads = [threading.Thread(target=boards.count, args=(c,)) for c in sealed for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    after = board_repository.counters("region:330106")
    assert after["state.sealed"] - before == 3
    assert board_repository.counters(f"project:{fresh_site.project.id}")["state.sealed"] == 3
    assert after[f"part.{fresh_site.project.id}"] == 3


def test_a_contract_that_ends_leaves_the_trade_and_age_counters(fresh_site: Site) -> None:
    site, worker = fresh_site, fresh_site.person()
    contract_id = site.sealed(worker)
    boards.count(contract_id)
    agree(site, worker, contract_id, proposal("end"))
    boards.count(contract_id)
    counted = board_repository.counters(f"project:{site.project.id}")
    assert (counted["state.sealed"], counted["state.ended"], counted["trade.020"]) == (0, 1, 0)


def test_a_board_names_what_it_counts(site: Site, worker: Principal) -> None:
    boards.count(site.sealed(worker))
    officer = site.person((Role.COUNTY_OFFICER, "region:330106"))
    board = boards.board(officer, "330106")
    assert board.region_name.endswith("西湖区")
    assert "钢筋工" in [cell.label for cell in board.trades]
    assert "西溪人才公寓" in [cell.label for cell in board.parts]


def sweep(days: int) -> None:
    deadlines.sweep(WorkersDeadlineRecord, clock.now() + timedelta(days=days), waiting.fire, most=10_000)


def test_an_offer_nobody_signs_lapses_and_the_worker_is_told(site: Site, worker: Principal) -> None:
    contract_id = site.joined(worker)
    sweep(9)
    assert repository.contract(contract_id).state is ContractState.LAPSED
    (letter,) = letters_of(contract_id, "workers.contract.lapsed")
    assert letter["body"]["kind"] == "workers.contract.lapsed"
    assert site.joined(worker)


def test_a_silent_employer_is_reminded_then_its_project_manager_hears(site: Site, worker: Principal) -> None:
    contract_id = site.signed(worker)
    sweep(20)
    told = [event.data["rung"] for event in events_of(contract_id) if event.type.endswith("reminded")]
    assert told == ["due", "escalate"]
    assert repository.contract(contract_id).state is ContractState.WORKER_SIGNED


def test_signing_in_time_stops_the_clock(site: Site, worker: Principal) -> None:
    contract_id = site.signed(worker)
    signing.countersign(act(site.operator), contract_id)
    count = len(events_of(contract_id))
    sweep(40)
    assert len(events_of(contract_id)) == count


def test_a_fixed_contract_expires_on_its_day_after_a_notice(site: Site, worker: Principal) -> None:
    contract_id = site.sealed(worker)
    sweep(170)
    reminded = [event for event in events_of(contract_id) if event.type.endswith("reminded")]
    assert len(reminded) == 1
    sweep(190)
    assert repository.contract(contract_id).state is ContractState.EXPIRED
