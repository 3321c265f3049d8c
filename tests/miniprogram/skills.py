"""Certificates, trainings and a history of the small world."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.replies import page, problem
from tests.miniprogram.world import CARD, TIMES, Answer, Json

TRAINING_CODE = "01M89S7812F0WSCQFVJ17MHTSDMNIIGVDNE2FKWYA2"
HISTORY_CODE = "H7KQ2M9XW4C3D5EFMNIIGVDNE2FKWYA2"
PROJECT = {"id": "pr1", "name": CARD["project"]["name"]}

CHECK = {"by": "滨江之星三期工程（劳资专管员王*红）", "at": TIMES[0], "note": ""}


def certificate(identity: str, title: str, days_left: int, standing: str, label: str) -> Json:
    return {
        "id": identity,
        "kind": "special",
        "class_code": "02",
        "class_name": title,
        "trade_code": None,
        "title": title,
        "number": "浙A022024000123",
        "valid_until": "2027-03-01",
        "state": "01",
        "state_label": "有效",
        "standing": standing,
        "standing_label": label,
        "usable": days_left >= 0,
        "days_left": days_left,
        "check": {"by": "滨江之星三期工程（劳资专管员王*红）", "at": TIMES[0], "note": ""}
        if standing == "checked"
        else None,
        "version": 1,
    }


CERTIFICATES = [
    certificate("z1", "架子工（普通脚手架）", 400, "checked", "单位已核对"),
    certificate("z2", "建筑电工", 20, "entered", "待单位核对"),
    certificate("z3", "高处作业吊篮安装拆卸工", -3, "entered", "待单位核对"),
]


def certificate_view(identity: str) -> Json:
    found = next(one for one in CERTIFICATES if one["id"] == identity)
    actions = ["renew", "remove"] if identity == "z1" else ["check"]
    return {
        **found,
        "name_masked": "张*国",
        "photo": None,
        "deadline": None,
        "actions": actions,
        "added_at": TIMES[0],
    }


# Where this worker was before: at the site of the story they are new.
BEFORE = {"id": "pr2", "name": "良渚安置房三期"}


def my_training(identity: str, confirmed: bool) -> Json:
    return {
        "id": identity,
        "project": BEFORE,
        "level_label": "项目级教育",
        "title": "进场三级安全教育",
        "hours": 15,
        "held_on": "2026-11-20",
        "counts_until": "2027-11-20",
        "counts": confirmed,
        "confirmed_at": TIMES[0] if confirmed else None,
        "signed": confirmed,
    }


MY_TRAININGS = [my_training("p1", False), my_training("p2", True)]
TRAINING = {
    "id": "p1",
    "project": PROJECT,
    "team": {"id": "t1", "name": CARD["team_name"]},
    "level": "project",
    "level_label": "项目级教育",
    "title": "进场三级安全教育",
    "hours": 15,
    "held_on": "2026-11-20",
    "trainer": "周安全",
    "listed": 2,
    "confirmed": 1,
}
TRAINING_VIEW = {
    **TRAINING,
    "recorded_by": "王*红",
    "photos": [],
    "code": TRAINING_CODE,
    "code_url": f"http://127.0.0.1/j/t/{TRAINING_CODE}",
    "trainees": [
        {
            "worker_name_masked": name,
            "presence": "scanned",
            "presence_label": label,
            "listed_at": TIMES[0],
            "confirmed_at": at,
            "signed": at is not None,
        }
        for name, label, at in (("张*国", "现场扫码", TIMES[0]), ("赵*军", "单位登记", None))
    ],
}
TRAINING_CARD = {
    **{name: value for name, value in TRAINING.items() if name not in {"id", "listed", "confirmed"}},
    "training_id": "p1",
    "open": True,
    "confirmed_at": None,
}
WORK = {
    "id": "c3",
    "project_name": CARD["project"]["name"],
    "county_name": "滨江区",
    "employer_name": CARD["employer"]["name"],
    "trade_name": "钢筋工",
    "first_day": "2026-03-01",
    "last_day": None,
    "months": 9,
    "ongoing": True,
}
HISTORY = {
    "name_masked": "张*国",
    "works": [WORK],
    "certificates": CERTIFICATES[:2],
    "trainings": MY_TRAININGS[1:],
}
SHARES = [
    {
        "id": "s1",
        "made_at": TIMES[0],
        "until": "2099-11-24T05:02:00Z",
        "revoked_at": None,
        "open": True,
        "views": 2,
        "shown": 3,
        "code_url": f"http://127.0.0.1/j/h/{HISTORY_CODE}",
    }
]
SHARED = {
    "name_masked": "张*国",
    "until": "2099-11-24T05:02:00Z",
    "works": [WORK],
    "certificates": [
        {
            "title": "架子工（普通脚手架）",
            "number_masked": "*******0123",
            "valid_until": "2027-03-01",
            "state_label": "有效",
            "standing_label": "单位已核对",
            "usable": True,
        }
    ],
    "trainings": [
        {
            "title": "进场三级安全教育",
            "level_label": "项目级教育",
            "project_name": CARD["project"]["name"],
            "hours": 15,
            "held_on": "2026-11-20",
        }
    ],
}


def shared(code: str) -> Answer:
    if code != HISTORY_CODE:
        return problem(410, "workers.share.ended", "这个码已经过期", "请工人本人重新出示一个新码")
    return Answer(200, SHARED)


ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/workers/certificates", lambda w: page(CERTIFICATES)),
    ("GET", r"/v1/workers/certificates/([^/]+)", lambda w, one: Answer(200, certificate_view(one))),
    ("GET", r"/v1/workers/trainings", lambda w: page(MY_TRAININGS)),
    ("GET", r"/v1/workers/trainings/p1", lambda w: Answer(200, TRAINING_VIEW)),
    ("GET", r"/v1/workers/training-codes/([^/]+)", lambda w, code: Answer(200, TRAINING_CARD)),
    ("GET", r"/v1/workers/projects/pr1/trainings", lambda w: page([TRAINING])),
    ("GET", r"/v1/workers/history", lambda w: Answer(200, HISTORY)),
    ("GET", r"/v1/workers/shares", lambda w: page(SHARES)),
    ("POST", r"/v1/workers/shared-histories", lambda w, b: shared(b["code"])),
]
