"""A late month and its complaint, as the stand-in service answers."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.world import SHA, TIMES, Answer, Json

_WHERE = {"project": "滨江之星三期工程", "team": "钢筋班", "employer": "杭州样例劳务有限公司"}
_LOG = [
    {"at": TIMES[0], "label": "开始记这个月的工资", "by_label": "系统", "hash": SHA, "text": ""},
    {
        "at": TIMES[1],
        "label": "单位答复预警",
        "by_label": "劳资专管员",
        "hash": SHA[::-1],
        "text": "本周五补发",
    },
]
_CLOCK = {
    "kind": "arrears.pay-1", "label": "发放工资", "state": "running", "state_label": "计时中", "overdue": True,
    "started_at": TIMES[0], "due_at": TIMES[1], "due_label": "11月13日（周五）24:00前", "estimated": False,
    "note": None, "pauses": [],
    "steps": [
        {
            "kind": "start", "first": "2026-11-15", "last": "2026-11-15", "text": "约定的发薪日是11月15日（周日）",
            "source": "", "estimated": False,
        },
        {
            "kind": "moved", "first": "2026-11-13", "last": "2026-11-15",
            "text": "发薪日遇周末（11月14日至15日），提前到11月13日（周五）发放", "source": "", "estimated": False,
        },
    ],
}  # fmt: skip
_PAYERS = [
    {
        "order": 1,
        "who": "浙江样例建设有限公司",
        "duty": "分包单位拖欠的，由总包先行清偿",
        "article": "条例第三十条",
    },
    {
        "order": 2,
        "who": "杭州样例劳务有限公司",
        "duty": "支付拖欠的工资",
        "article": "条例第十六条、第三十条",
    },
]


def month(one: str = "m1", state: str = "late", days_late: int = 5) -> Json:
    """One month in a list."""
    words = {"late": "超期没发", "settled": "已结清"}
    sentence = "10月工资应于11月13日（周五）前到账，已晚5个工作日" if days_late else "9月工资已结清"
    return {
        "id": one, "month_label": "2026年10月" if days_late else "2026年9月", **_WHERE, "worker_name_masked": "张*国",
        "number": "HT-20260301-7K3M9QTB-X", "state": state, "state_label": words[state], "level": "county",
        "level_label": "县区处理", "due_on": "2026-11-13", "days_late": days_late, "amount_fen": 782550,
        "sentence": sentence,
    }  # fmt: skip


def month_view(one: str) -> Json:
    rungs = (("due", "超期预警", "用人单位、总包单位", True), ("city", "市级督办", "市级监管部门", False))
    return {
        "id": one, "row": month(one), "duty": "县区监管部门受理并处理", "days_worked": 21.5, "estimated_fen": None,
        "deadline": _CLOCK, "payers": _PAYERS, "lines": [], "log": _LOG,
        "line_id": "l1", "complaint_id": "", "actions": ["complain"],
        "ladder": [
            {"name": name, "label": label, "who": who, "at": TIMES[0], "at_label": "2026年11月14日", "reached": reached}
            for name, label, who, reached in rungs
        ],
    }  # fmt: skip


def complaint(one: str = "k1", state: str = "mediating", label: str = "调解中") -> Json:
    """One complaint in a list."""
    return {
        "id": one, "number": "TS-20261118-7K3M9QTB-X", "month_label": "2026年10月", **_WHERE,
        "worker_name_masked": "张*国", "state": state, "state_label": label, "reason_label": "没有发工资",
        "hidden": True, "automatic": False, "matter": "", "opened_at": TIMES[0],
    }  # fmt: skip


def complaint_view(one: str) -> Json:
    paid = one == "k2"
    asked = {
        "kind": "mediation",
        "text": "20日前付清",
        "amount_fen": 782550,
        "pay_by": "2026-12-20",
        "unit": True,
    }
    replies = [
        {"at": TIMES[1], "by_label": "杭州样例劳务有限公司", "label": "单位说已付款", "text": "已转账"}
    ]
    return {
        "id": one, "row": complaint(one, "paid", "等工人确认到账") if paid else complaint(one),
        "expectation_id": "m1", "text": "两个月没发钱", "photos": [],
        "proposal": {**asked, "worker": True if paid else None}, "order": None, "replies": replies if paid else [],
        "deadlines": [{**_CLOCK, "label": "办理投诉", "kind": "arrears.handling", "overdue": False}],
        "payers": _PAYERS, "log": _LOG, "document_id": "d1", "document_ready": True,
        "actions": ["insist", "close", "withdraw"] if paid else ["answer", "close", "withdraw"],
    }  # fmt: skip


ACCUSED = {
    "id": "k1", "number": "TS-20261118-7K3M9QTB-X", "month_label": "2026年10月", "project": _WHERE["project"],
    "employer": _WHERE["employer"], "state": "mediating", "state_label": "调解中", "reason_label": "没有发工资",
    "worker_name_masked": "", "opened_on": "2026-11-18",
}  # fmt: skip
ACCUSED_VIEW = {
    "id": "k1", "row": ACCUSED, "proposal_text": "20日前付清", "proposal_fen": 782550, "order_text": "",
    "order_fen": 0, "pay_by": "2026-12-20", "due_label": "2月9日（周二）24:00前", "replies": [],
    "actions": ["agree", "refuse", "paid", "explain"],
}  # fmt: skip


def _page(*items: Json) -> Answer:
    return Answer(200, {"items": list(items), "next_cursor": None})


ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/arrears/pay", lambda w: _page(month(), month("m0", "settled", 0))),
    ("GET", r"/v1/arrears/pay/([^/]+)", lambda w, one: Answer(200, month_view(one))),
    ("GET", r"/v1/arrears/complaints", lambda w: _page(complaint())),
    ("GET", r"/v1/arrears/complaints/([^/]+)", lambda w, one: Answer(200, complaint_view(one))),
    ("GET", r"/v1/arrears/late", lambda w: _page(month())),
    ("GET", r"/v1/arrears/accusations", lambda w: _page(ACCUSED)),
    ("GET", r"/v1/arrears/accusations/([^/]+)", lambda w, one: Answer(200, ACCUSED_VIEW)),
]
