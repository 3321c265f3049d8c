"""Pairs are written by one person, let count by another, hold for their days, and end with whoever got them told."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from mashangban.deadlines import service as deadlines
from mashangban.domains.answers import errors
from mashangban.domains.answers.models import TABLE, AnswerDeadlineRecord
from mashangban.domains.answers.repository import changes, pairs, receivers
from mashangban.domains.answers.rules import lasting
from mashangban.domains.answers.rules.pair import Edition, Pair, check_days
from mashangban.domains.answers.service import forgetting, lapsing, privacy
from mashangban.domains.answers.terms import PairShelf
from mashangban.domains.answers.terms.departments import AnswerDepartment
from mashangban.kernel import clock, crypto, events, history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from tests.answers.conftest import COUNTY, Office, call, days
from tests.personal import taken
from tests.registry.conftest import officer, person
from tests.told import all_told

TODAY = dt.date(2026, 11, 26)
SAID = Edition(
    AnswerDepartment.LABOUR, "工资什么时候发", (), "按月发。", "条例", "第十一条", "", TODAY, None, "writer"
)
NEW = Pair("p", "33", AnswerDepartment.LABOUR, "工资什么时候发")


def test_a_pair_goes_from_draft_to_review_to_use_and_to_its_end() -> None:
    drafted = NEW.drafted(SAID)
    assert (drafted.shelf, drafted.draft, drafted.in_force) == (PairShelf.DRAFTED, 1, False)
    published = drafted.handed_in().approved(SAID, "other")
    assert (published.shelf, published.edition, published.in_force) == (PairShelf.PUBLISHED, 1, True)
    ended = published.stopped("改了")
    assert (ended.shelf, ended.in_force) == (PairShelf.ENDED, False)
    renewed = ended.drafted(SAID).handed_in().approved(SAID, "other")
    assert (renewed.edition, renewed.in_force, renewed.ended) == (2, True, "")


def test_what_stands_stays_while_the_next_edition_is_written() -> None:
    other = Edition(AnswerDepartment.TAX, "别的问题", (), "", "", "", "", TODAY, None, "writer")
    standing = NEW.drafted(SAID).handed_in().approved(SAID, "other")
    writing = standing.drafted(other)
    assert (writing.question, writing.department, writing.in_force) == (
        SAID.question,
        AnswerDepartment.LABOUR,
        True,
    )
    assert writing.handed_in().approved(other, "x").question == "别的问题"


def test_nobody_lets_their_own_work_count() -> None:
    with pytest.raises(errors.OwnWork):
        NEW.drafted(SAID).handed_in().approved(SAID, "writer")


def test_whoever_wrote_first_does_not_let_it_count_because_another_wrote_last() -> None:
    drafted = NEW.drafted(SAID)
    mended = drafted.written(replace(SAID, author_id="second"), SAID)
    again = drafted.written(replace(SAID, author_id="third"), mended)
    assert again.authors == ("third", "second", "writer")
    for one in again.authors:
        with pytest.raises(errors.OwnWork):
            drafted.handed_in().approved(again, one)
    standing = drafted.handed_in().approved(again, "other")
    assert standing.written(replace(SAID, author_id="other"), again).authors == ("other",)


def test_a_draft_rests_while_it_is_reviewed_and_comes_back_with_a_reason() -> None:
    submitted = NEW.drafted(SAID).handed_in()
    with pytest.raises(errors.InReview):
        submitted.drafted(SAID)
    back = submitted.sent_back("条款写错了")
    assert (back.shelf, back.returned) == (PairShelf.DRAFTED, "条款写错了")
    assert back.handed_in().returned == ""


@pytest.mark.parametrize(
    ("first", "last", "fine"),
    [(0, None, True), (0, 0, True), (-9, -1, False), (5, 4, False), (5, 5, True)],
)
def test_an_answer_that_ended_or_never_begins_is_refused(first: int, last: int | None, fine: bool) -> None:
    ends = None if last is None else TODAY + dt.timedelta(days=last)
    said = Edition(
        AnswerDepartment.LABOUR,
        "问",
        (),
        "答",
        "源",
        "",
        "",
        TODAY + dt.timedelta(days=first),
        ends,
        "writer",
    )
    if fine:
        check_days(said, TODAY)
    else:
        with pytest.raises(errors.WrongDays):
            check_days(said, TODAY)


def test_only_what_has_an_end_has_a_clock() -> None:
    at = clock.now()
    assert lasting.clock_of(NEW, SAID, at) is None


def test_an_office_writes_and_a_second_person_lets_it_count(office: Office) -> None:
    pair_id = office.submitted()
    assert office.actions(office.author, pair_id) == ["return"]
    assert call(office.author, "POST", f"/pairs/{pair_id}/approval")[1]["code"] == "answers.pair.own-work"
    assert pairs.in_force([pair_id]) == {}
    before = clock.now()
    status, answer = call(office.reviewer, "POST", f"/pairs/{pair_id}/approval")
    assert (status, answer["shelf"]) == (200, "published"), answer
    region, said = pairs.in_force([pair_id])[pair_id]
    assert (region, said.reviewer_id) == (COUNTY, office.reviewer.person_id)
    assert pair_id in [item for _, _, item in changes.since(before)]
    assert history.is_unbroken(history.of(TABLE, Subject("answerpair", pair_id)))


def test_a_returned_draft_says_why_and_goes_again(office: Office) -> None:
    pair_id = office.submitted()
    status, answer = call(office.reviewer, "POST", f"/pairs/{pair_id}/return", {"reason": "条款写错了"})
    assert (status, answer["shelf"]) == (200, "drafted"), answer
    shown = call(office.author, "GET", f"/pairs/{pair_id}")[1]
    assert shown["row"]["returned"] == "条款写错了"
    assert [one["note"] for one in shown["steps"] if one["label"] == "审核退回"] == ["条款写错了"]
    changed = {name: value for name, value in office.form(clause="第十二条").items() if name != "region"}
    assert call(office.author, "PUT", f"/pairs/{pair_id}/draft", changed)[0] == 200
    assert call(office.author, "GET", f"/pairs/{pair_id}")[1]["content"]["clause"] == "第十二条"
    assert call(office.reviewer, "PUT", f"/pairs/{pair_id}/draft", changed)[0] == 200
    assert call(office.author, "POST", f"/pairs/{pair_id}/submission")[0] == 200
    for one in (office.author, office.reviewer):
        assert call(one, "POST", f"/pairs/{pair_id}/approval")[1]["code"] == "answers.pair.own-work"
        assert office.actions(one, pair_id) == ["return"]


def test_another_countys_office_sees_nothing_and_nobody_but_the_platform_writes_for_all(
    office: Office,
) -> None:
    pair_id = office.drafted()
    stranger = officer("330105")
    assert call(stranger, "GET", f"/pairs/{pair_id}")[0] == 404
    assert call(stranger, "GET", "/pairs", region=COUNTY)[0] == 404
    assert call(office.author, "POST", "/pairs", office.form(region=""))[0] == 404
    assert call(person(), "GET", "/pairs", region=COUNTY)[0] == 403


def test_a_list_shows_one_shelf_one_department_or_both(office: Office) -> None:
    mine, other = office.drafted(), office.submitted(department="tax")
    ready = call(
        office.author, "GET", "/pairs", region=COUNTY, department="tax", shelf="submitted", limit="50"
    )[1]["items"]
    assert other in [one["id"] for one in ready]
    assert {(one["department"], one["shelf"]) for one in ready} == {("tax", "submitted")}
    drafted = call(office.author, "GET", "/pairs", region=COUNTY, shelf="drafted", limit="50")[1]["items"]
    taxes = call(office.author, "GET", "/pairs", region=COUNTY, department="tax", limit="50")[1]["items"]
    assert mine in [one["id"] for one in drafted]
    assert other not in [one["id"] for one in drafted]
    assert {one["department"] for one in taxes} == {"tax"}


def heard(pair_id: str) -> list[str]:
    """Whom the events of a pair told that it ended."""
    items = history.items_of(TABLE, Subject("answerpair", pair_id))
    found = [one for item in items for one in events.letters(item)]
    bodies = [json.loads(crypto.unseal(one["body"], one["context"])) for one in found]
    return all_told(one for one in bodies if one["kind"] == "answers.ended")


def test_whoever_got_an_answer_is_told_when_it_is_withdrawn(office: Office) -> None:
    pair_id = office.published()
    both = (person(), person())
    for one in both:
        receivers.keep(Act(one, clock.now()), pair_id)
        receivers.keep(Act(one, clock.now()), pair_id)
    assert call(office.reviewer, "POST", f"/pairs/{pair_id}/withdrawal", {"reason": "条例改了"})[0] == 200
    office.pump.run()
    assert pairs.in_force([pair_id]) == {}
    assert sorted(heard(pair_id)) == sorted(one.person_id for one in both)


def test_an_answer_ends_with_its_days_its_office_hears_before_and_whoever_got_it_after(
    office: Office, quiet_clocks: None
) -> None:
    pair_id = office.published(valid_until=days(40))
    now = clock.now()
    receivers.keep(Act(person(), now), pair_id)
    deadlines.sweep(AnswerDeadlineRecord, now + dt.timedelta(days=15), lapsing.fire)
    assert pairs.get(pair_id).in_force
    assert [one.type for one in history.of(TABLE, Subject("answerpair", pair_id))][-1] == (
        "answers.pair.lapsing"
    )
    deadlines.sweep(AnswerDeadlineRecord, now + dt.timedelta(days=42), lapsing.fire)
    ended = pairs.get(pair_id)
    assert (ended.shelf, ended.ended) == (PairShelf.ENDED, "有效期已过")
    assert pairs.in_force([pair_id]) == {}
    assert heard(pair_id) == []
    office.pump.run()
    assert len(heard(pair_id)) == 1


def test_an_edition_that_takes_the_place_of_another_has_the_only_clock(
    office: Office, quiet_clocks: None
) -> None:
    pair_id = office.published(valid_until=days(40))
    longer = {n: v for n, v in office.form(valid_until=days(400)).items() if n != "region"}
    assert call(office.author, "PUT", f"/pairs/{pair_id}/draft", longer)[0] == 200
    assert call(office.author, "POST", f"/pairs/{pair_id}/submission")[0] == 200
    assert call(office.reviewer, "POST", f"/pairs/{pair_id}/approval")[0] == 200
    deadlines.sweep(AnswerDeadlineRecord, clock.now() + dt.timedelta(days=42), lapsing.fire)
    assert pairs.get(pair_id).in_force


def test_what_a_person_got_is_forgotten_with_them(office: Office) -> None:
    pair_id, one = office.published(), person()
    receivers.keep(Act(one, clock.now()), pair_id)
    (got,) = taken(privacy.HOLDING, one.person_id)["得到过的答案"]
    assert (got["question"], got["in_force"]) == (office.form()["question"], True)
    forgetting.forget(one.person_id)
    forgetting.forget(one.person_id)
    assert taken(privacy.HOLDING, one.person_id) == {"得到过的答案": []}
    assert one.person_id not in receivers.of_pair(pair_id, PageRequest()).items
