"""What is kept of somebody, packed, as the stand-in service answers."""

from __future__ import annotations

from typing import Any

from tests.miniprogram.replies import page
from tests.miniprogram.world import Answer, Json

PACKAGE: Json = {
    "id": "dp1",
    "state": "ready",
    "state_label": "可以下载",
    "asked_at": "2026-11-26T02:00:00Z",
    "ready_at": "2026-11-26T02:01:00Z",
    "until": "2026-11-29T02:01:00Z",
    "size": 48_213,
    "sha256": "a" * 64,
    "url": "/my-data.zip",
}

HELD: Json = {
    "state": "held",
    "asked_at": "2026-11-26T02:00:00Z",
    "holds": [
        {"reason": "劳动合同 HT-20251120-7K3M9QTB-X 依法须保存", "until": "2029-03-01T00:00:00Z"},
        {"reason": "劳动合同 HT-20261120-8A2N4RWC-Y 依法须保存", "until": None},
    ],
}

RULES: Json = {
    "version": "3fa9c1d2",
    "since": "2026-11-27",
    "handler": {
        "name": "某市数据局",
        "address": "某市某路 1 号",
        "contact": "0571-00000000",
        "officer": "王主任",
        "officer_contact": "0571-00000001",
    },
    "rights": [
        {
            "name": "看、带走",
            "how": "点“整理我的信息”，几分钟整理好",
            "law": "第四十五条",
            "page": "/pages/my-data/index",
        },
        {"name": "亲属来办", "how": "近亲属带身份证到窗口办", "law": "第四十九条", "page": ""},
    ],
    "remarks": [
        {"title": "孩子", "text": "不满十四岁的孩子不要注册。"},
        {"title": "不出国", "text": "数据存在中国境内。"},
    ],
    "kept": [
        {
            "name": "劳动合同",
            "holds": "您签过的每一份合同",
            "source": "您和用工单位签订",
            "kept": "合同结束后至少两年",
        }
    ],
    "recipients": [
        {
            "name": "公安身份核验源",
            "given": "姓名和身份证号",
            "purpose": "核对是不是您本人",
            "ground": "您单独同意",
        }
    ],
    "decided": ["同一张卡有两个人登记，系统先停住往这张卡打钱"],
    "erased": ["银行卡号"],
    "lawful": ["考勤随用工台账保存"],
}

ROUTES: list[tuple[str, str, Any]] = [
    ("GET", r"/v1/mydata/rules", lambda w: Answer(200, RULES)),
    ("GET", r"/v1/mydata/packages", lambda w: page([PACKAGE])),
    ("POST", r"/v1/mydata/packages", lambda w, b: Answer(202, PACKAGE)),
]
