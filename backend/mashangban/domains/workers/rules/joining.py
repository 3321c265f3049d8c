"""The gates before a contract is offered: age, certificate, training, period (domain-facts 1)."""

from dataclasses import dataclass
from datetime import date, timedelta

from mashangban.domains.workers import errors
from mashangban.domains.workers.rules.contract import Certificate, Period
from mashangban.domains.workers.rules.wording import day
from mashangban.domains.workers.terms import AGE_RULES, AgeRule, PeriodKind, Trade

# Who already works here when the platform comes signs for the true first day, not for today.
EARLIEST_START = timedelta(days=180)
LATE = timedelta(days=30)
LONGEST = timedelta(days=365 * 5)


@dataclass(frozen=True, slots=True)
class Applicant:
    """What the gates ask about a person; `sex` is male or female (17th digit of the ID number)."""

    birth: date
    sex: str


def full_years(birth: date, on: date) -> int:
    """Age in full years: reached on the birthday itself (民法典 Art. 1260 ff.: 周岁)."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def age_notes(applicant: Applicant, trade: Trade, region: str, on: date) -> list[str]:
    """Warnings to show. Raises TooYoungOrOld with the rule's words and source when one forbids the work."""
    age = full_years(applicant.birth, on)
    met = [rule for rule in AGE_RULES if _applies(rule, applicant.sex, age, trade, region)]
    for rule in met:
        if rule.blocks:
            raise errors.TooYoungOrOld(f"{rule.words}（{rule.source}）。您现在{age}周岁")
    return [f"{rule.words}（{rule.source}）" for rule in met]


def _applies(rule: AgeRule, sex: str, age: int, trade: Trade, region: str) -> bool:
    if not region.startswith(rule.region) or (rule.high_risk_only and not trade.high_risk):
        return False
    if rule.sex is not None and rule.sex != sex:
        return False
    too_young = rule.below is not None and age < rule.below
    too_old = rule.from_age is not None and age >= rule.from_age
    return too_young or too_old


def check_certificate(trade: Trade, certificate: Certificate | None, on: date) -> None:
    """A special trade needs a valid certificate (安全条例 Art. 25). Raises CertificateMissing or CertificateExpired."""
    if trade.certificate is None:
        return
    if certificate is None:
        raise errors.CertificateMissing(f"{trade.name}需要“{trade.certificate}”")
    if certificate.valid_until < on:
        raise errors.CertificateExpired(f"证书有效期到 {certificate.valid_until:%Y年%m月%d日}")


def check_training(confirmed: bool) -> None:
    """Basic safety training comes before entry (建市〔2022〕59号 Art. 8). Raises TrainingMissing."""
    if not confirmed:
        raise errors.TrainingMissing()


def late_notes(period: Period, on: date) -> list[str]:
    """What a contract says that is written more than a month after work began (劳动合同法 Art. 10, 82)."""
    if period.start >= on - LATE:
        return []
    return [
        f"您从{day(period.start)}起用工，超过一个月才签书面合同，用人单位应当每月付二倍工资（劳动合同法 第八十二条）"
    ]


def check_period(period: Period, on: date) -> None:
    """A fixed period ends after it starts; a task has no end date. Raises PeriodWrong."""
    if period.start < on - EARLIEST_START or period.start > on + LONGEST:
        raise errors.PeriodWrong()
    if period.kind is PeriodKind.TASK:
        if period.end is not None:
            raise errors.PeriodWrong("以完成一定工作任务为期限的合同不填结束日期")
    elif period.end is None or not period.start < period.end <= period.start + LONGEST:
        raise errors.PeriodWrong()
