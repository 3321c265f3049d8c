"""A policy as the cells of its sheet and the fields of its form: what `policysheet.read` reads back. Pure."""

from datetime import date

from mashangban.domains.policies.rules import written
from mashangban.domains.policies.rules.conditions.facts import Catalogue
from mashangban.domains.policies.rules.policy import Award, Edition, Material, Tier
from mashangban.domains.policies.terms import Answer, FactType
from mashangban.domains.policies.terms.items import AwardKind, MaterialSource
from mashangban.domains.policies.terms.licences import find
from mashangban.registry.rules.columns import Cells

_TEXTS = (
    *("title", "number", "basis", "summary", "audience", "condition"),
    *("steps", "payment", "phone", "exclusive"),
)
_DAYS = ("valid_from", "valid_until", "opens_on", "closes_on")


def cells(region: str, one: Edition, facts: Catalogue) -> Cells:
    """Every cell of an item's row."""
    found = {name: getattr(one, name) for name in _TEXTS}
    found |= {name: _day(getattr(one, name)) for name in _DAYS}
    found |= {"region": region, "department": one.department.label, "mode": one.mode.label}
    found |= {"credit": one.credit.label, "tags": "；".join(one.tags), "budget": _amount(one.budget)}
    found |= {"review_days": str(one.review_days or ""), "publicity_days": str(one.publicity_days)}
    return found | _award(one.award, facts) | _materials(one) | _examples(one, facts)


def _award(one: Award, facts: Catalogue) -> dict[str, str]:
    found = {"kind": one.kind.label, "base": one.base, "cap": _amount(one.cap)}
    found["amount"] = _amount(one.amount) if one.kind is AwardKind.FIXED else ""
    found["rate"] = f"{one.rate / 100:g}%" if one.rate else ""
    base = facts.find(one.base)
    money = base is not None and base.type is FactType.MONEY
    found["tiers"] = "；".join(_tier(tier, money=money) for tier in one.tiers)
    return found


def _tier(one: Tier, *, money: bool) -> str:
    start = written.money(one.at_least) if money else str(one.at_least)
    return f"{start}={written.money(one.amount)}"


def _materials(one: Edition) -> dict[str, str]:
    shared = [f"{m.name}={m.fact}" for m in one.materials if m.source is MaterialSource.SHARED]
    uploads = [m.name for m in one.materials if m.source is MaterialSource.UPLOAD]
    licences = [_licence(m) for m in one.materials if m.source is MaterialSource.LICENCE]
    return {"shared": "；".join(shared), "licences": "；".join(licences), "uploads": "；".join(uploads)}


def _licence(one: Material) -> str:
    kind = find(one.licence)
    label = kind.label if kind is not None else one.licence
    return label if label == one.name else f"{one.name}={label}"


def _examples(one: Edition, facts: Catalogue) -> dict[str, str]:
    lines = {
        name: [
            f"{case.name}：{written.line(case.facts, facts)}" for case in one.cases if case.expected is wanted
        ]
        for name, wanted in (("met", Answer.YES), ("unmet", Answer.NO))
    }
    return {name: "\n".join(found) for name, found in lines.items()}


def _amount(fen: int) -> str:
    return written.money(fen) if fen else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
