"""How policies are shown: to everybody, and to the office that writes them."""

from dataclasses import asdict
from datetime import date

from mashangban.domains.policies.rules.checks import Finding
from mashangban.domains.policies.rules.listing import Listed
from mashangban.domains.policies.rules.policy import Award, Edition, Policy
from mashangban.domains.policies.schemas import (
    DraftView,
    EditionForm,
    EditionView,
    FindingView,
    MaterialView,
    OpenView,
    PolicyDetail,
    PolicyDone,
    PolicyView,
)
from mashangban.domains.policies.terms.items import AwardKind
from mashangban.kernel.money import yuan
from mashangban.registry import divisions


def done(policy: Policy, version: int) -> PolicyDone:
    """What an act on an item answers."""
    return PolicyDone(
        id=policy.id, edition=policy.edition, draft=policy.draft, state=policy.state, version=version
    )


def head(policy: Policy) -> PolicyView:
    """An item in its office's list."""
    return PolicyView(
        id=policy.id,
        region=policy.region,
        region_name=divisions.full_name(policy.region),
        title=policy.title,
        department_label=policy.department.label,
        state=policy.state,
        state_label=policy.state.label,
        shelf=policy.shelf,
        shelf_label=policy.shelf.label,
        edition=policy.edition,
        draft=policy.draft,
        withdrawn=policy.withdrawn or None,
        version=policy.version,
    )


def draft(
    policy: Policy,
    edition: Edition,
    found: list[Finding],
    clauses: list[str],
    editions: list[tuple[int, Edition]],
) -> DraftView:
    """An item with what is written and what is to be mended."""
    return DraftView(
        **head(policy).model_dump(),
        content=EditionForm.model_validate(asdict(edition)),
        award=award(edition.award),
        clauses=clauses,
        editions=[_edition(policy, number, one) for number, one in editions],
        findings=[FindingView(field=one.field, message=one.message) for one in found],
    )


def _edition(policy: Policy, number: int, one: Edition) -> EditionView:
    standing = "以前的版本"
    if number == policy.edition:
        standing = "已撤回" if policy.withdrawn else "正在执行"
    if number == policy.draft:
        standing = "草稿"
    return EditionView(
        number=number,
        title=one.title,
        award=award(one.award),
        opens_on=one.opens_on,
        closes_on=one.closes_on,
        standing=standing,
    )


def listed(one: Listed, today: date) -> OpenView:
    """A published item in a list."""
    content, window = one.content, one.content.window(today)
    return OpenView(
        id=one.id,
        title=content.title,
        number=content.number,
        region=one.region,
        region_name=divisions.full_name(one.region),
        department=content.department,
        department_label=content.department.label,
        summary=content.summary,
        mode=content.mode,
        mode_label=content.mode.label,
        award=award(content.award),
        opens_on=content.opens_on,
        closes_on=content.closes_on,
        window=window,
        window_label=window.label,
        tags=list(content.tags),
    )


def detail(one: Listed, clauses: list[str], today: date) -> PolicyDetail:
    """A published item in full."""
    content = one.content
    return PolicyDetail(
        **listed(one, today).model_dump(),
        edition=one.edition,
        basis=content.basis,
        audience=content.audience,
        clauses=clauses,
        condition=content.condition,
        valid_from=content.valid_from,
        valid_until=content.valid_until,
        materials=[
            MaterialView(**asdict(paper), source_label=paper.source.label) for paper in content.materials
        ],
        steps=content.steps,
        payment=content.payment,
        phone=content.phone,
        review_days=content.review_days,
        publicity_days=content.publicity_days,
        credit_label=content.credit.label,
        exclusive=content.exclusive,
    )


def award(one: Award) -> str:
    """How much there is, in a few words."""
    cap = f"，最高{yuan(one.cap)}" if one.cap else ""
    match one.kind:
        case AwardKind.FIXED:
            return yuan(one.amount)
        case AwardKind.RATE:
            return f"按{one.rate / 100:g}%计算{cap}"
        case AwardKind.TIERS:
            amounts = sorted(tier.amount for tier in one.tiers)
            return f"分档，{yuan(amounts[0])}到{yuan(amounts[-1])}{cap}" if amounts else "分档"
