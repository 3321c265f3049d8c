"""A package becomes a person's plan, is done card by card; a code is shown once; the last word is the person's."""

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest

from mashangban.domains.guides import errors, events, listeners
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.repository import plans as repository
from mashangban.domains.guides.schemas import (
    GuideHelpForm,
    GuidePackageForm,
    GuidePackagesQuery,
    GuidePapers,
    GuidePlanForm,
    GuideWithdrawal,
)
from mashangban.domains.guides.service import helping, leading, packagereading, packages, plans, privacy
from mashangban.domains.guides.terms import CardState, PlanState
from mashangban.identity import service as identity
from mashangban.kernel import clock, crypto, history, ids
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject, letters
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal
from mashangban.kernel.streams import Delivery
from tests.guides.conftest import Bureau
from tests.guides.packages import NO_PIPE, cards, offered, package, three_items
from tests.identity.conftest import new_mobile
from tests.personal import taken
from tests.registry.conftest import officer, person

NOW = clock.now()


def known(who: Principal) -> Principal:
    return replace(who, person_id=identity.ensure_person(system_act("tests"), new_mobile()))


def act(who: Principal, minutes: float = 0) -> Act:
    return Act(who, NOW + dt.timedelta(minutes=minutes))


def made(bureau: Bureau, who: Principal, answers: dict[str, str] = NO_PIPE) -> str:
    form = GuidePlanForm(package_id=offered(bureau), region=bureau.region, answers=answers)
    return plans.make(act(who), form).id


def states(plan_id: str) -> dict[str, CardState]:
    return dict(repository.get(plan_id).cards)


def test_the_way_asks_then_shows_cards_papers_and_days(bureau: Bureau) -> None:
    one = offered(bureau)
    first = leading.lead(one, {})
    assert (first.question and first.question.key, first.cards) == ("cook", [])
    last = leading.lead(one, NO_PIPE)
    assert last.question is None
    assert [card.title for card in last.cards] == ["办营业执照", "办食品经营许可", "装油烟管道报备"]
    assert last.cards[1].waits_for == ["办营业执照"]
    assert [(paper.name, paper.copies) for paper in last.papers] == [
        ("身份证", 2),
        ("健康证", 1),
        ("房屋证明", 1),
    ]
    assert last.days == 6
    assert [said.label for said in last.said] == ["做", "没有"]


def test_a_package_is_listed_in_its_region_and_below(bureau: Bureau) -> None:
    one = offered(bureau)
    rows = [row.id for row in leading.offered_in(GuidePackagesQuery(region=bureau.region))]
    assert one in rows
    assert one not in [row.id for row in leading.offered_in(GuidePackagesQuery(region="370102"))]


def test_a_package_whose_item_is_not_published_stays_a_draft(bureau: Bureau) -> None:
    codes = three_items(bureau)
    content = package(cards=cards(codes[0], codes[1], "none-such"))
    form = GuidePackageForm(region=bureau.region, content=content)
    one = packages.draft(bureau.act(), form).id
    with pytest.raises(errors.PackageUnready) as refused:
        packages.submit(bureau.act(), one)
    assert ["none-such" in gap.message for gap in refused.value.errors] == [True]
    assert packagereading.work(bureau.officer, one).gaps == ["“装油烟管道报备”的事项 none-such 没有公布"]
    with pytest.raises(errors.UnknownPackage):
        leading.lead(one, {})


def test_a_plan_is_kept_only_when_all_is_answered_and_in_the_packages_region(bureau: Bureau) -> None:
    one, who = offered(bureau), person()
    for region, answers, wrong in (
        (bureau.region, {"cook": "yes"}, errors.Unanswered),
        ("370102", NO_PIPE, errors.UnknownPackage),
    ):
        with pytest.raises(wrong):
            plans.make(act(who), GuidePlanForm(package_id=one, region=region, answers=answers))


def test_cards_are_done_in_their_order_and_the_plan_with_the_last(bureau: Bureau) -> None:
    who = person()
    one = made(bureau, who, {"cook": "no"})
    with pytest.raises(errors.CardWaits):
        plans.mark(act(who), one, "food", finished=True)
    with pytest.raises(errors.UnknownCard):
        plans.mark(act(who), one, "smoke", finished=True)
    plans.mark(act(who), one, "licence", finished=True)
    assert plans.mark(act(who), one, "food", finished=True).state == "done"
    assert plans.show(act(who), one).done == 2
    assert plans.mark(act(who), one, "food", finished=False).state == "open"


def test_papers_at_hand_stay_ticked(bureau: Bureau) -> None:
    who = person()
    one = made(bureau, who)
    plans.tick(act(who), one, GuidePapers(names=["身份证"]))
    assert [paper.name for paper in plans.show(act(who), one).papers if paper.ticked] == ["身份证"]


