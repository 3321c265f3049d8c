"""Names of the documents service, with the source of statutory ones."""

from enum import StrEnum


class Template(StrEnum):
    """Forms that can be printed."""

    LABOUR_CONTRACT = "labour-contract"  # 简易劳动合同, 劳动合同法第17条
    CONTRACT_SUPPLEMENT = "contract-supplement"  # 补充、变更、终止协议, 劳动合同法第35、36、44条
    PAY_SLIP = "pay-slip"  # 工资条, 保障农民工工资支付条例第15条
    SITE_POSTER = "site-poster"  # 维权信息告示牌, 保障农民工工资支付条例第34条
    ARREARS_EVIDENCE = "arrears-evidence"  # 欠薪证据材料
    DOOR_SHEET = "door-sheet"  # 门牌码, many a page
    HOME_INSPECTION = "home-inspection"  # 分户验收, 建质〔2009〕291号
    CLAIM_FORM = "claim-form"  # 惠企政策申报表
    MATTER_PAPER = "matter-paper"  # 办件的凭证、通知和决定, 行政许可法第32、38条
    PACKAGE_POSTER = "package-poster"  # 一件事办事码, in a hall, A4 or A3

    @property
    def label(self) -> str:
        return _TEMPLATES[self]

    @property
    def is_signed(self) -> bool:
        """Whether the form is only complete with signature and seal."""
        return self in (Template.LABOUR_CONTRACT, Template.CONTRACT_SUPPLEMENT, Template.CLAIM_FORM)

    @property
    def is_sealed_alone(self) -> bool:
        """Whether the enterprise's seal alone completes it: nobody signs by hand."""
        return self is Template.CLAIM_FORM

    @property
    def is_attested(self) -> bool:
        """Whether what the form says was settled before it was printed (its parties signed, its office decided), so
        that the platform's witness closes the file.
        """
        return self in (Template.HOME_INSPECTION, Template.MATTER_PAPER)


class DocumentState(StrEnum):
    """Where a document stands. A failed one keeps the revisions it has and can be ordered again."""

    RENDERED = "rendered"
    SEALED = "sealed"
    FAILED = "failed"

    @property
    def label(self) -> str:
        return _STATES[self]


class RevisionKind(StrEnum):
    """What a revision added. Each one begins with all bytes of the one before."""

    PRINTED = "printed"
    WITNESSED = "witnessed"
    SEALED = "sealed"

    @property
    def label(self) -> str:
        return _REVISIONS[self]


class SealKind(StrEnum):
    """Seals of an enterprise that papers of this platform bear; `face` is the line below the star."""

    CONTRACT = "contract"
    OFFICIAL = "official"

    @property
    def label(self) -> str:
        return _KINDS[self]

    @property
    def face(self) -> str:
        return CONTRACT_SEAL if self is SealKind.CONTRACT else ""


class SealMatter(StrEnum):
    """What a seal was approved for; it closes no other paper."""

    CONTRACTS = "contracts"
    CLAIMS = "claims"

    @property
    def label(self) -> str:
        return _MATTERS[self]

    @staticmethod
    def of(template: Template) -> "SealMatter":
        return SealMatter.CLAIMS if template is Template.CLAIM_FORM else SealMatter.CONTRACTS


class ApplicationState(StrEnum):
    """Where an enterprise's application for a seal stands."""

    SUBMITTED = "submitted"
    APPROVED = "approved"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        return _APPLICATIONS[self]


class SealState(StrEnum):
    """Life of an enterprise's electronic seal: cut, enabled by its custodian, used, stopped, ended."""

    READY = "ready"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    REVOKED = "revoked"

    @property
    def label(self) -> str:
        return _SEALS[self]


class Stage(StrEnum):
    """What the service was doing when it failed."""

    RENDER = "render"
    SIGN = "sign"


_TEMPLATES = {
    Template.LABOUR_CONTRACT: "简易劳动合同",
    Template.CONTRACT_SUPPLEMENT: "劳动合同补充（变更、终止）协议",
    Template.PAY_SLIP: "工资条",
    Template.SITE_POSTER: "维权信息告示牌",
    Template.ARREARS_EVIDENCE: "欠薪证据材料",
    Template.DOOR_SHEET: "门牌码",
    Template.HOME_INSPECTION: "分户验收报告",
    Template.CLAIM_FORM: "政策申报表",
    Template.MATTER_PAPER: "办件文书",
    Template.PACKAGE_POSTER: "办事码海报",
}
_STATES = {
    DocumentState.RENDERED: "已生成",
    DocumentState.SEALED: "已签字盖章",
    DocumentState.FAILED: "没有办成",
}
_REVISIONS = {
    RevisionKind.PRINTED: "生成文件",
    RevisionKind.WITNESSED: "劳动者签字",
    RevisionKind.SEALED: "单位盖章",
}
_SEALS = {
    SealState.READY: "等启用",
    SealState.ACTIVE: "使用中",
    SealState.SUSPENDED: "已停用",
    SealState.REVOKED: "已注销",
}
_KINDS = {SealKind.CONTRACT: "合同专用章", SealKind.OFFICIAL: "公章"}
_MATTERS = {SealMatter.CONTRACTS: "劳动合同和补充协议", SealMatter.CLAIMS: "政策申报表"}
_APPLICATIONS = {
    ApplicationState.SUBMITTED: "等审核",
    ApplicationState.APPROVED: "已批准",
    ApplicationState.REFUSED: "没有批准",
}
# On whose word a seal was used.
AUTHORISATIONS = {"single": "经办人逐份确认", "bulk": "经办人成批确认", "standing": "长期授权"}
# 合同专用章: the purpose line of the seal that closes contracts.
CONTRACT_SEAL = "合同专用章"
