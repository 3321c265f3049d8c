"""The words of the simple labour contract: typed data in, printed clauses out. Layout lives in the typst file.

Own wording; each clause covers an item that 劳动合同法第17条 or 保障农民工工资支付条例 demands, named beside it.
"""

from __future__ import annotations

from typing import Any

from mashangban.documents.rendering.wording import amounts
from mashangban.documents.schemas.forms import Employer, LabourContract, Pay, Period, Site, Worker

BASIS = {
    "daily": "按日计酬",
    "hourly": "按小时计酬",
    "piece": "按完成的合格工程量计酬",
    "monthly": "按月计酬",
    "quota": "按定额计酬",
}
RECORDED = "以实名登记信息为准"
PHONE_RECORDED = "以平台登记号码为准"


def labour_contract(data: LabourContract) -> dict[str, Any]:
    """Everything the layout prints, already in words."""
    return {
        "title": "简易劳动合同",
        "subtitle": "（建筑工人适用）",
        "number_label": "合同编号",
        "employer": employer_rows(data["employer"]),
        "worker": worker_rows(data["worker"]),
        "site": site_rows(data["site"], data["trade_name"]),
        "intro": "甲乙双方依照《中华人民共和国劳动合同法》《保障农民工工资支付条例》，在平等自愿、协商一致的"
        "基础上订立本合同，共同遵守。",
        "clauses": _clauses(data),
        "employer_name": data["employer"]["name"],
        "worker_name": data["worker"]["name"],
        "offered_on": amounts.day(data["offered_on"]),
        "closing": CLOSING,
    }


CLOSING = (
    "本合同为电子劳动合同。乙方在本人手机上阅读全文后手写签名，甲方加盖电子印章后生效；双方各执一份内容完全相同的"
    "电子文本。任何人可扫描首页二维码或上传文件，核对本合同签章后是否被改动。"
)


def employer_rows(employer: Employer) -> list[list[str]]:
    """Rows of the employer's table: label and value."""
    return [
        ["名称", employer["name"]],
        ["统一社会信用代码", employer["uscc"]],
        ["住所", employer["address"]],
        ["法定代表人", employer["legal_representative"]],
        ["联系电话", employer.get("phone", PHONE_RECORDED)],
    ]


def worker_rows(worker: Worker) -> list[list[str]]:
    """Rows of the worker's table."""
    return [
        ["姓名", worker["name"]],
        ["公民身份号码", worker["id_number"]],
        ["住址", worker.get("address", RECORDED)],
        ["手机号码", worker.get("phone", PHONE_RECORDED)],
    ]


def site_rows(site: Site, trade_name: str | None = None) -> list[list[str]]:
    """Rows of project and team."""
    rows = [["工程项目", site["project_name"]], ["施工总承包单位", site["general_contractor"]]]
    team = "，".join(part for part in (site.get("team_name"), _leader(site.get("team_leader"))) if part)
    if team:
        rows.append(["所在班组", team])
    if trade_name:
        rows.append(["工种", trade_name])
    return rows


def _leader(name: str | None) -> str | None:
    return f"班组长 {name}" if name else None


def _clauses(data: LabourContract) -> list[dict[str, Any]]:
    clauses: list[tuple[str, list[str]]] = [
        ("合同期限", [period_words(data["period"])]),
        ("工作内容和工作地点", _work(data)),
        ("工作时间和休息休假", [data["hours"], data["rest"]]),
        ("劳动报酬", pay_words(data["pay"])),
        ("社会保险", ["甲方依法为乙方办理并缴纳：" + "、".join(data["insurance"]) + "。"]),
        ("劳动保护、劳动条件和职业危害防护", [data["protection"]]),
        ("违约责任", [data["liability"]]),
        ("合同的变更、解除和终止", [CHANGE_WORDS]),
        ("争议处理", [data["dispute"]]),
    ]
    if "remarks" in data:
        clauses.append(("其他约定", [data["remarks"]]))
    return [
        {"heading": heading, "paragraphs": [amounts.sentence(one) for one in paragraphs]}
        for heading, paragraphs in clauses
    ]


# 劳动合同法 Art. 35 (change in writing), 50 (certificate at the end); 条例 Art. 12-15 (wages settled).
CHANGE_WORDS = (
    "变更本合同应当由双方协商一致并另行签署书面文件。解除或者终止本合同的，按照《中华人民共和国劳动合同法》执行；"
    "甲方应当同时结清乙方工资，出具解除或者终止劳动合同的证明。"
)


def _work(data: LabourContract) -> list[str]:
    return [
        f"乙方从事{data['trade_name']}工作：{data['content']}",
        f"工作地点：{data['workplace']}。未经乙方同意，甲方不得安排乙方到其他工程项目工作。",
    ]


def period_words(period: Period) -> str:
    """合同期限, 劳动合同法第12至15条; the days are printed inclusive."""
    start, end = amounts.day(period["start"]), period.get("end")
    if period["kind"] == "task":
        task = period.get("task", "完成本合同约定的工作任务")
        until = f"，预计至{amounts.day(end)}" if end else ""
        return f"以完成一定工作任务为期限：自{start}起，至{task}时止{until}。"
    if not end:
        raise ValueError("a fixed period has an end")
    return f"固定期限：自{start}起，至{amounts.day(end)}止。"


def pay_words(pay: Pay) -> list[str]:
    """劳动报酬: 条例第11条 (money only), 14 (before a holiday), 15 (slip every time), 31 (own account)."""
    written_out = amounts.capitals(pay["amount_fen"])
    sum_words = f"每{pay['unit']}人民币 {amounts.yuan(pay['amount_fen'])}（大写：{written_out}）"
    return [
        f"{BASIS[pay['basis']]}：{sum_words}，不低于工程所在地最低工资标准。",
        f"甲方每月 {pay['pay_day']} 日前足额支付上月工资；支付日遇法定节假日或者休息日的，提前支付。",
        (
            "工资以货币形式，通过银行转账直接支付到乙方本人的工资账户。甲方每次支付工资向乙方提供工资清单，任何单位和个人"
            "不得扣押乙方的工资卡。"
        ),
    ]
