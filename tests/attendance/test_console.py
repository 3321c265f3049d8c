"""The console's pages of attendance: board, project, grid with export, a day with its correction, gates."""

from datetime import timedelta
from typing import Any

from mashangban.domains.attendance.terms import DayState
from mashangban.kernel import ids
from mashangban.kernel.permissions import Role
from tests.attendance.conftest import Crew, somebody, today
from tests.workers.office import office_of

HOME = "/console/attendance"


def lived(crew: Crew) -> Any:
    day = today() - timedelta(days=1)
    crew.roll(day, 1, 2, 0)
    crew.close(day)
    return day


def test_a_clerk_sees_the_month_as_a_grid_and_takes_it_home(crew: Crew) -> None:
    day = lived(crew)
    clerk = office_of(crew.clerk)
    assert crew.project_name in clerk.get(f"{HOME}/projects").html
    assert crew.team_id in clerk.get(f"{HOME}/projects/{crew.project_id}").html
    grid = clerk.get(f"{HOME}/teams/{crew.team_id}?month={day.isoformat()[:7]}")
    assert f"王** {day.day}日 半天" in grid.html
    for kind in ("csv", "xlsx"):
        file = clerk.get(f"{HOME}/teams/{crew.team_id}/export?month={day.isoformat()[:7]}&format={kind}")
        assert file.status == 200
    month = clerk.get(f"{HOME}/contracts/{crew.contracts[0]}?month={day.isoformat()[:7]}")
    assert "半天" in month.html


def test_a_clerk_corrects_a_day_with_a_reason(crew: Crew) -> None:
    day = lived(crew)
    clerk = office_of(crew.clerk)
    path = f"{HOME}/contracts/{crew.contracts[0]}/days/{day}"
    opened = clerk.get(path)
    assert "班组长点名" in opened.html
    wrong = clerk.act(opened, path, halves="2", reason="")
    assert wrong.status == 422
    done = clerk.act(clerk.get(path), path, halves="2", overtime_minutes="90", reason="下午也在")
    assert (done.status, done.location) == (303, path)
    assert crew.day(0, day).worked == (2, 90)
    assert "一天，加班1.5小时" in clerk.get(path).html
    assert "下午也在" in clerk.get(path).html
    clerk.act(clerk.get(path), path, halves="0", reason="查错人了")
    assert crew.day(0, day).state is DayState.QUESTIONED
    assert "等工人答复" in clerk.get(path).html


def test_a_gate_is_registered_with_its_secret_once_and_revoked(crew: Crew) -> None:
    clerk = office_of(crew.clerk)
    path = f"{HOME}/projects/{crew.project_id}/devices"
    name = f"西门{ids.new_id()[-6:]}"
    made = clerk.act(clerk.get(path), path, name=name, spot="西侧大门", late_days="7")
    assert "密钥只显示这一次" in made.html
    listed = clerk.get(path)
    assert name in listed.html
    assert "密钥只显示这一次" not in listed.html
    again = clerk.act(clerk.get(path), path, name=name, spot="西侧大门", late_days="7")
    assert again.status == 409
    device = listed.html.partition(f"<td>{name}</td>")[2].partition('class="mono">')[2][:26]
    renewed = clerk.act(clerk.get(path), f"{path}/{device}/rotation")
    assert "密钥只显示这一次" in renewed.html
    assert clerk.act(clerk.get(path), f"{path}/{device}/revocation").status == 303
    assert clerk.act(clerk.get(path), f"{path}/{device}/rotation").status == 303


def test_an_officer_reads_the_board_and_drills_to_the_project_but_not_elsewhere(crew: Crew) -> None:
    lived(crew)
    county = office_of(somebody((Role.COUNTY_OFFICER, "region:330106")))
    board = county.get(HOME)
    assert "已定工日" in board.html
    assert county.get(f"{HOME}/projects/{crew.project_id}").status == 200
    assert county.get(f"{HOME}?region=330105").status == 404
    other = office_of(somebody((Role.COUNTY_OFFICER, "region:330105")))
    assert other.get(f"{HOME}/projects/{crew.project_id}").status == 404
    assert other.get(f"{HOME}/teams/{crew.team_id}").status == 404
