"""A department goes into another: planned, taken back, and on its day with all that is open, its people, its roster."""

import datetime as dt
import json

import pytest

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.repository import departments, ratings, rosters, rows
from mashangban.domains.helpdesk.rules import roster, tally
from mashangban.domains.helpdesk.rules import uniting as rules
from mashangban.domains.helpdesk.schemas import (
    CannedForm,
    DepartmentMerge,
    PostForm,
    RatingForm,
    RosterForm,
    RosterShift,
    TicketAnswer,
    TicketReason,
)
from mashangban.domains.helpdesk.service import (
    asking,
    canned,
    handling,
    merger_telling,
    offices,
    rating,
    rostering,
    talking,
    uniting,
)
from mashangban.domains.helpdesk.terms import PostKind, TicketTopic
from mashangban.identity import service as identity
from mashangban.kernel import clock, crypto, events, history
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from tests.helpdesk.conftest import Town, act
from tests.helpdesk.talks import begun, on_duty, say, words
from tests.helpdesk.test_uniting_rules import INTO, ONE, TODAY, TOMORROW
from tests.workers.office import office_of

WAITING = "/console/helpdesk/departments/waiting"
pytestmark = pytest.mark.usefixtures("quiet_clocks")


def new_home(town: Town) -> str:
    return town.department("区人社和就业局", TicketTopic.CONTRACT)


def united(town: Town, into: str) -> None:
    """Planned from tomorrow, agreed to by a colleague, and the clock has run."""
    plan(town, into)
    uniting.agree(act(town.officer(town.county)), town.wages)
    town.later(days=1)
    town.pump.run()


def heard(department_id: str) -> list[str]:
    """Who is told by a department's events that it was merged."""
    found = history.items_of(TABLE, departments.get(department_id).subject)
    letters = [one for item in found for one in events.letters(item) if one["kind"] == "notices.notify"]
    bodies = [json.loads(crypto.unseal(one["body"], one["context"])) for one in letters]
    return [person for body in bodies if body["kind"] == "helpdesk.merged" for person in body["people"]]


def plan(town: Town, into: str) -> None:
    given = DepartmentMerge(into_id=into, day=clock.local_date(clock.now()) + dt.timedelta(days=1))
    uniting.plan(act(town.keeper), town.wages, given)


def test_open_tickets_go_along_in_the_hands_that_had_them_and_what_ended_stays(county: Town) -> None:
    ended, held, fresh = county.closed(), county.taken(county.asked()), county.asked()
    county.pump.run()
    into = new_home(county)
    united(county, into)
    for one in (held, fresh):
        assert county.seen(one).row.desk_name == "区人社和就业局"
    reply = TicketAnswer(text="已经去看过，三天内补发")
    handling.answer(act(county.clerk), held, reply)
    gone = county.seen(ended)
    assert gone.row.desk_name == "区人社局（已并入区人社和就业局）"
    assert "区人社局" in [event.data.get("desk") for event in history.of(TABLE, Subject("helpticket", ended))]
    assert county.seen(county.asked()).row.desk_name == "区人社和就业局"


def test_figures_stay_where_it_was_asked_and_what_comes_back_goes_along(county: Town) -> None:
    one, ended = county.asked(), county.closed()
    county.pump.run()
    month = tally.periods_of(clock.local_date(clock.now()))[1]
    before = rows.counters(f"desk:{county.wages}:{month}")
    into = new_home(county)
    united(county, into)
    assert rows.counters(f"desk:{county.wages}:{month}") == before
    assert rows.counters(f"desk:{into}:{month}") == {}
    asking.reopen(act(county.asker), ended, TicketReason(text="还是没有发"))
    county.pump.run()
    assert county.seen(ended).row.desk_name == "区人社和就业局"
    handling.take(act(county.clerk), one)


