"""What stands between a draft and its publication: complete, in plain words, a condition that keeps its cases."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from mashangban.domains.policies.rules import values
from mashangban.domains.policies.rules.conditions.checking import check
from mashangban.domains.policies.rules.conditions.deciding import Look, decide
from mashangban.domains.policies.rules.conditions.facts import Catalogue, Value
from mashangban.domains.policies.rules.conditions.parsing import parse
from mashangban.domains.policies.rules.conditions.reading import Unreadable
from mashangban.domains.policies.rules.conditions.tree import Condition
from mashangban.domains.policies.rules.policy import Case, Edition
from mashangban.domains.policies.terms import Answer, FactType, licences
from mashangban.domains.policies.terms.items import (
    LONGEST_REVIEW,
    LONGEST_SENTENCE,
    OFFICE_WORDS,
    AwardKind,
    MaterialSource,
    Mode,
)

_SENTENCE_ENDS = re.compile(r"[。；！？\n]")
_SAID = {"summary": "一句话说明", "audience": "适用对象", "steps": "办理步骤"}
_FILLED = {
    "title": "名称",
    "number": "文号",
    "basis": "政策依据",
    "summary": "一句话说明",
    "audience": "适用对象",
    "condition": "条件",
    "steps": "办理步骤",
    "payment": "拨付方式",
    "phone": "咨询电话",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What is to be mended before publication: the field, and what is wrong with it."""

    field: str
    message: str


def findings(edition: Edition, catalogue: Catalogue, today: date) -> list[Finding]:
    """Everything that is to be mended; an empty list lets the draft be published."""
    asked: tuple[Callable[[], Iterator[Finding]], ...] = (
        lambda: _missing(edition),
        lambda: _times(edition, today),
        lambda: _words(edition),
        lambda: _award(edition, catalogue),
        lambda: _materials(edition, catalogue),
        lambda: _condition(edition, catalogue, today),
    )
    return [finding for ask in asked for finding in ask()]


def readable(text: str, catalogue: Catalogue) -> Condition:
    """The condition a text says over these facts. Raises Unreadable."""
    condition = parse(text)
    check(condition, catalogue)
    return condition


def _missing(edition: Edition) -> Iterator[Finding]:
    for name, label in _FILLED.items():
        if not getattr(edition, name).strip():
            yield Finding(name, f"还没有写{label}")
    if not edition.tags:
        yield Finding("tags", "至少要有一个标签，企业才找得到")


def _times(edition: Edition, today: date) -> Iterator[Finding]:
    if edition.valid_until and edition.valid_until < today:
        yield Finding("valid_until", "有效期已经过了")
    if edition.valid_until and edition.valid_until < edition.valid_from:
        yield Finding("valid_until", "有效期的止早于起")
    if edition.closes_on and edition.closes_on < edition.opens_on:
        yield Finding("closes_on", "申报的止早于起")
    if edition.valid_until and edition.opens_on > edition.valid_until:
        yield Finding("opens_on", "申报开始时政策已经失效")
    if edition.review_days > LONGEST_REVIEW:
        yield Finding("review_days", f"办理时限最长 {LONGEST_REVIEW} 个工作日")


def _words(edition: Edition) -> Iterator[Finding]:
    for name, label in _SAID.items():
        text = getattr(edition, name)
        longest = max((len(part) for part in _SENTENCE_ENDS.split(text)), default=0)
        if longest > LONGEST_SENTENCE:
            yield Finding(
                name, f"{label}里有一句话 {longest} 个字，请拆短，每句不超过 {LONGEST_SENTENCE} 个字"
            )
        for word, instead in OFFICE_WORDS.items():
            if word in text:
                yield Finding(
                    name,
                    f"{label}里的“{word}”不好懂，{f'请{instead}' if instead.startswith('写') else _say(instead)}",
                )


def _say(instead: str) -> str:
    return f"可以说“{instead}”" if instead else "可以去掉"


def _award(edition: Edition, catalogue: Catalogue) -> Iterator[Finding]:
    award = edition.award
    if award.kind is AwardKind.FIXED:
        if award.amount <= 0:
            yield Finding("award", "定额要写明金额")
        return
    base = catalogue.find(award.base)
    wanted = {FactType.MONEY} if award.kind is AwardKind.RATE else {FactType.MONEY, FactType.NUMBER}
    if base is None or base.type not in wanted:
        yield Finding("award", "要写明按哪个指标计算，按比例的只能用金额指标")
    if award.kind is AwardKind.RATE and not (award.rate and award.cap):
        yield Finding("award", "按比例的要写明比例和封顶金额")
    steps = [one.at_least for one in award.tiers]
    if award.kind is AwardKind.TIERS and (not steps or steps != sorted(set(steps))):
        yield Finding("award", "分档要从低到高写明每一档")


def _materials(edition: Edition, catalogue: Catalogue) -> Iterator[Finding]:
    for one in edition.materials:
        if one.source is MaterialSource.SHARED and catalogue.find(one.fact) is None:
            yield Finding("materials", f"“{one.name}”写的是部门共享，要写明来自哪个登记过的指标")
        if one.source is MaterialSource.LICENCE and licences.find(one.licence) is None:
            yield Finding("materials", f"“{one.name}”写的是查电子证照，要写明是哪一种登记过的证照")
    if edition.mode is Mode.AUTOMATIC and any(
        one.source is not MaterialSource.SHARED for one in edition.materials
    ):
        yield Finding("materials", "免申即享的不能要企业上传材料，也不能要证照")


def _condition(edition: Edition, catalogue: Catalogue, today: date) -> Iterator[Finding]:
    if not edition.condition.strip():
        return
    try:
        condition = readable(edition.condition, catalogue)
    except Unreadable as wrong:
        part = edition.condition[wrong.span.start : wrong.span.end]
        yield Finding("condition", f"{wrong.why}（第 {wrong.span.start + 1} 个字：{part or '结尾'}）")
        return
    yield from _cases(edition.cases, condition, catalogue, today)


def _cases(
    cases: tuple[Case, ...], condition: Condition, catalogue: Catalogue, today: date
) -> Iterator[Finding]:
    for expected in (Answer.YES, Answer.NO):
        if all(one.expected is not expected for one in cases):
            yield Finding("cases", f"至少要有一个“{expected.label}”的例子")
    for one in cases:
        try:
            profile = profile_of(one, catalogue)
        except values.WrongValue as wrong:
            yield Finding("cases", f"例子“{one.name}”：{wrong}")
            continue
        answer = decide(condition, Look(profile, today))
        if answer is not one.expected:
            yield Finding(
                "cases", f"例子“{one.name}”应该是“{one.expected.label}”，按条件算是“{answer.label}”"
            )


def profile_of(case: Case, catalogue: Catalogue) -> dict[str, Value | None]:
    """The example's facts. Raises WrongValue."""
    found: dict[str, Value | None] = {}
    for code, raw in case.facts.items():
        fact = catalogue.find(code)
        if fact is None:
            raise values.WrongValue(f"没有登记指标 {code}")
        found[code] = values.read(fact, raw)
    return found
