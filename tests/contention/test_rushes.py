"""Places, money, words and codes of which there is a stated number: that many are given, and not one more or less."""

from collections.abc import Callable
from typing import Any

import pytest

from mashangban.domains.appointments import errors as hall_errors
from mashangban.domains.claims import errors as claim_errors
from mashangban.domains.claims.repository import budgets, claims
from mashangban.domains.claims.service import approving
from mashangban.domains.claims.terms import ClaimState
from mashangban.domains.guides import errors as guide_errors
from mashangban.domains.guides.models import TABLE as GUIDES
from mashangban.domains.guides.repository import plans as plan_store
from mashangban.domains.guides.schemas import GuideHelpForm
from mashangban.domains.guides.service import helping, plans
from mashangban.domains.wages import errors as wage_errors
from mashangban.domains.wages.models import TABLE as WAGES
from mashangban.domains.wages.service import answering
from mashangban.domains.wages.terms import LineState
from mashangban.domains.workers import errors as contract_errors
from mashangban.domains.workers.models import TABLE as WORKERS
from mashangban.domains.workers.repository import contracts
from mashangban.domains.workers.service import signing
from mashangban.domains.workers.terms import ContractState
from mashangban.kernel import history
from mashangban.kernel.events import Subject
from mashangban.kernel.settings import Table
from tests.appointments.conftest import Desk
from tests.appointments.conftest import known as known_to_hall
from tests.appointments.test_contention import places
from tests.claims.test_budget import AMOUNT, crowd, opened
from tests.contention.conftest import Book
from tests.contention.rush import DONE, HANDS, rush
from tests.guides.conftest import Bureau
from tests.guides.test_plans import act as at_minute
from tests.guides.test_plans import made
from tests.registry.conftest import act, officer, person
from tests.wages.conftest import Yard, principal_of
from tests.wages.conftest import signature as wage_signature
from tests.workers.conftest import Site
from tests.workers.conftest import signature as contract_signature

FITS = max(HANDS // 10, 2)
WEATHERS = pytest.mark.parametrize("weather", ["calm", "stormy"])
pytestmark = pytest.mark.slow


def each(act_of: Callable[[int], Any]) -> list[Callable[[], Any]]:
    """One try for every hand."""
    return [lambda number=number: act_of(number) for number in range(HANDS)]  # type: ignore[misc]  # a default


def steps(table: Table, subject: Subject, name: str) -> int:
    """How often something happened to a subject, by its unbroken log."""
    log = history.of(table, subject)
    assert history.is_unbroken(log)
    return [one.type for one in log].count(name)


@WEATHERS
def test_a_slot_gives_its_places_and_no_more(tables: str, book: Book, weather: str) -> None:
    desk, people = Desk(quota=FITS), [person() for _ in range(HANDS)]
    told = rush(each(lambda number: desk.hold(people[number])), weather)
    assert told.answers == {DONE: FITS, hall_errors.SlotFull.code: HANDS - FITS}
    assert places(desk) == list(range(1, FITS + 1))
    book.append((f"a slot of {FITS} places", weather, told))


@WEATHERS
def test_a_budget_line_holds_what_fits_to_the_fen(tables: str, book: Book, weather: str) -> None:
    total = FITS * AMOUNT + AMOUNT - 1
    policy_id = opened(total)
    tried = crowd(policy_id, [AMOUNT] * HANDS)
    told = rush(each(lambda number: approving.approve(act(officer()), tried[number])), weather)
    assert told.answers == {DONE: FITS, claim_errors.BudgetSpent.code: HANDS - FITS}
    held = [one for one in map(claims.get, tried) if one.state is ClaimState.APPROVED]
    assert sum(one.amount_fen for one in held) + sum(budgets.left_exactly(policy_id)) == total
    book.append((f"a budget line for {FITS} claims", weather, told))


@WEATHERS
def test_a_claim_is_approved_by_one_of_many_officers_and_held_once(
    tables: str, book: Book, weather: str
) -> None:
    policy_id = opened(2 * AMOUNT)
    (claim_id,) = crowd(policy_id, [AMOUNT])
    told = rush(each(lambda _: approving.approve(act(officer()), claim_id)), weather)
    assert told.answers == {DONE: 1, claim_errors.WrongStep.code: HANDS - 1}
    assert sum(budgets.left_exactly(policy_id)) == AMOUNT
    book.append(("the approval of one claim", weather, told))


@WEATHERS
def test_a_pay_line_is_confirmed_once(yard: Yard, book: Book, weather: str) -> None:
    (worker,) = people = yard.crew(1)
    yard.shown(people)
    line, who = yard.line(worker), principal_of(worker)
    word = wage_signature(line.revision)
    told = rush(each(lambda _: answering.confirm(act(who), line.id, word)), weather)
    assert told.answers == {DONE: 1, wage_errors.LineWrongState.code: HANDS - 1}
    assert yard.line(worker).state is LineState.CONFIRMED
    assert steps(WAGES, line.subject, "wages.line.confirmed") == 1
    book.append(("the word on a pay line", weather, told))


@WEATHERS
def test_a_contract_is_signed_once(site: Site, book: Book, weather: str) -> None:
    worker = site.person()
    contract_id = site.joined(worker)
    told = rush(each(lambda _: signing.sign(act(worker), contract_id, contract_signature())), weather)
    assert told.answers == {DONE: 1, contract_errors.WrongState.code: HANDS - 1}
    assert contracts.contract(contract_id).state is ContractState.WORKER_SIGNED
    assert steps(WORKERS, Subject("contract", contract_id), "workers.contract.signed") == 1
    book.append(("the signature under a contract", weather, told))


@WEATHERS
def test_a_helpers_code_lets_one_helper_in(tables: str, book: Book, weather: str) -> None:
    bureau, who = Bureau(), known_to_hall(person())
    one = made(bureau, who)
    code = GuideHelpForm(code=plans.code(at_minute(who), one).code)
    helpers = [known_to_hall(bureau.officer) for _ in range(HANDS)]
    told = rush(each(lambda number: helping.begin(at_minute(helpers[number], 1), code)), weather)
    assert told.answers == {DONE: 1, guide_errors.WrongCode.code: HANDS - 1}
    assert steps(GUIDES, plan_store.get(one).subject, "guides.plan.help-begun") == 1
    book.append(("a person's code for a helper", weather, told))
