"""Which licence stands for a paper: one's own, valid on the day, the longest first; what is old is asked anew."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from mashangban.domains.claims.rules import licences as rules
from mashangban.domains.claims.rules.licences import Licence, LicenceAsk, Look
from mashangban.domains.claims.terms.licences import LicenceOutcome
from mashangban.kernel import clock

NOW = clock.now()
TODAY = clock.local_date(NOW)
OWN, OTHER = "91330100799655058B", "91330100799655059X"
DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
SAFETY = LicenceAsk("安全生产许可证", "safety", "安全生产许可证")
BUSINESS = LicenceAsk("执照", "business", "营业执照")
PAPER = Licence("JZ-1", OWN, "样例建设", "省住建厅", TODAY - 300 * DAY, TODAY + 300 * DAY, "valid", "a" * 64)


def paper(**differs: Any) -> Licence:
    return replace(PAPER, **differs)


def look(found: Licence | None = PAPER, at: dt.datetime = NOW) -> Look:
    return rules.judged(SAFETY, [found] if found else [], OWN, at)


def silent() -> Look:
    return Look(SAFETY.material, SAFETY.type, LicenceOutcome.SILENT, NOW)


@pytest.mark.parametrize(
    ("differs", "outcome"),
    [
        ({}, "valid"),
        ({"valid_until": None}, "valid"),
        ({"valid_until": TODAY}, "valid"),
        ({"valid_until": TODAY - DAY}, "expired"),
        ({"status": "expired"}, "expired"),
        ({"status": "revoked"}, "revoked"),
        ({"status": "a word nobody knows"}, "absent"),
        ({"holder": OTHER}, "absent"),
    ],
)
def test_a_licence_stands_only_while_it_is_valid_and_ones_own(differs: dict[str, Any], outcome: str) -> None:
    found = look(paper(**differs))
    assert found.outcome == outcome
    assert (rules.unheld([SAFETY], [found], TODAY) == ()) == (outcome == "valid")


def test_of_several_a_valid_one_is_taken_before_any_other_and_the_longest_first() -> None:
    short, endless = paper(number="S", valid_until=TODAY + DAY), paper(number="E", valid_until=None)
    dead = paper(number="D", status="revoked", valid_until=None)
    for order in ([dead, short, PAPER], [PAPER, dead, short]):
        assert rules.judged(SAFETY, order, OWN, NOW).licence is PAPER
    assert rules.judged(SAFETY, [PAPER, endless], OWN, NOW).licence is endless


def test_a_licence_that_runs_out_after_the_look_stands_no_longer() -> None:
    found = look(paper(valid_until=TODAY))
    assert rules.unheld([SAFETY], [found], TODAY) == ()
    assert rules.unheld([SAFETY], [found], TODAY + DAY) == (SAFETY,)
    assert rules.aged([found], TODAY + DAY)[0].outcome is LicenceOutcome.EXPIRED


def test_what_was_looked_up_too_long_ago_or_never_is_asked_anew() -> None:
    lasts = 24 * HOUR
    assert rules.stale([SAFETY, BUSINESS], [look()], NOW + 24 * HOUR, lasts) == (BUSINESS,)
    assert rules.stale([SAFETY], [look()], NOW + 25 * HOUR, lasts) == (SAFETY,)


def test_a_silent_library_takes_nothing_back_and_any_other_word_replaces_the_earlier() -> None:
    assert rules.merged([SAFETY], [look()], [silent()]) == (look(),)
    assert rules.merged([SAFETY], [look()], [look(None)])[0].outcome is LicenceOutcome.ABSENT
    assert rules.merged([SAFETY], [silent()], [look()]) == (look(),)
    assert rules.merged([SAFETY], [silent()], []) == (silent(),)


def test_a_look_for_another_kind_or_a_material_that_is_not_asked_for_counts_nothing() -> None:
    other = replace(SAFETY, type="food")
    assert rules.unheld([other], [look()], TODAY) == (other,)
    assert rules.merged([other], [look()], []) == ()


def test_another_copy_of_a_licence_is_other_evidence() -> None:
    assert rules.evidence([look()]) != rules.evidence([look(paper(sha256="b" * 64))])
    assert rules.evidence([silent(), look(None)]) == frozenset()


def test_a_look_is_read_as_it_was_written_and_its_event_names_no_holder() -> None:
    for one in (look(), silent(), look(paper(valid_until=None))):
        assert rules.read(rules.written(one)) == one
    assert "样例建设" not in str(rules.noted(look()))
    assert rules.noted(look())["number"] == "JZ-1"