def test_a_plan_goes_by_the_edition_it_was_made_of(bureau: Bureau) -> None:
    who = person()
    one = made(bureau, who, {"cook": "no"})
    package_id = repository.get(one).package_id
    packages.withdraw(bureau.act(), package_id, GuideWithdrawal(why="改成一件事"))
    with pytest.raises(errors.PackageWithdrawn, match="改成一件事"):
        leading.lead(package_id, {})
    assert len(plans.show(act(who), one).cards) == 2


def test_a_helper_scans_says_done_and_the_person_has_the_last_word(bureau: Bureau) -> None:
    who, helper = known(person()), known(bureau.officer)
    one = made(bureau, who)
    with pytest.raises(errors.NotHelping):
        helping.show(act(helper), one)
    code = plans.code(act(who), one).code
    helping.begin(act(helper, 1), GuideHelpForm(code=code))
    assert helping.show(act(helper, 2), one).cards[0].title == "办营业执照"
    helping.propose(act(helper, 2), one, "licence")
    assert states(one) == {"licence": CardState.PROPOSED}
    plans.answer_helper(act(who, 3), one, "licence", agrees=False)
    assert states(one) == {"licence": CardState.TODO}
    helping.propose(act(helper, 4), one, "licence")
    plans.answer_helper(act(who, 5), one, "licence", agrees=True)
    with pytest.raises(errors.CardDone):
        helping.propose(act(helper, 6), one, "licence")
    with pytest.raises(errors.NothingProposed):
        plans.answer_helper(act(who, 6), one, "licence", agrees=True)
    log = history.of(TABLE, repository.get(one).subject)
    items = history.items_of(TABLE, repository.get(one).subject)
    told = [_kind(letter) for item in items for letter in letters(item)]
    assert told == ["guides.help-begun", "guides.card-proposed", "guides.card-proposed"]
    assert history.is_unbroken(log)


def test_a_code_is_good_once_and_for_five_minutes(bureau: Bureau) -> None:
    who, helper = known(person()), known(bureau.officer)
    one = made(bureau, who)
    code = plans.code(act(who), one).code
    with pytest.raises(errors.WrongCode):
        helping.begin(act(helper, 6), GuideHelpForm(code=code))
    helping.begin(act(helper, 1), GuideHelpForm(code=code))
    for again in (code, code[:-1] + ("A" if code[-1] != "A" else "B"), "X" * 51):
        with pytest.raises(errors.WrongCode):
            helping.begin(act(known(bureau.officer), 2), GuideHelpForm(code=again))


def test_help_ends_after_two_hours_or_when_the_person_says_so(bureau: Bureau) -> None:
    who, helper = known(person()), known(bureau.officer)
    one = made(bureau, who)
    helping.begin(act(helper), GuideHelpForm(code=plans.code(act(who), one).code))
    assert plans.show(act(who, 119), one).helping_until is not None
    with pytest.raises(errors.NotHelping):
        helping.propose(act(helper, 121), one, "licence")
    plans.end_help(act(who, 1), one)
    with pytest.raises(errors.NotHelping):
        helping.show(act(helper, 2), one)


def test_an_office_elsewhere_and_a_stranger_see_nothing(bureau: Bureau) -> None:
    who = person()
    one = made(bureau, who)
    code = plans.code(act(who), one).code
    with pytest.raises(NotFound):
        helping.begin(act(officer("370102")), GuideHelpForm(code=code))
    with pytest.raises(NotFound):
        plans.show(act(person()), one)


def test_what_was_given_up_is_over(bureau: Bureau) -> None:
    who = person()
    one = made(bureau, who)
    plans.end(act(who), one)
    for run in (
        lambda: plans.mark(act(who), one, "licence", finished=True),
        lambda: plans.tick(act(who), one, GuidePapers(names=[])),
        lambda: plans.code(act(who), one),
        lambda: plans.end(act(who), one),
    ):
        with pytest.raises(errors.PlanOver):
            run()


def test_who_left_for_good_leaves_a_plan_of_nobody(bureau: Bureau) -> None:
    who = person()
    one = made(bureau, who)
    (given,) = taken(privacy.HOLDING, who.person_id)["办事计划"]
    assert given["id"] == one
    for _ in range(2):
        body = {"person_id": who.person_id}
        subject = Subject("elsewhere", "1")
        listeners.on_message(Delivery(ids.new_id(), events.FORGET, body, "identity", subject, 1, clock.now()))
    left = repository.get(one)
    assert (left.person_id, dict(left.answers), left.state) == ("", {}, PlanState.ENDED)
    assert repository.of_person(who.person_id, PageRequest()).items == []


def _kind(letter: dict[str, Any]) -> str:
    """What a notice is about; letters are sealed."""
    return str(json.loads(crypto.unseal(letter["body"], letter["context"]))["kind"])
