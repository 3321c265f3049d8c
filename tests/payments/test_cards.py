"""A worker's own card: checked, encrypted, masked, and never anybody else's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.payments import errors, events
from mashangban.domains.payments.models import TABLE
from mashangban.domains.payments.repository import payees
from mashangban.domains.payments.rules import card as rules
from mashangban.domains.payments.service import cards, viewing
from mashangban.domains.payments.terms import Bank, PayeeState
from mashangban.kernel.dynamodb import client
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Role
from tests.payments.conftest import (
    Works,
    act,
    card_form,
    card_number,
    deliver,
    form_of,
    letters_of,
    name_card,
    person,
)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("6222 0212 3456 7890 128", None),
        ("６２２２０２１２３４５６７８９０１２８", None),
        ("6222-0212-3456-7890-128", None),
        ("6222021234567890129", "有一位数字不对，请对着卡再核对一遍"),
        ("62220212345", "卡号应有 13 到 19 位，现在是 11 位"),
        ("6222021234567890128000", "卡号应有 13 到 19 位，现在是 22 位"),
        ("62220212345678a0128", "卡号只有数字"),
    ],
)
def test_a_card_number_is_understood_as_people_type_it(typed: str, problem: str | None) -> None:
    digits = rules.digits_of(typed)
    if problem is None:
        digits = digits[:-1] + next(d for d in "0123456789" if rules.problem_of(digits[:-1] + d) is None)
    assert rules.problem_of(digits) == problem


@given(st.integers(0, 10**15), st.integers(0, 15), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(number: int, place: int, step: int) -> None:
    body = f"{number:016d}"
    digits = next(body + d for d in "0123456789" if rules.problem_of(body + d) is None)
    wrong = digits[:place] + str((int(digits[place]) + step) % 10) + digits[place + 1 :]
    assert rules.problem_of(wrong) is not None


def test_a_card_is_stored_unreadable_and_shown_masked(works: Works) -> None:
    worker = works.worker(None)
    number = card_number()
    shown = cards.register_card(act(worker), form_of(number, Bank.ABC))
    assert (shown.card_masked, shown.state) == (f"**** {number[-4:]}", PayeeState.CHECKING)
    found = client().query(
        TableName=TABLE.physical,
        KeyConditionExpression="PK = :pk",
        ExpressionAttributeValues={":pk": {"S": f"PAYEE#{worker.person_id}"}},
    )["Items"]
    assert number not in str(found)
    assert str(found).count(number[-6:]) == 0


def test_wages_hear_of_a_card_without_its_number(works: Works) -> None:
    worker = works.worker()
    *_, told = letters_of(Subject("payee", worker.person_id), "payments.payee")
    assert told["state"] == "verified"
    assert set(told) == {"person", "bank", "card_masked", "state", "version"}


def test_two_people_on_one_card_stop_the_money_of_both_until_one_leaves(works: Works) -> None:
    form = card_form()
    first, second = works.worker(None), works.worker(None)
    for worker in (first, second):
        works.employ(worker)
    clerk_told = {"payments.card.shared", "payments.card.shared-clerk"}
    clerk = works.worker(None)
    _hold_clerk(works, clerk.person_id)
    name_card(first, form)
    assert name_card(second, form).state is PayeeState.SHARED
    assert cards.show_card(first).state is PayeeState.SHARED
    kinds = {one["kind"] for one in letters_of(Subject("payee", first.person_id), "notices.notify")}
    assert kinds == clerk_told
    name_card(second, card_form())
    assert cards.show_card(first).state is PayeeState.VERIFIED
    assert cards.show_card(second).state is PayeeState.VERIFIED
    states = [one["state"] for one in letters_of(Subject("payee", first.person_id), "payments.payee")]
    assert states == ["checking", "verified", "shared", "verified"]


def _hold_clerk(works: Works, person_id: str) -> None:
    from datetime import timedelta

    from mashangban.identity import service as identity
    from mashangban.kernel import clock
    from mashangban.kernel.acts import system_act
    from mashangban.kernel.permissions import Place, Scope
    from mashangban.registry import service as registry

    scope = Scope("project", works.project.id)
    order = identity.GrantOrder(
        Role.LABOUR_CLERK, scope, person_id=person_id, valid_to=clock.now() + timedelta(days=30)
    )
    place: Place = registry.project(works.project.id).place
    identity.grant(system_act("test"), order, place)


def test_three_on_one_card_stay_stopped_until_one_is_left(works: Works) -> None:
    form = card_form()
    people = [works.worker(None) for _ in range(3)]
    for worker in people:
        name_card(worker, form)
    cards.remove_card(act(people[0]))
    assert cards.show_card(people[1]).state is PayeeState.SHARED
    cards.remove_card(act(people[1]))
    assert cards.show_card(people[2]).state is PayeeState.VERIFIED


def test_a_removed_card_is_gone_from_sight_but_not_from_the_log(works: Works) -> None:
    worker = works.worker()
    cards.remove_card(act(worker))
    with pytest.raises(errors.NoCard):
        cards.show_card(worker)
    with pytest.raises(errors.NoCard):
        cards.remove_card(act(worker))
    assert [one.label for one in viewing.my_card_log(worker)] == [
        "登记银行卡",
        "银行核对：是本人的卡，可以收款",
        "移除银行卡",
    ]
    again = name_card(worker, card_form())
    assert again.state is PayeeState.VERIFIED


def test_whoever_leaves_for_good_leaves_no_card_behind_and_frees_the_other_holder(works: Works) -> None:
    number = card_number()
    leaving, staying = works.worker(None), works.worker(None)
    for one in (leaving, staying):
        name_card(one, form_of(number, Bank.ABC))
    for _ in range(2):  # a message may come twice
        deliver(events.FORGET, {"person_id": leaving.person_id})
    gone = payees.payee(leaving.person_id)
    assert gone is not None
    assert (gone.card, gone.name_masked, gone.state) == ("", "", PayeeState.REMOVED)
    assert cards.show_card(staying).state is PayeeState.VERIFIED


def test_the_same_card_named_again_by_its_holder_is_no_second_person(works: Works) -> None:
    worker, form = works.worker(None), card_form()
    for _ in range(2):
        assert name_card(worker, form).state is PayeeState.VERIFIED
    assert payees.holding(payees.hash_of(form.card)).holders == (worker.person_id,)


def test_nobody_without_a_proven_name_names_a_card(works: Works) -> None:
    from mashangban.identity import service as identity
    from mashangban.kernel import ids
    from mashangban.kernel.permissions import Principal
    from tests.identity.conftest import new_mobile

    stranger = Principal(identity.ensure_person(act(works.desk.officer), new_mobile()), ids.new_id())
    with pytest.raises(errors.NameNotProven):
        cards.register_card(act(stranger), card_form())


def test_a_clerk_sees_who_cannot_be_paid_and_only_at_the_own_project(works: Works) -> None:
    paid, bare = works.worker(), works.worker(None)
    for worker in (paid, bare):
        works.employ(worker)
    clerk = person((Role.LABOUR_CLERK, f"project:{works.project.id}"))
    found = viewing.payees_of_project(clerk, works.project.id, PageRequest())
    states = {one.person_id: one.state_label for one in found.items}
    assert states == {paid.person_id: "可以收款", bare.person_id: "还没有登记"}
    from mashangban.kernel.errors import NotFound

    with pytest.raises(NotFound):
        viewing.payees_of_project(
            person((Role.LABOUR_CLERK, "project:other")), works.project.id, PageRequest()
        )
