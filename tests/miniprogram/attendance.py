"""A small world of attendance: a worker's month with a question, a foreman's team, a code that turns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.miniprogram.world import TIMES, Answer, Json, World

SHANGHAI = timedelta(hours=8)
TODAY = (datetime.now(UTC) + SHANGHAI).date()
DAY = TODAY.isoformat()
CODE = "01M89TWNPGFRFVRKDF36825ARK0001ABCDEFGHIJKLMNOP"
OLD_CODE = CODE[::-1]


def row(day: str, state: str, halves: int, label: str, **more: Any) -> Json:
    return {
        "day": day, "state": state, "state_label": label, "halves": halves, "label": label, "contested": False,
        "overtime_minutes": 0, "corrected": False, "due_label": "", **more,
    }  # fmt: skip


QUESTION = row(DAY, "questioned", 0, "等您答复", due_label="11月26日（周四）24:00前")
EMPLOYED = {
    "contract_id": "c3", "project_name": "西溪人才公寓", "team_id": "t1", "team_name": "钢筋一班", "in_force": True,
    "starts_on": "2026-10-08", "ends_on": None, "today": None, "questions": [QUESTION],
}  # fmt: skip
SIGHTS = [
    {"witness": "gate", "label": "闸机", "lines": ["07:02 进场", "17:31 出场"]},
    {"witness": "roll", "label": "班组长点名", "lines": ["2026年11月23日 18:00记没上工"]},
]
QUESTIONED = {
    "contract_id": "c3", "day": DAY, "name_masked": "张*国", "project_name": "西溪人才公寓", "team_name": "钢筋一班",
    "state": "questioned", "state_label": "等您答复", "halves": 0, "label": "等您答复", "minutes": 629,
    "overtime_minutes": 0, "why": "闸机记录在场10小时29分；班组长点名记没上工", "decided_by": "", "sights": SIGHTS,
    "asked": None, "claimed": None, "contested": False, "changes": [], "due_label": "11月26日（周四）24:00前",
    "rule": "三方记录一致就算数；不一致先问工人。", "acts": ["answer"],
    "log": [{"at": TIMES[0], "label": "记录不一致，请工人答复", "by_label": "系统", "hash": "a" * 64}],
}  # fmt: skip
PICTURE = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
PHOTOS = [
    {
        "file_id": "f1",
        "filename": "1.jpg",
        "content_type": "image/jpeg",
        "url": PICTURE,
        "thumbnail_url": PICTURE,
    },
    {"file_id": "f2", "filename": "2.jpg", "content_type": "image/jpeg", "url": None, "thumbnail_url": None},
]
CHANGED = {
    **QUESTIONED, "state": "settled", "state_label": "已定", "label": "一天", "halves": 2, "decided_by": "单位确认",
    "due_label": "", "acts": ["correct"], "contested": True,
    "asked": {"halves": 0, "overtime_minutes": 0, "label": "没上工", "words": "没看见人", "by": "班组长"},
    "claimed": {
        "halves": 2, "overtime_minutes": 90, "label": "一天，加班1.5小时", "words": "在四号楼扎钢筋", "by": "工人",
        "photos": PHOTOS,
    },
    "changes": [{"at": TIMES[0], "by": "班组长", "before": "半天", "after": "一天", "reason": "下午也在"}],
}  # fmt: skip


def month(name: str) -> Answer:
    days = (
        [QUESTION]
        if DAY.startswith(name)
        else [row(f"{name}-01", "settled", 2, "一天，加班2小时", overtime_minutes=120)]
    )
    names = {"project_name": "西溪人才公寓", "team_name": "钢筋一班", "employer_name": "样例劳务"}
    counted = {"halves": 35, "overtime_minutes": 120, "waiting": 1, "days": days}
    return Answer(200, {"contract_id": "c3", "name_masked": "张*国", "month": name, **names, **counted})


def member(number: int, halves: int | None) -> Json:
    return {
        "contract_id": f"c{number}", "name_masked": "王*强", "trade": "钢筋工", "halves": halves,
        "overtime_minutes": 0, "note": "", "first_in": TIMES[0], "last_out": None, "scanned": False,
        "state": "open", "state_label": "还在收集",
    }  # fmt: skip


def roll(day: str) -> Answer:
    called = day < DAY
    members = [member(1, 2 if called else None), member(2, 1 if called else None)]
    about = {"team_id": "t1", "team_name": "钢筋一班", "project_name": "西溪人才公寓", "day": day}
    state = {"closed": called, "called_at": TIMES[0] if called else None, "reason": "", "closes_at": TIMES[0]}
    return Answer(200, {**about, **state, "members": members})


def code() -> Answer:
    shown = {"link": f"http://127.0.0.1/a/{CODE}", "code": CODE, "next_at": TIMES[0], "seconds_left": 20}
    return Answer(200, {"team_name": "钢筋一班", **shown})


TEAM = {
    "id": "t1", "name": "钢筋一班", "project_id": "pr1", "project_name": "西溪人才公寓", "today": DAY, "called": False,
    "present": 0,
}  # fmt: skip
SCANS = "/v1/attendance/scans"
SCANNED = {"contract_id": "c3", "day": DAY, "direction": "in", "at": TIMES[0], "team_name": "钢筋一班"}


ROLL = f"/v1/attendance/teams/t1/days/{DAY}/roll"
ANSWER = f"/v1/attendance/contracts/c3/days/{DAY}/answer"


def called(world: World, body: Json) -> Json:
    world.heard[ROLL] = body
    return {"team_id": "t1", "day": DAY, "version": 1, "full": 2, "half": 0, "absent": 0}


def said(world: World, body: Json) -> Json:
    world.heard[ANSWER] = body
    return {"contract_id": "c3", "day": DAY, "state": "claimed", "state_label": "等单位核实", "halves": 0}


def scanned(body: Json) -> Answer:
    if body["code"] == CODE:
        return Answer(201, {**SCANNED, "direction": body["direction"]})
    title, then = "这个考勤码过期了", "请对着班组长手机上正在显示的码再扫一次"
    return Answer(410, {"code": "attendance.code.expired", "title": title, "next": then, "status": 410})


ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/attendance/contracts", lambda w: Answer(200, {"items": [EMPLOYED], "next_cursor": None})),
    ("GET", r"/v1/attendance/contracts/c3/months/([\d-]+)", lambda w, name: month(name)),
    ("GET", r"/v1/attendance/contracts/c3/days/[\d-]+", lambda w: Answer(200, QUESTIONED)),
    ("GET", r"/v1/attendance/contracts/c1/days/[\d-]+", lambda w: Answer(200, CHANGED)),
    ("GET", r"/v1/attendance/teams", lambda w: Answer(200, {"items": [TEAM], "next_cursor": None})),
    ("GET", r"/v1/attendance/teams/t1/days/([\d-]+)/roll", lambda w, day: roll(day)),
    ("GET", r"/v1/attendance/teams/t1/code", lambda w: code()),
    ("POST", ROLL, lambda w, b: Answer(200, called(w, b))),
    ("POST", ANSWER, lambda w, b: Answer(200, said(w, b))),
    ("POST", SCANS, lambda w, b: scanned(b)),
]