def test_a_conversation_goes_on_and_both_read_who_has_it_now(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    united(county, new_home(county))
    assert words(one, county.asker)[-1] == "部门合并，您的对话现在由区人社和就业局接着办，说过的都在"
    say(county, one, county.clerk, "还是我，请接着说")
    talking.end(act(county.asker), one)


def test_a_bad_word_is_mended_by_the_other_department(county: Town) -> None:
    one = county.closed()
    rating.rate(act(county.asker), one, RatingForm(stars=1, text="没人管"))
    county.pump.run()
    into = new_home(county)
    united(county, into)
    assert ratings.get(one).desk.id == into


def test_people_and_the_coming_roster_go_along(county: Town) -> None:
    monday = roster.monday_of(clock.local_date(clock.now())) + dt.timedelta(days=7)
    shift = RosterShift(day=monday, starts=dt.time(8, 30), ends=dt.time(12), person_id=county.clerk.person_id)
    rostering.keep(act(county.keeper), county.wages, RosterForm(monday=monday, shifts=[shift]))
    into = new_home(county)
    form = PostForm(kinds=[PostKind.WATCH], topics=[])
    offices.fill_post(act(county.keeper), into, county.clerk.person_id, form)
    united(county, into)
    assert departments.posts_at(county.wages) == []
    found = {one.person_id: one.kinds for one in departments.posts_at(into)}
    assert found[county.clerk.person_id] == (PostKind.WATCH, PostKind.FRONT)
    assert found[county.lead.person_id] == (PostKind.LEAD,)
    old, new = (rosters.of_weeks(departments.get(id_).desk, [monday])[0] for id_ in (county.wages, into))
    assert (len(old.shifts), [one.person_id for one in new.shifts]) == (0, [county.clerk.person_id])


def test_kept_words_go_along_and_everybody_at_a_post_of_either_hears_once(county: Town) -> None:
    into = new_home(county)
    there = county.staff(into, PostKind.FRONT)
    lead = PostForm(kinds=[PostKind.LEAD], topics=[])
    offices.fill_post(act(county.keeper), into, county.lead.person_id, lead)
    for desk, text in ((county.wages, "您好"), (county.wages, "请稍等"), (into, "请稍等")):
        form = CannedForm(shortcut="常用", text=text, department_id=desk)
        canned.keep(act(county.lead), form)
    staff = [one.person_id for one in departments.posts_at(county.wages)]
    united(county, into)
    kept = [(one.text, one.whose_label) for one in canned.listed(act(county.lead))]
    assert sorted(kept) == [("您好", "区人社和就业局"), ("请稍等", "区人社和就业局")]
    assert sorted(heard(county.wages)) == sorted(staff)
    assert heard(into) == [there.person_id]


def test_nothing_moves_before_the_day_and_a_plan_taken_back_moves_nothing(county: Town) -> None:
    one, into = county.asked(), new_home(county)
    plan(county, into)
    county.later(minutes=2)
    county.pump.run()
    assert county.seen(one).row.desk_name == "区人社局"
    uniting.take_back(act(county.keeper), county.wages)
    county.later(days=2)
    county.pump.run()
    assert county.seen(one).row.desk_name == "区人社局"


def test_a_department_that_went_into_another_is_offered_to_nobody_and_stays_in_its_keepers_list(
    county: Town,
) -> None:
    into = new_home(county)
    united(county, into)
    page = PageRequest()
    offered = [one.id for one in offices.answering(county.county, page).items]
    assert (county.wages in offered, into in offered) == (False, True)
    assert county.wages in [one.id for one in offices.in_region(county.keeper, county.county, page).items]
    shown = office_of(county.keeper).get(f"/console/helpdesk/departments/{county.wages}").html
    assert "已并入区人社和就业局" in shown
    assert f'href="/console/helpdesk/departments/{into}"' in shown
    assert f"/console/helpdesk/departments/{county.wages}/" not in shown


def test_without_a_second_person_it_does_not_happen(county: Town) -> None:
    into = new_home(county)
    plan(county, into)
    with pytest.raises(errors.OwnMerger):
        uniting.agree(act(county.keeper), county.wages)
    with pytest.raises(NotFound):
        uniting.agree(act(Town(county.pump).keeper), county.wages)
    county.later(days=1)
    county.pump.run()
    one = departments.get(county.wages)
    assert (one.into_id, one.merged, one.planned_by) == ("", False, "")


def test_who_planned_it_and_who_might_have_agreed_hear_that_nobody_did() -> None:
    planned = rules.plan(ONE, INTO, TOMORROW, TODAY, "amy")
    (asked,) = merger_telling.keepers(planned, INTO, "helpdesk.merger-asked")
    (told,) = merger_telling.keepers(planned, INTO, "helpdesk.merger-unagreed", "amy")
    for one, named in ((asked, []), (told, ["amy"])):
        assert (one.body["people"], one.body["but"]) == (named, ["amy"])
        assert one.body["posts"] == [str(identity.office_of(ONE.region.removesuffix("00")))]
    assert told.body["link"] == "/console/helpdesk/departments/a"


def test_a_merger_waits_for_whoever_keeps_both_and_did_not_plan_it_until_it_is_taken_back(
    county: Town,
) -> None:
    second, city, elsewhere = (county.officer(county.county), county.officer(county.city), Town(county.pump))
    day = clock.local_date(clock.now()) + dt.timedelta(days=9)
    uniting.plan(act(county.mayor), county.desk, DepartmentMerge(into_id=county.above, day=day))
    plan(county, new_home(county))
    everybody = (second, city, county.keeper, county.mayor, elsewhere.keeper)
    found = [[one.id for one in uniting.waiting(who)] for who in everybody]
    assert found == [[county.wages], [county.wages, county.desk], [], [county.wages], []]
    uniting.take_back(act(county.keeper), county.wages)
    assert uniting.waiting(second) == []


def test_nobody_merges_what_they_do_not_keep_and_nobody_is_put_where_nothing_is(county: Town) -> None:
    elsewhere = Town(county.pump)
    given = DepartmentMerge(into_id=county.desk, day=clock.local_date(clock.now()) + dt.timedelta(days=1))
    with pytest.raises(NotFound):
        uniting.plan(act(elsewhere.keeper), county.wages, given)
    united(county, county.desk)
    with pytest.raises(errors.MergedAlready):
        offices.fill_post(
            act(county.keeper), county.wages, county.clerk.person_id, PostForm(kinds=[PostKind.FRONT])
        )


def test_the_keeper_plans_it_reads_when_and_takes_it_back(county: Town) -> None:
    into, desk = new_home(county), office_of(county.keeper)
    home = f"/console/helpdesk/departments/{county.wages}"
    day = clock.local_date(clock.now()) + dt.timedelta(days=30)
    form = desk.get(f"{home}/merger")
    assert f'value="{into}"' in form.html
    assert f'value="{county.wages}"' not in form.html
    refused = desk.act(form, f"{home}/merger", into_id=into, day="2020-01-01")
    assert "从明天起" in refused.html
    desk.act(desk.get(f"{home}/merger"), f"{home}/merger", into_id=into, day=str(day))
    assert "等另一个人同意" in desk.get(home).html
    assert "同意合并" not in desk.get(home).html
    second = county.officer(county.county)
    waits = {one.id for one in offices.in_region(second, county.county, PageRequest()).items if one.may_agree}
    assert waits == {county.wages}
    other = office_of(second)
    assert "等您同意" not in desk.get(WAITING).html
    assert f'href="{home}"' in other.get(WAITING).html
    other.act(other.get(home), f"{home}/merger/agreement")
    assert "等您同意" not in other.get(WAITING).html
    assert "等另一个人同意" not in desk.get(home).html
    shown = desk.get(home)
    assert f"{day} 起并入区人社和就业局" in shown.html
    desk.act(shown, f"{home}/merger/taking-back")
    assert "起并入" not in desk.get(home).html
