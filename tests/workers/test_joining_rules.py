"""The gates before a contract is offered: age by region, sex and work; certificate, training, period."""

import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.workers import errors
from mashangban.domains.workers.rules import joining
from mashangban.domains.workers.rules.contract import Certificate, Period
from mashangban.domains.workers.rules.joining import Applicant, full_years
from mashangban.domains.workers.terms import AGE_RULES, TRADES, PeriodKind
from tests.workers.samples import TODAY

STEEL, SCAFFOLD, CLADDING = TRADES["020"], TRADES["030"], TRADES["210"]
ZHEJIANG, SHANGHAI, TIANJIN = "330106", "310115", "120104"


def aged(years: int, sex: str = "male", *, days: int = 0) -> Applicant:
    """Somebody who is `years` old today, `days` before (negative) or after their birthday."""
    return Applicant(date(TODAY.year - years, TODAY.month, TODAY.day) - timedelta(days=days), sex)


def allowed(applicant: Applicant, trade_code: str, region: str) -> bool:
    try:
        joining.age_notes(applicant, TRADES[trade_code], region, TODAY)
    except errors.TooYoungOrOld:
        return False
    return True


@pytest.mark.parametrize(
    ("birth", "on", "years"),
    [
        (date(2010, 11, 23), date(2026, 11, 23), 16),
        (date(2010, 11, 24), date(2026, 11, 23), 15),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
        (date(1966, 12, 31), date(2026, 1, 1), 59),
    ],
)
def test_a_year_of_life_is_full_on_the_birthday(birth: date, on: date, years: int) -> None:
    assert full_years(birth, on) == years


@given(birth=st.dates(date(1940, 1, 1), date(2020, 12, 31)), step=st.integers(0, 30_000))
def test_nobody_grows_younger(birth: date, step: int) -> None:
    later = birth + timedelta(days=step)
    assert full_years(birth, later) <= full_years(birth, later + timedelta(days=1))


@pytest.mark.parametrize(
    ("region", "sex", "years", "days", "trade", "may"),
    [
        # everywhere: 16 to work, 18 for work at height (劳动法 Art. 15, 58)
        (ZHEJIANG, "male", 16, -1, "020", False),
        (ZHEJIANG, "male", 16, 0, "020", True),
        (ZHEJIANG, "female", 17, 0, "020", True),
        (ZHEJIANG, "male", 18, -1, "210", False),
        (ZHEJIANG, "male", 18, 0, "210", True),
        (ZHEJIANG, "male", 72, 0, "020", True),
        # Shanghai: 18 to 60 (men) and 50 (women); at height 55 and 45
        (SHANGHAI, "male", 18, -1, "020", False),
        (SHANGHAI, "male", 18, 0, "020", True),
        (SHANGHAI, "male", 60, -1, "020", True),
        (SHANGHAI, "male", 60, 0, "020", False),
        (SHANGHAI, "female", 50, -1, "020", True),
        (SHANGHAI, "female", 50, 0, "020", False),
        (SHANGHAI, "male", 55, -1, "210", True),
        (SHANGHAI, "male", 55, 0, "210", False),
        (SHANGHAI, "male", 55, 0, "020", True),
        (SHANGHAI, "female", 45, -1, "210", True),
        (SHANGHAI, "female", 45, 0, "210", False),
        # Tianjin: above 60 and above 50
        (TIANJIN, "male", 60, 300, "020", True),
        (TIANJIN, "male", 61, 0, "020", False),
        (TIANJIN, "female", 50, 300, "020", True),
        (TIANJIN, "female", 51, 0, "020", False),
    ],
)
def test_who_may_do_what_work_where(
    region: str, sex: str, years: int, days: int, trade: str, may: bool
) -> None:
    assert allowed(aged(years, sex, days=days), trade, region) is may


@given(
    st.sampled_from(sorted({rule.region for rule in AGE_RULES} | {"33", "46"})),
    st.sampled_from(["male", "female"]),
    st.integers(0, 90),
    st.sampled_from(sorted(TRADES)),
)
def test_a_region_may_be_stricter_than_the_law_but_never_laxer(
    region: str, sex: str, years: int, trade: str
) -> None:
    applicant = aged(years, sex)
    if allowed(applicant, trade, region):
        assert allowed(applicant, trade, "")


