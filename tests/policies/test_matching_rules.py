"""Which policies an enterprise hears of when it can't hear of all."""

import datetime as dt
from random import Random

from mashangban.domains.policies.rules.conditions.facts import Known
from mashangban.domains.policies.rules.listing import Listed
from mashangban.domains.policies.rules.matching import decided
from mashangban.domains.policies.rules.policy import Award, Edition
from mashangban.domains.policies.terms import Answer
from mashangban.domains.policies.terms.departments import Department
from mashangban.domains.policies.terms.items import MOST_UNDECIDED, AwardKind, Mode

TODAY = dt.date(2026, 11, 26)


def offer(number: int, condition: str) -> Listed:
    award = Award(AwardKind.FIXED, amount=1)
    content = Edition(
        f"政策{number}", "", Department.TAX, "", "", "", condition, award, Mode.ORDINARY, TODAY, None, TODAY, None,
        (), (), (), "", "", "", 5, 0,
    )  # fmt: skip
    return Listed(f"policy{number:03}", "330106", 1, content)


def test_of_too_many_undecided_policies_those_of_which_most_is_known_are_kept() -> None:
    strange = [offer(number, f"a.strange{number} > 1") for number in range(MOST_UNDECIDED + 5)]
    near = [offer(900, "a.tech and a.revenue > 1"), offer(901, "a.tech and a.revenue > 1 and a.staff > 1")]
    met = [offer(950, "a.tech")]
    offers = [*strange, *met, *near]
    Random(1).shuffle(offers)
    rows = decided(offers, {"a.tech": Known(True, TODAY), "a.staff": Known(5, TODAY)}, TODAY)
    assert [(one.policy_id, one.answer) for one in rows[:3]] == [
        ("policy950", Answer.YES),
        ("policy901", Answer.UNKNOWN),
        ("policy900", Answer.UNKNOWN),
    ]
    assert len(rows) == 1 + MOST_UNDECIDED
