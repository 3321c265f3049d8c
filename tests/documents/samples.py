"""Forms with invented people and firms, and a signature as a finger would draw it."""

from __future__ import annotations

import math
from datetime import UTC, datetime

from mashangban.documents.rendering.typesetting import Imprint
from mashangban.documents.schemas.claim_forms import ClaimForm
from mashangban.documents.schemas.forms import (
    ArrearsEvidence,
    ContractSupplement,
    Employer,
    LabourContract,
    PaySlip,
    Site,
    SitePoster,
    Worker,
)
from mashangban.documents.schemas.guide_forms import PackagePoster
from mashangban.documents.schemas.home_forms import DoorSheet, HomeInspection
from mashangban.documents.schemas.matter_forms import MatterPaper

AT = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
IMPRINT = Imprint("HT-20261123-7K3M9QTB-X", "http://127.0.0.1:8000/verify/7K3M9QX2TBABCDEFGHJKMNPQRS", AT)
JOIN_URL = "http://127.0.0.1:8000/j/7K3M9QX2TBABCDEFGHJKMNPQRS"

EMPLOYER: Employer = {
    "name": "杭州某某建筑劳务有限公司",
    "uscc": "91330100799655058B",
    "address": "浙江省杭州市西湖区文三路 1 号",
    "legal_representative": "陈志强",
    "phone": "0571-88001234",
}
WORKER: Worker = {
    "name": "欧阳㛃䶮",
    "id_number": "11010519491231002X",
    "address": "安徽省阜阳市颍州区某某村 12 号",
    "phone": "13800000001",
}
SITE: Site = {
    "project_name": "之江未来社区一期工程",
    "address": "杭州市西湖区之江路 88 号",
    "general_contractor": "浙江某某建设集团有限公司",
    "team_name": "钢筋一班",
    "team_leader": "王建国",
}
CONTRACT: LabourContract = {
    "employer": EMPLOYER,
    "worker": WORKER,
    "site": SITE,
    "trade_name": "钢筋工",
    "period": {"kind": "fixed", "start": "2026-11-24", "end": "2027-06-30"},
    "workplace": "之江未来社区一期工程（杭州市西湖区之江路 88 号）",
    "content": "钢筋的下料、加工、运输、绑扎和安装，按施工图和技术交底完成，质量达到验收标准。",
    "hours": "每日工作不超过八小时，每周工作不超过四十小时。甲方安排加班的，依法支付加班工资。",
    "rest": "乙方依法享有休息日和法定节假日。",
    "pay": {"basis": "daily", "amount_fen": 35000, "unit": "天", "pay_day": 15, "pay_method": "bank"},
    "insurance": ["工伤保险（按项目参保）", "基本养老保险"],
    "protection": "甲方提供符合国家标准的劳动防护用品和作业条件，进场前进行安全生产教育培训。",
    "liability": "甲方未按时足额支付工资的，依法承担支付、赔偿责任。",
    "dispute": "双方可以协商，也可以向劳动保障监察机构投诉，或者申请劳动仲裁。",
    "offered_on": "2026-11-23",
}
SUPPLEMENT: ContractSupplement = {
    "kind": "change",
    "contract_number": "HT-20261123-7K3M9QTB-X",
    "contract_sealed_on": "2026-11-23",
    "employer": EMPLOYER,
    "worker": WORKER,
    "site": SITE,
    "effective_on": "2027-01-01",
    "reason": "乙方转做模板，双方商定调整工种和日工资。",
    "changes": [
        {"label": "工种", "before": "钢筋工", "after": "模板工"},
        {"label": "劳动报酬", "before": "每天 350.00元", "after": "每天 380.00元"},
    ],
    "offered_on": "2026-12-20",
}
SLIP: PaySlip = {
    "employer_name": "杭州某某建筑劳务有限公司",
    "project_name": "之江未来社区一期工程",
    "team_name": "钢筋一班",
    "worker_name": "欧阳㛃䶮",
    "trade_name": "钢筋工",
    "contract_number": "HT-20261123-7K3M9QTB-X",
    "month": "2026-10",
    "attended": "22天",
    "quantity": "22天",
    "unit": "天",
    "rate_fen": 36000,
    "base_fen": 792000,
    "items": [
        {"label": "加班", "words": "国庆值守", "fen": 20000},
        {"label": "借支", "words": "", "fen": -50000},
    ],
    "amount_fen": 762000,
    "bank": "中国建设银行 **** 6789",
    "paid_on": "2026-11-13",
    "confirmed": "本人已签字确认",
}
POSTER: SitePoster = {
    "project_name": "之江未来社区一期工程",
    "project_address": "杭州市西湖区之江路 88 号",
    "team_name": "钢筋一班",
    "team_leader": "王建国",
    "employer_name": "杭州某某建筑劳务有限公司",
    "join_url": JOIN_URL,
    "parties": [
        {
            "role": "建设单位",
            "name": "杭州之江城市建设投资有限公司",
            "contact": "李海燕",
            "phone": "0571-87002001",
        },
        {
            "role": "施工总承包单位",
            "name": "浙江某某建设集团有限公司",
            "contact": "周伟",
            "phone": "0571-87002002",
        },
        {"role": "项目部", "name": "之江未来社区一期工程项目部", "contact": "吴强", "phone": "13800000002"},
        {
            "role": "分包单位",
            "name": "杭州某某建筑劳务有限公司",
            "contact": "陈志强",
            "phone": "0571-88001234",
        },
        {"role": "行业主管部门", "name": "杭州市西湖区住房和城乡建设局", "phone": "0571-87002003"},
    ],
    "labour_clerk": {"role": "劳资专管员", "name": "孙丽", "phone": "13900000003"},
    "minimum_wage": {"region_name": "杭州市西湖区", "monthly_fen": 249000, "hourly_fen": 2400},
    "pay_day": 15,
    "channels": [
        {"label": "劳动保障监察投诉", "value": "12333"},
        {"label": "政务服务热线", "value": "12345"},
        {"label": "公共法律服务热线", "value": "12348"},
        {"label": "劳动争议仲裁申请", "value": "西湖区文三路 9 号"},
    ],
    "updated_on": "2026-11-23",
}
PACKAGE_POSTER: PackagePoster = {
    "paper": "a4",
    "name": "我要开餐馆",
    "lead": "从执照到开门，一步一步来",
    "region_name": "浙江省杭州市西湖区",
    "join_url": "https://mashangban.example/j/g/01M8DBEQAEEQBSY2J5G13BKJNJ",
    "cards": ["办个体户营业执照", "办食品经营许可", "装油烟管道并报备", "挂招牌报备", "办健康证"],
    "halls": [
        {
            "name": "西湖区政务服务中心",
            "address": "文三路 1 号",
            "hours": "工作日 9:00-12:00、14:00-16:30",
        }
    ],
    "phone": "12345",
    "updated_on": "2026-11-23",
}
EVIDENCE: ArrearsEvidence = {
    "complaint_number": "TS-20261120-7K3M9QTB-X",
    "contract_number": "HT-20261123-7K3M9QTB-X",
    "project_name": "之江未来社区一期工程",
    "team_name": "钢筋一班",
    "employer_name": "杭州某某建筑劳务有限公司",
    "general_contractor": "浙江某某建设集团有限公司",
    "month": "2026-10",
    "pay": "每天 350.00元，次月 15 日发薪",
    "days": [{"day": "2026-10-09", "halves": 2}, {"day": "2026-10-10", "halves": 1}],
    "estimated_fen": 52_500,
    "lines": [{"at": "2026-11-05 09:00", "label": "工资单交给本人核对", "amount_fen": 52_500}],
    "steps": ["约定次月 15 日发薪，2026 年 11 月 15 日是星期日，提前到 11 月 13 日。"],
    "payers": [
        {
            "who": "杭州某某建筑劳务有限公司",
            "duty": "用人单位，直接支付",
            "article": "保障农民工工资支付条例第16条",
        }
    ],
    "chain": [{"at": "2026-11-13 18:00", "label": "到期没有发薪", "hash": "a" * 64}],
    "made_on": "2026-11-20",
}
DOORS: DoorSheet = {
    "estate_name": "之江未来社区一期",
    "part": "3号楼 2单元",
    "builder_name": "杭州之江城市建设投资有限公司",
    "doors": [
        {
            "label": f"3-2-{floor}0{room}",
            "url": f"https://msb.example.cn/j/d/K3M9QTB7X{floor:02d}{room}ABCDEFGHIJKLMNOP",
        }
        for floor in range(1, 10)
        for room in (1, 2)
    ],
    "made_on": "2026-11-20",
}
INSPECTION: HomeInspection = {
    "title": "住宅工程质量分户验收报告",
    "estate_name": "之江未来社区一期",
    "home": "3-2-1801",
    "house_type": "A户型",
    "list_name": "住宅工程质量分户验收（浙江）",
    "round": 1,
    "result": "共 40 处，1 处不合格",
    "observed": [
        {"room": "客厅", "item": "墙面", "verdict": "合格", "note": ""},
        {"room": "卫生间", "item": "防水", "verdict": "不合格", "note": "楼下吊顶有水渍"},
    ]
    * 20,
    "measured": [
        {
            "room": "客厅",
            "item": "室内净高",
            "design": 2800,
            "values": [2795, 2800, 2802, 2798, 2800],
            "deviation": -5,
            "spread": 7,
            "allowed": "±20，极差20",
            "verdict": "合格",
        }
    ],
    "signatures": [
        {
            "capacity": "建设单位",
            "unit": "杭州之江城市建设投资有限公司",
            "name": "李*燕",
            "at": "2026年6月1日 10:20",
        },
        {"capacity": "监理单位", "unit": "杭州某某监理有限公司", "name": "周*", "at": "2026年6月1日 10:30"},
    ],
    "sources": ["建质〔2009〕291号 住宅工程质量分户验收（K，条文待核）"],
    "digest": "a" * 64,
    "made_on": "2026-06-01",
}
MATTER: MatterPaper = {
    "kind": "decision",
    "permit": True,
    "granted": False,
    "silent": False,
    "department": "样例区市场监督管理局",
    "applicant": "王小明",
    "item": "食品经营许可（餐饮服务）",
    "edition": 3,
    "code": "11330106002490000X4330125001000",
    "times": [["提交时间", "2026年11月2日 10:20"], ["受理时间", "2026年11月3日 09:00"]],
    "due": "",
    "said": ["经营场所不符合食品安全法第三十三条第一款第一项的要求。"],
    "basis": ["《中华人民共和国食品安全法》第三十五条"],
    "papers": [["营业执照", "用电子证照代替"], ["健康证", "1 个文件"]],
    "phone": "0571-12345",
    "complaints": "12345",
    "made_on": "2026-11-20",
}
CLAIM: ClaimForm = {
    "policy_title": "高新技术企业认定奖励",
    "edition": 2,
    "mode": "承诺兑现",
    "department": "科学技术局",
    "enterprise_name": "杭州某某建筑劳务有限公司",
    "uscc": "91330100799655058B",
    "amount_fen": 10_000_000,
    "reckoned": True,
    "verdict": "符合",
    "bank": "工商银行杭州分行",
    "account_tail": "2345",
    "facts": [
        {
            "name": "信用等级",
            "words": "由部门核对，这里不显示",
            "department": "市场监督管理局",
            "source": "信用名册",
            "stated_on": "2026-11-01",
        }
    ],
    "papers": [{"name": "上年度审计报告", "files": 2}],
    "promise": "本单位承诺：以上内容真实，符合申报条件。",
    "operator_name": "陈志强",
    "made_on": "2026-11-26",
}

CANVAS = (680, 360)


def strokes(characters: int = 3) -> list[list[list[float]]]:
    """Handwriting of a few characters, four strokes each, at 60 points a second."""
    drawn: list[list[list[float]]] = []
    clock = 0.0
    for index in range(characters):
        for number in range(4):
            stroke = []
            for step in range(24):
                clock += 16
                way = step / 23
                x = 40 + index * 200 + 40 * number * (number % 2) + way * 120 * (1 - number % 2 * 0.6)
                y = 60 + number * 55 + (way * 150 if number % 2 else 14 * math.sin(way * 5))
                stroke.append([x, y, clock, 0.4 + 0.4 * math.sin(way * 3)])
            clock += 120
            drawn.append(stroke)
    return drawn
