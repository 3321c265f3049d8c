"""Departments that write answers, the line each is reached at, and the words by which a question is theirs.

Lines: 12345 政务服务便民热线 (国办发〔2020〕53号, which keeps 12333, 12329, 12366, 12393, 12348 and 12315 beside it).
"""

from enum import StrEnum
from typing import Self


class AnswerDepartment(StrEnum):
    """A department with its name, its line, and words of its trade."""

    label: str
    line: str
    line_name: str
    words: tuple[str, ...]

    def __new__(
        cls, value: str, label: str = "", line: str = "", line_name: str = "", words: str = ""
    ) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.line, member.line_name = label, line, line_name
        member.words = tuple(words.split())
        return member

    LABOUR = (
        "labour", "人力资源社会保障部门", "12333", "人社服务热线",
        "工资 欠薪 讨薪 劳动合同 工伤 考勤 社保 养老保险 失业 劳动仲裁 加班 包工头 农民工",
    )  # fmt: skip
    HOUSING = (
        "housing", "住房城乡建设部门", "12345", "政务服务便民热线",
        "交房 收房 验房 漏水 开裂 保修 维修资金 物业 电梯 商品房 购房 施工许可 实名制",
    )  # fmt: skip
    LAND = (
        "land", "自然资源部门", "12345", "政务服务便民热线", "不动产 房产证 产权证 过户 抵押登记 土地证",
    )  # fmt: skip
    FUND = "fund", "住房公积金管理中心", "12329", "住房公积金热线", "公积金"
    TAX = "tax", "税务部门", "12366", "纳税缴费服务热线", "税 发票 个税 契税 抵扣 减免"
    MEDICAL = "medical", "医疗保障部门", "12393", "医疗保障服务热线", "医保 医疗保险 生育津贴 报销 异地就医"
    LEGAL = "legal", "司法行政部门", "12348", "公共法律服务热线", "法律援助 律师 公证 调解 打官司"
    MARKET = (
        "market", "市场监督管理部门", "12315", "消费者投诉举报热线",
        "营业执照 食品经营 个体户 注册公司 年报 消费投诉",
    )  # fmt: skip
    POLICE = "police", "公安机关", "12345", "政务服务便民热线", "居住证 户口 身份证 落户 签证"
    FRONT = "front", "政务服务中心", "12345", "政务服务便民热线", ""
