"""Code and field maps: every word of ours has a code on every platform, or says why it has none."""

from dataclasses import replace
from datetime import date

import pytest

from mashangban.domains.reporting.rules import mapping, objects
from mashangban.domains.reporting.rules.mapping import Book, NotReportableError
from mashangban.domains.reporting.terms.codes import MAPS, Code, CodeMap, NoCode, Word
from mashangban.domains.reporting.terms.platforms import NATIONAL, PLATFORMS, platform_of
from mashangban.domains.workers.terms import TRADES, PeriodKind
from mashangban.employment.terms import PayBasis

DAY = date(2026, 11, 25)
# docs/wages.md: the states of a line, the witnesses of a day; `repaying` is our own, after a payment came back.
LINE_STATES = (
    "shown", "confirmed", "objected", "approved", "paying", "repaying", "paid", "returned", "received", "not_received",
    "wrong_amount",
)  # fmt: skip
NEEDED = {
    Word.TRADE: list(TRADES),
    Word.PAY_BASIS: [one.value for one in PayBasis],
    Word.PERIOD: [one.value for one in PeriodKind],
    Word.DIRECTION: ["enter", "exit"],
    Word.WITNESS: ["gate", "roll", "scan"],
    Word.DATA_RESOURCE: ["gate", "roll", "scan"],
    Word.UNIT: ["米", "平方米", "㎡", "m³", "立方米"],
    Word.TABLE_STATUS: LINE_STATES,
    Word.PAY_STATUS: LINE_STATES,
}
ids = [one.platform for one in MAPS]


@pytest.mark.parametrize("code_map", MAPS, ids=ids)
def test_every_word_of_the_house_has_a_code_or_a_reason(code_map: CodeMap) -> None:
    assert set(code_map.codes) == set(Word) == set(NEEDED)
    missing = [
        (word, one) for word, words in NEEDED.items() for one in words if one not in code_map.codes[word]
    ]
    assert missing == []
    assert [reason for _, _, reason in mapping.gaps(code_map) if not reason.reason] == []


@pytest.mark.parametrize("code_map", MAPS, ids=ids)
def test_every_code_names_its_source(code_map: CodeMap) -> None:
    codes = [one for words in code_map.codes.values() for one in words.values() if isinstance(one, Code)]
    assert codes
    assert [one for one in codes if not one.source or not one.value] == []
    assert code_map.source


@pytest.mark.parametrize("code_map", MAPS, ids=ids)
@pytest.mark.parametrize("word", [Word.TRADE, Word.PAY_BASIS, Word.PERIOD, Word.DIRECTION])
def test_a_code_leads_back_to_the_one_word_it_came_from(code_map: CodeMap, word: Word) -> None:
    coded = {ours: one.value for ours, one in code_map.codes[word].items() if isinstance(one, Code)}
    back = {value: ours for ours, value in coded.items()}
    assert {ours: back[value] for ours, value in coded.items()} == {ours: ours for ours in coded}


@pytest.mark.parametrize("code_map", MAPS, ids=ids)
def test_no_two_fields_of_an_object_share_a_name(code_map: CodeMap) -> None:
    for thing, names in code_map.fields.items():
        told = [name for name in names.values() if name]
        assert len(told) == len(set(told)), thing


def test_the_second_province_speaks_differently() -> None:
    one, other = mapping.map_of("33", DAY), mapping.map_of("37", DAY)
    for word in (Word.PERIOD, Word.DIRECTION):
        assert one.codes[word] != other.codes[word]
    assert set(one.fields["PayRoll"].values()).isdisjoint(other.fields["PayRoll"].values())
    assert (one.verified, other.verified) == (False, False)


def test_a_region_without_a_platform_of_its_own_reports_to_the_nation() -> None:
    assert platform_of("330106").code == "33"
    assert platform_of("440305") is NATIONAL
    assert mapping.map_of("44", DAY).platform == NATIONAL.code
    assert set(PLATFORMS) == set(ids)


def test_a_newer_map_is_used_from_its_day_on_and_the_old_one_stays() -> None:
    newer = replace(mapping.map_of("37", DAY), effective_from=date(2027, 1, 1), source="新文本")
    maps = (*MAPS, newer)
    assert mapping.map_of("37", date(2026, 12, 31), maps).source != "新文本"
    assert mapping.map_of("37", date(2027, 1, 1), maps).source == "新文本"


def test_a_refusal_says_whether_it_waits_or_needs_a_person() -> None:
    book = Book(mapping.map_of("37", DAY), {})
    with pytest.raises(NotReportableError) as waits:
        book.code(Word.PAY_STATUS, "objected")
    with pytest.raises(NotReportableError) as stuck:
        book.code(Word.TRADE, "000")
    with pytest.raises(NotReportableError) as unknown:
        book.code(Word.UNIT, "车")
    assert [one.value.for_now for one in (waits, stuck, unknown)] == [True, False, False]
    assert "车" in unknown.value.reason


def test_a_code_that_an_officer_picked_goes_before_the_map() -> None:
    book = Book(mapping.map_of("37", DAY), {"trade": "010"})
    assert book.code(Word.TRADE, "000") == "010"
    assert "000" not in mapping.choices(book.map, Word.TRADE)
    assert isinstance(book.map.codes[Word.TRADE]["000"], NoCode)


def test_a_pay_roll_number_has_eighteen_characters() -> None:
    code = objects.pay_roll_code("330106", "2026-10", 7)
    assert (code, len(code)) == ("GZD330106202610007", 18)
    with pytest.raises(NotReportableError):
        objects.pay_roll_code("330106", "2026-10", 1000)


@pytest.mark.parametrize(
    ("fen", "text"), [(0, "0.00"), (5, "0.05"), (36050, "360.50"), (100_000_000, "1000000.00")]
)
def test_money_is_told_in_yuan_with_two_decimals(fen: int, text: str) -> None:
    assert objects.yuan(fen) == text


def test_days_and_hours_are_told_as_decimals() -> None:
    assert [objects.days_of(n) for n in (0, 1, 2, 31)] == ["0.0", "0.5", "1.0", "15.5"]
    assert [objects.hours(n) for n in (0, 30, 50, 510)] == ["0.00", "0.50", "0.83", "8.50"]
