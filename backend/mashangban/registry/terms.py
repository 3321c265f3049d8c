"""Statutory and standard terms of the registers, each once, with its source.

Codes follow the data standard of the national platform for construction workers (全国建筑工人管理服务信息平台).
"""

from enum import StrEnum

from mashangban.kernel.labelled import Labelled


class ProjectStatus(Labelled):
    """项目状态."""

    PREPARING = "001", "筹备"
    APPROVED = "002", "立项"
    UNDER_CONSTRUCTION = "003", "在建"
    COMPLETED = "004", "完工"
    SUSPENDED = "005", "停工"


class ProjectNature(Labelled):
    """建设性质. The words of 002 to 005 are not checked against the official table (K)."""

    NEW = "001", "新建"
    REBUILT = "002", "改建"
    EXTENDED = "003", "扩建"
    RESTORED = "004", "恢复"
    RELOCATED = "005", "迁建"
    DEMOLISHED = "006", "拆除"
    OTHER = "099", "其他"


class PartyKind(Labelled):
    """参建类型: in what capacity a unit takes part in a project."""

    SPECIALIST = "8", "专业分包"
    EQUIPMENT = "9", "设备分包"
    MATERIAL = "10", "材料分包"
    LOGISTICS = "11", "后勤服务"
    SPECIAL_EQUIPMENT = "12", "特殊设备"
    LABOUR = "13", "劳务分包"
    SUPERVISOR = "14", "监理"
    OWNER = "15", "建设"
    GENERAL_CONTRACTOR = "16", "总承包"
    SURVEY = "17", "勘察"
    DESIGN = "18", "设计"
    OTHER = "67", "其它"
    RENTAL = "89", "租赁"


class EnterpriseStatus(Labelled):
    """登记状态, as the market register words it."""

    ACTIVE = "active", "存续"
    MOVED = "moved", "迁出"
    SUSPENDED = "suspended", "歇业"
    CANCELLED = "cancelled", "注销"
    REVOKED = "revoked", "吊销"


class Source(Labelled):
    """Where a value was taken from (数源)."""

    OFFICE = "office", "工作人员填写"
    APPROVAL = "approval", "项目审批 2.0"
    FOUR_DATABASES = "four_databases", "四库一平台"
    CREDIT = "credit", "建筑市场信用系统"
    MARKET = "market", "市场监管登记"


class Register(Labelled):
    """The six registers (六库). The last three have their keys reserved; their records follow."""

    PROJECTS = "projects", "项目"
    ENTERPRISES = "enterprises", "企业"
    PERSONS = "persons", "人员"
    EQUIPMENT = "equipment", "设备"
    CREDIT = "credit", "信用"
    ARCHIVE = "archive", "图档"


class ConflictState(Labelled):
    OPEN = "open", "待处理"
    KEPT = "kept", "保留原值"
    TAKEN = "taken", "采用新值"


class ImportState(Labelled):
    RECEIVED = "received", "正在检查"
    REFUSED = "refused", "有错误，未导入"
    STAGED = "staged", "检查通过，待确认"
    APPLYING = "applying", "正在写入"
    APPLIED = "applied", "已导入"
    CANCELLED = "cancelled", "已取消"


# 数源统一: the one source that decides a field. What stands nowhere here is filled by the office itself.
PROJECT_AUTHORITY = {
    "code": Source.APPROVAL,
    "name": Source.APPROVAL,
    "county": Source.APPROVAL,
    "permit_number": Source.FOUR_DATABASES,
    "parties": Source.FOUR_DATABASES,
}
ENTERPRISE_AUTHORITY = {
    "name": Source.MARKET,
    "legal_person": Source.MARKET,
    "status": Source.MARKET,
    "county": Source.MARKET,
    "address": Source.MARKET,
}

PROJECT_LABELS = {
    "code": "项目代码",
    "name": "项目名称",
    "permit_number": "施工许可证号",
    "county": "所在县区",
    "address": "详细地址",
    "status": "项目状态",
    "nature": "建设性质",
    "starts_on": "开工日期",
    "ends_on": "计划竣工",
    "parties": "参建单位",
}
ENTERPRISE_LABELS = {
    "uscc": "统一社会信用代码",
    "name": "单位名称",
    "county": "注册地",
    "address": "注册地址",
    "legal_person": "法定代表人",
    "status": "登记状态",
}


class CreditLevel(StrEnum):
    """Whether a credit fact speaks against an enterprise, or says that it mended the matter."""

    LATE = "late"
    REPAID = "repaid"

    @property
    def label(self) -> str:
        return {"late": "拖欠", "repaid": "已补发"}[self.value]
