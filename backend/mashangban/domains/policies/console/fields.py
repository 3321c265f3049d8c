"""The fields of a policy's form: their labels are the columns of the sheet."""

from mashangban.console.views import Choice, Field
from mashangban.domains.policies.rules.policysheet import LAYOUT
from mashangban.domains.policies.terms.departments import Department
from mashangban.domains.policies.terms.items import AwardKind, CreditRule, Mode
from mashangban.domains.policies.terms.licences import LicenceType

SECTIONS = {
    "说的是什么": ("title", "number", "department", "mode", "summary", "audience", "basis", "tags"),
    "给多少": ("kind", "amount", "rate", "base", "cap", "tiers", "budget", "exclusive"),
    "什么时候": ("valid_from", "valid_until", "opens_on", "closes_on"),
    "怎么办": (
        "shared",
        "licences",
        "uploads",
        "steps",
        "review_days",
        "publicity_days",
        "credit",
        "payment",
        "phone",
    ),
}
_CHOICES = {
    "department": tuple(Choice(one.label, one.label) for one in Department),
    "mode": tuple(Choice(one.label, one.label) for one in Mode),
    "kind": tuple(Choice(one.label, one.label) for one in AwardKind),
    "credit": tuple(Choice(one.label, one.label) for one in reversed(CreditRule)),
}
_HINTS = {
    "summary": "企业最先看到的一句话，不超过 60 个字",
    "tags": "用分号隔开，如 行业:软件；研发:高企",
    "amount": "定额的写这里，如 10万元",
    "rate": "按比例的写这里，如 3%",
    "base": "按哪个指标计算，写指标代码",
    "cap": "最多给多少",
    "tiers": "分档的写这里，如 1000万元=5万元；5000万元=10万元",
    "exclusive": "同一组的政策只能享受一项",
    "shared": "部门能查到的，如 纳税证明=tax.revenue；用分号隔开",
    "licences": f"先查省电子证照库，查不到才要上传，如 营业执照；可写{'、'.join(one.label for one in LicenceType)}",
    "uploads": "要企业上传的，用分号隔开",
    "review_days": "工作日，最长 60",
    "publicity_days": "工作日",
}
_DAYS = ("valid_from", "valid_until", "opens_on", "closes_on")
_LONG = ("summary", "audience", "basis", "tags", "tiers", "shared", "licences", "uploads", "steps")
_MUST = ("title", "valid_from", "opens_on")


def field(name: str, value: str, error: str) -> Field:
    """One field with what was typed and what is wrong with it."""
    kind = "text"
    if name in _CHOICES:
        kind = "select"
    elif name in _DAYS:
        kind = "date"
    elif name == "steps":
        kind = "textarea"
    return Field(
        name,
        LAYOUT.columns[name],
        value,
        kind,  # type: ignore[arg-type]  # one of Field's own words
        required=name in _MUST,
        hint=_HINTS.get(name, ""),
        error=error,
        choices=_CHOICES.get(name, ()),
        full=name in _LONG,
    )
