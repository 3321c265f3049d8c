"""Windows: entered by their own zone, shown to everybody; clerks' trainings count for a year."""

from datetime import date, timedelta

import pytest

from mashangban.domains.crossregion import errors
from mashangban.domains.crossregion.rules import window as rules
from mashangban.domains.crossregion.rules.window import Training, Window
from mashangban.domains.crossregion.schemas.windows import ClerkEnd, WindowForm, WindowTrainingForm
from mashangban.domains.crossregion.service import windows
from mashangban.domains.crossregion.terms import MOST_TRAININGS, TRAINED_DAYS
from mashangban.identity import service as identity
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Principal
from tests.crossregion.conftest import known
from tests.crossregion.test_api import ROOT, read, send
from tests.identity.conftest import new_mobile
from tests.registry.conftest import officer
from tests.workers.office import office_of

# A county of its own, so that no other test's window stands here.
PLACE, PAGE = "510106", "/console/crossregion/windows"
DAY = date(2026, 5, 1)
FORM = {"name": "通办窗口", "address": "政务中心一楼", "phone": "028-12345", "hours": "工作日 9:00-17:00"}


def act(who: Principal) -> Act:
    return Act(who, clock.now())


def training(day: date = DAY) -> Training:
    return Training("通办事项标准", day, "省通办专班")


def lesson(who: Principal, day: date) -> WindowTrainingForm:
    phone = identity.contact(who.person_id).phone or ""
    return WindowTrainingForm(phone=phone, topic="通办事项标准", day=day, trainer="省通办专班")


def test_a_training_counts_for_a_year_and_the_latest_one_decides() -> None:
    one = rules.train(Window(PLACE), "p1", training(), DAY)
    (clerk,) = one.clerks
    last = DAY + timedelta(days=TRAINED_DAYS)
    assert [clerk.trained(day) for day in (DAY, last, last + timedelta(days=1))] == [True, True, False]
    again = rules.train(one, "p1", training(last), last)
    assert again.clerks[0].trained(last + timedelta(days=1))
    assert len(again.clerks) == 1


def test_nobody_is_trained_tomorrow_and_a_record_has_an_end() -> None:
    with pytest.raises(errors.TrainingWrong):
        rules.train(Window(PLACE), "p1", training(DAY + timedelta(days=1)), DAY)
    one = Window(PLACE)
    for _ in range(MOST_TRAININGS):
        one = rules.train(one, "p1", training(), DAY)
    with pytest.raises(errors.TrainingWrong):
        rules.train(one, "p1", training(), DAY)
    with pytest.raises(errors.TrainingWrong):
        rules.leave(one, "p2")
    assert rules.leave(one, "p1").clerks == ()


def test_a_zone_keeps_its_own_window_and_nobody_elses(tables: str) -> None:
    mine, clerk = officer(PLACE), known()
    windows.keep(act(mine), PLACE, WindowForm.model_validate(FORM))
    assert windows.show(PLACE).address == "政务中心一楼"
    assert windows.show("510107").name == ""
    with pytest.raises(NotFound):
        windows.show("nowhere")
    today = clock.local_date(clock.now())
    shown = windows.train(act(mine), PLACE, lesson(clerk, today))
    assert clerk.person_id in [one.person_id for one in shown.clerks if one.trained]
    with pytest.raises(NotFound):
        windows.train(act(officer("330205")), PLACE, lesson(clerk, today))
    with pytest.raises(NotFound):
        windows.at_desk(act(officer("330205")), PLACE)
    with pytest.raises(errors.UnknownApplicant):
        windows.train(act(mine), PLACE, lesson(clerk, today).model_copy(update={"phone": new_mobile()}))
    left = windows.end(act(mine), PLACE, ClerkEnd(person_id=clerk.person_id))
    assert clerk.person_id not in [one.person_id for one in left.clerks]


def test_who_takes_files_in_without_a_training_is_told_so(tables: str) -> None:
    clerk = known()
    mine = Principal(clerk.person_id, clerk.session_id, officer(PLACE).grants, real_name=True)
    assert windows.untrained(act(mine), PLACE)
    assert (
        "没有一年内的培训记录" in office_of(mine).get(f"/console/crossregion/cases/new?region={PLACE}").html
    )
    windows.train(act(mine), PLACE, lesson(clerk, clock.local_date(clock.now())))
    assert not windows.untrained(act(mine), PLACE)


def test_the_window_on_the_console_and_over_http(tables: str) -> None:
    mine, clerk = officer(PLACE), known()
    desk = office_of(mine)
    desk.act(desk.get(f"{PAGE}?region={PLACE}"), f"{PAGE}/{PLACE}", **FORM | {"hours": "每天 9:00-16:00"})
    given = lesson(clerk, clock.local_date(clock.now())).model_dump(mode="json")
    desk.act(desk.get(f"{PAGE}?region={PLACE}"), f"{PAGE}/{PLACE}/trainings", **given)
    shown = desk.get(f"{PAGE}?region={PLACE}").html
    assert "每天 9:00-16:00" in shown
    assert "培训有效" in shown
    gone = desk.act(
        desk.get(f"{PAGE}?region={PLACE}"), f"{PAGE}/{PLACE}/departures", person_id=clerk.person_id
    )
    assert "已移出窗口名单" in desk.get(gone.location).html
    assert read(send("GET", f"{ROOT}/windows/{PLACE}"))["hours"] == "每天 9:00-16:00"
    assert send("PUT", f"{ROOT}/desk/windows/{PLACE}", FORM, officer("330205"))["statusCode"] == 404
    assert read(send("PUT", f"{ROOT}/desk/windows/{PLACE}", FORM, mine))["window"]["hours"] == FORM["hours"]