def test_a_refusal_names_the_age_the_rule_and_its_source() -> None:
    with pytest.raises(errors.TooYoungOrOld) as refused:
        joining.age_notes(aged(15), STEEL, ZHEJIANG, TODAY)
    assert refused.value.detail == "未满16周岁不能在工地工作（劳动法 第十五条）。您现在15周岁"


@pytest.mark.parametrize(("sex", "years"), [("male", 60), ("female", 55)])
def test_an_older_worker_is_warned_and_not_refused(sex: str, years: int) -> None:
    assert joining.age_notes(aged(years, sex, days=-1), STEEL, ZHEJIANG, TODAY) == []
    (note,) = joining.age_notes(aged(years, sex), STEEL, ZHEJIANG, TODAY)
    assert f"满{years}周岁" in note


def test_an_ordinary_trade_asks_for_no_certificate() -> None:
    joining.check_certificate(STEEL, None, TODAY)
    joining.check_certificate(CLADDING, None, TODAY)


@pytest.mark.parametrize("code", sorted(code for code, trade in TRADES.items() if trade.certificate))
def test_every_special_trade_asks_for_its_certificate(code: str) -> None:
    with pytest.raises(errors.CertificateMissing, match=TRADES[code].name):
        joining.check_certificate(TRADES[code], None, TODAY)


def test_a_certificate_is_good_through_its_last_day() -> None:
    joining.check_certificate(SCAFFOLD, Certificate("浙A01", TODAY), TODAY)
    with pytest.raises(errors.CertificateExpired, match="2026年11月22日"):
        joining.check_certificate(SCAFFOLD, Certificate("浙A01", TODAY - timedelta(days=1)), TODAY)


def test_without_training_nobody_enters() -> None:
    joining.check_training(True)
    with pytest.raises(errors.TrainingMissing):
        joining.check_training(False)


def fixed(start: int, end: int | None) -> Period:
    last = None if end is None else TODAY + timedelta(days=end)
    return Period(PeriodKind.FIXED, TODAY + timedelta(days=start), last)


@pytest.mark.parametrize(
    "period",
    [
        fixed(0, 1),
        fixed(-180, 300),
        fixed(1800, 1900),
        fixed(0, 365 * 5),
        Period(PeriodKind.TASK, TODAY, None),
        Period(PeriodKind.TASK, TODAY - timedelta(days=30), None),
    ],
)
def test_a_possible_period_passes(period: Period) -> None:
    joining.check_period(period, TODAY)


@pytest.mark.parametrize(
    "period",
    [
        fixed(0, None),
        fixed(0, 0),
        fixed(0, -1),
        fixed(-181, 300),
        fixed(0, 365 * 5 + 1),
        fixed(365 * 5 + 1, 365 * 5 + 2),
        Period(PeriodKind.TASK, TODAY, TODAY + timedelta(days=10)),
        Period(PeriodKind.FIXED, date.max, date.max),
        Period(PeriodKind.FIXED, TODAY, date.max),
        Period(PeriodKind.FIXED, date.min, date.min),
    ],
)
def test_an_impossible_period_is_refused(period: Period) -> None:
    with pytest.raises(errors.PeriodWrong):
        joining.check_period(period, TODAY)


@given(st.dates(), st.dates() | st.none(), st.sampled_from(PeriodKind))
def test_any_period_is_either_taken_or_refused_in_words(
    start: date, end: date | None, kind: PeriodKind
) -> None:
    with contextlib.suppress(errors.PeriodWrong):
        joining.check_period(Period(kind, start, end), TODAY)
        assert (end is None) is (kind is PeriodKind.TASK)


def test_a_contract_written_late_tells_the_worker_what_is_due() -> None:
    assert joining.late_notes(fixed(-30, 300), TODAY) == []
    (note,) = joining.late_notes(fixed(-31, 300), TODAY)
    assert "二倍工资" in note
