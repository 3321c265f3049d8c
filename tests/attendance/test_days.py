"""From roll call to a settled day: roll, scan, question, answer, correction, and whom each refuses."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from mashangban.domains.attendance import errors, events, schemas
from mashangban.domains.attendance.models import TABLE
from mashangban.domains.attendance.repository import teams
from mashangban.domains.attendance.rules import scanning
from mashangban.domains.attendance.service import answering, rolling, viewing
from mashangban.domains.attendance.terms import DayState
from mashangban.kernel import clock, codes, crypto, history, ids
from mashangban.kernel import events as kernel_events
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Role
from tests.attendance.conftest import Crew, act, fire, phone, somebody, today
from tests.told import told

DAY = timedelta(days=1)


def test_what_a_contract_told_of_its_team_while_our_clock_was_ahead_gives_way_to_what_the_next_tells(
    crew: Crew,
) -> None:
    now, told_of = clock.now(), teams.team(crew.team_id)

    def name_after(name: str, at: datetime) -> str:
        teams.know(replace(told_of, name=name), at)
        return teams.team(crew.team_id).name

    assert name_after("二班", now + 2 * DAY) == "二班"
    assert name_after("三班", now) == "三班"
    assert name_after("一班", now - DAY) == "三班", "told long ago, and late"


def messages(crew: Crew, number: int, day: Any, to: str) -> list[dict[str, Any]]:
    """The opened messages of a worker-day to another room."""
    subject = Subject("workday", f"{crew.contracts[number]}#{day.isoformat()}")
    letters = [one for item in history.items_of(TABLE, subject) for one in kernel_events.letters(item)]
    return [
        json.loads(crypto.unseal(one["body"], one["context"]))
        for one in letters
        if to in (one["to"], *one.get("also", ()))
    ]


def answer_of(crew: Crew, number: int, day: Any, halves: int, words: str = "我干了") -> schemas.DayDone:
    given = schemas.DayAnswer(halves=halves, words=words)
    return answering.answer(act(crew.workers[number]), crew.contracts[number], day, given)


def questioned(crew: Crew) -> Any:
    """A day whose first worker is asked: the later roll says less than what was settled."""
    day = today() - 2 * DAY
    crew.roll(day, 2, 2, 1)
    crew.close(day)
    crew.roll(day, 0, 2, 1, reason="看错人了")
    return day


def test_a_roll_settles_the_days_of_a_team_at_noon(crew: Crew) -> None:
    day = today() - DAY
    crew.roll(day, 2, 1, 0)
    assert [crew.day(n, day).state for n in range(3)] == [DayState.OPEN] * 3
    crew.close(day)
    found = [crew.day(n, day) for n in range(3)]
    assert [(one.state, one.halves) for one in found] == [
        (DayState.SETTLED, 2),
        (DayState.SETTLED, 1),
        (DayState.NONE, 0),
    ]
    (told,) = messages(crew, 0, day, "wages")
    assert told == {
        "contract": crew.contracts[0], "day": day.isoformat(), "halves": 2, "minutes": 0, "overtime_minutes": 0,
        "state": "settled", "witnesses": ["roll"], "version": 1,
    }  # fmt: skip
    assert messages(crew, 0, day, "arrears") == messages(crew, 0, day, "reporting") == [told]
    assert messages(crew, 2, day, "wages") == []
    (absent,) = messages(crew, 2, day, "notices")
    assert absent["kind"] == "attendance.day.absent"


def test_delivering_everything_twice_changes_nothing(crew: Crew) -> None:
    day = today() - DAY
    crew.roll(day, 2, 1, 0)
    crew.close(day)
    before = [crew.day(n, day) for n in range(3)]
    crew.stir(Subject("teamday", f"{crew.team_id}#{day.isoformat()}"), again=True)
    assert [crew.day(n, day) for n in range(3)] == before


def test_a_second_roll_needs_a_reason_and_counts_at_once_while_the_day_is_open(crew: Crew) -> None:
    day = today() - DAY
    crew.roll(day, 2, 1, 0)
    with pytest.raises(errors.ReasonMissing):
        crew.roll(day, 2, 2, 2)
    crew.roll(day, 2, 2, 2, reason="漏点了老赵")
    crew.close(day)
    assert [crew.day(n, day).halves for n in range(3)] == [2, 2, 2]
    shown = viewing.show_day(crew.workers[2], crew.contracts[2], day, clock.now())
    assert "改过：漏点了老赵" in shown.sights[0].lines


def test_a_roll_takes_no_stranger_no_future_and_no_distant_past(crew: Crew) -> None:
    for day, error in ((today() + DAY, errors.DayInFuture), (today() - 8 * DAY, errors.DayTooOld)):
        with pytest.raises(error):
            crew.roll(day, 2)
    form = schemas.RollForm.model_validate({"entries": [{"contract_id": ids.new_id(), "halves": 2}]})
    with pytest.raises(errors.NotOnTeam):
        rolling.call_roll(act(crew.foreman), crew.team_id, today(), form)


def test_a_foreman_calls_no_other_teams_roll(crew: Crew) -> None:
    other = Crew(crew.project_id, crew.project_name, crew.orgs)
    form = schemas.RollForm.model_validate({"entries": [{"contract_id": crew.contracts[0], "halves": 2}]})
    for stranger in (other.foreman, crew.workers[0], somebody()):
        with pytest.raises(NotFound):
            rolling.call_roll(act(stranger), crew.team_id, today(), form)
        with pytest.raises(NotFound):
            rolling.show_code(stranger, crew.team_id, act(stranger))
        with pytest.raises(NotFound):
            viewing.grid_of_team(stranger, crew.team_id, today().isoformat()[:7])


def test_a_disagreement_asks_the_worker_and_the_answer_settles(crew: Crew) -> None:
    day = questioned(crew)
    asked = crew.day(0, day)
    assert (asked.state, asked.halves) == (DayState.QUESTIONED, 2)
    assert asked.due
    assert messages(crew, 0, day, "wages")[-1]["state"] == "questioned"
    notice = messages(crew, 0, day, "notices")[-1]
    assert (notice["kind"], notice["person_id"]) == ("attendance.day.lowering", crew.workers[0].person_id)
    assert notice["link"].startswith("/attendance/pages/day/index?contract=")
    done = answer_of(crew, 0, day, 2)
    assert (done.state, done.halves) == (DayState.SETTLED, 2)
    after = crew.day(0, day)
    assert after.contested
    assert messages(crew, 0, day, "wages")[-1]["state"] == "settled"


def test_nobody_answers_for_another(crew: Crew) -> None:
    day = questioned(crew)
    given = schemas.DayAnswer(halves=0, words="")
    for stranger in (crew.workers[1], crew.foreman, crew.clerk):
        with pytest.raises(NotFound):
            answering.answer(act(stranger), crew.contracts[0], day, given)
        with pytest.raises(NotFound):
            answering.claim(act(stranger), crew.contracts[2], day, schemas.DayAnswer(halves=2))
    with pytest.raises(errors.NothingAsked):
        answer_of(crew, 1, day, 2)


def test_a_worker_corrects_no_day_and_a_strange_office_sees_none(crew: Crew) -> None:
    day = questioned(crew)
    given = schemas.DayCorrection(halves=2, reason="我说了算")
    stranger = somebody((Role.LABOUR_CLERK, f"project:{ids.new_id()}"))
    for one in (crew.workers[1], stranger):
        with pytest.raises(NotFound):
            answering.correct(act(one), crew.contracts[1], day, given)
    with pytest.raises(NotFound):
        viewing.show_day(stranger, crew.contracts[0], day, clock.now())
    with pytest.raises(NotFound):
        viewing.month_of_contract(crew.workers[1], crew.contracts[0], day.isoformat()[:7], clock.now())


def test_a_silent_question_is_reminded_of_and_then_leaves_the_day_as_it_was(crew: Crew) -> None:
    day = questioned(crew)
    subject = Subject("workday", f"{crew.contracts[0]}#{day.isoformat()}")
    fire(subject)
    settled = crew.day(0, day)
    assert (settled.state, settled.halves) == (DayState.SETTLED, 2)
    assert crew.events(0, day)[-1] == events.LAPSED
    assert messages(crew, 0, day, "notices")[-1]["kind"] == "attendance.day.changed"


def test_a_day_without_any_record_can_be_claimed_and_confirmed(crew: Crew) -> None:
    day = today() - 3 * DAY
    month = viewing.month_of_contract(crew.workers[0], crew.contracts[0], day.isoformat()[:7], clock.now())
    (row,) = [one for one in month.days if one.day == day]
    assert (row.state, row.label) == (DayState.NONE, "没有记录")
    claimed = answering.claim(
        act(crew.workers[0]), crew.contracts[0], day, schemas.DayAnswer(halves=2, words="浇筑到晚上")
    )
    assert claimed.state is DayState.CLAIMED
    (asked,) = messages(crew, 0, day, "notices")
    assert told(asked) == [crew.foreman.person_id]
    assert asked["posts"] == [f"labour_clerk@project:{crew.project_id}"]
    reason = schemas.DayCorrection(halves=2, reason="确实来了，闸机坏了")
    done = answering.correct(act(crew.clerk), crew.contracts[0], day, reason)
    assert (done.state, done.halves) == (DayState.SETTLED, 2)
    shown = viewing.show_day(crew.workers[0], crew.contracts[0], day, clock.now())
    assert (shown.changes[-1].before, shown.changes[-1].after) == ("没上工", "一天")
    assert [one.label for one in shown.log] == ["工人申报上工，请单位核实", "单位确认"]
    assert shown.log[0].by_label == "王**"


def test_a_claim_within_the_day_waits_for_its_closing(crew: Crew) -> None:
    with pytest.raises(errors.DayStillOpen):
        answering.claim(act(crew.workers[0]), crew.contracts[0], today(), schemas.DayAnswer(halves=2))


def test_a_correction_upwards_counts_at_once_and_both_see_it(crew: Crew) -> None:
    day = today() - DAY
    crew.roll(day, 1, 2, 2)
    crew.close(day)
    answering.correct(
        act(crew.foreman), crew.contracts[0], day, schemas.DayCorrection(halves=2, reason="下午也在")
    )
    for viewer in (crew.workers[0], crew.clerk):
        (change,) = viewing.show_day(viewer, crew.contracts[0], day, clock.now()).changes
        assert (change.by, change.before, change.after, change.reason) == (
            "班组长",
            "半天",
            "一天",
            "下午也在",
        )
    assert messages(crew, 0, day, "notices")[-1]["kind"] == "attendance.day.changed"
    with pytest.raises(errors.NothingChanges):
        answering.correct(
            act(crew.clerk), crew.contracts[0], day, schemas.DayCorrection(halves=2, reason="再来一次")
        )


def code_of(crew: Crew) -> str:
    return rolling.show_code(crew.foreman, crew.team_id, act(crew.foreman)).code


def scan(crew: Crew, number: int, code: str, direction: str = "in", **more: Any) -> schemas.ScanDone:
    form = schemas.PunchForm.model_validate({"code": code, "direction": direction, **more})
    return rolling.scan_code(act(crew.workers[number]), form)


def test_a_scan_of_the_code_on_show_marks_the_day_and_begins_the_teams(crew: Crew) -> None:
    position = {"latitude_e6": 30_274_000, "longitude_e6": 120_155_000}
    done = scan(crew, 0, code_of(crew), position=position)
    day = crew.day(0, done.day)
    assert [one.direction.value for one in day.marks.scan] == ["in"]
    assert day.marks.positions[0].latitude_e6 == 30_274_000
    crew.stir_days(done.day)
    assert history.of(TABLE, Subject("teamday", f"{crew.team_id}#{done.day.isoformat()}"))


def test_a_code_serves_each_person_once(crew: Crew) -> None:
    code = code_of(crew)
    scan(crew, 0, code)
    with pytest.raises(errors.CodeUsed):
        scan(crew, 0, code, "out")
    scan(crew, 1, code)


def test_an_expired_an_altered_and_another_teams_code_are_refused(crew: Crew) -> None:
    step = scanning.step_of(clock.now())
    for wrong in (step - 3, step + 2):
        with pytest.raises(errors.CodeExpired):
            scan(crew, 0, codes.issue(scanning.PURPOSE, scanning.body(crew.team_id, wrong)))
    code = code_of(crew)
    with pytest.raises(codes.AlteredCode):
        scan(crew, 0, ("0" if code[0] != "0" else "1") + code[1:])
    with pytest.raises(codes.AlteredCode):
        scan(crew, 0, codes.issue("team", scanning.body(crew.team_id, step)))
    other = Crew(crew.project_id, crew.project_name, crew.orgs)
    with pytest.raises(errors.OtherTeamsCode):
        scan(crew, 0, code_of(other))


def test_the_phones_of_worker_foreman_and_clerk_reach_their_pages(crew: Crew) -> None:
    day = questioned(crew)
    month = day.isoformat()[:7]
    worker, foreman, clerk = phone(crew.workers[0]), phone(crew.foreman), phone(crew.clerk)
    (own,) = worker.get("/v1/attendance/contracts").body["items"]
    assert [one["day"] for one in own["questions"]] == [day.isoformat()]
    shown = worker.get(f"/v1/attendance/contracts/{crew.contracts[0]}/days/{day}").body
    assert shown["acts"] == ["answer"]
    assert worker.get(f"/v1/attendance/contracts/{crew.contracts[0]}/months/{month}").body["waiting"] == 1
    (team,) = foreman.get("/v1/attendance/teams").body["items"]
    assert team["id"] == crew.team_id
    roll = foreman.get(f"/v1/attendance/teams/{crew.team_id}/days/{day}/roll").body
    assert [one["halves"] for one in roll["members"]] != []
    grid = clerk.get(f"/v1/attendance/teams/{crew.team_id}/months/{month}").body
    assert len(grid["lines"]) == 3
    listed = clerk.get(f"/v1/attendance/projects/{crew.project_id}/questions?limit=50").body["items"]
    assert crew.contracts[0] in [one["contract_id"] for one in listed]
    sent = worker.post(
        f"/v1/attendance/contracts/{crew.contracts[0]}/days/{day}/answer", {"halves": 2, "words": "在"}
    )
    assert (sent.status, sent.body["state"]) == (200, "settled")
    assert worker.get(f"/v1/attendance/contracts/{crew.contracts[0]}/days/昨天").status == 404
