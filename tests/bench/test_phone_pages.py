"""What the bench makes of Lighthouse's reports; it measures nothing here."""

from typing import Any

import pytest

from tests.bench.bench_phone_pages import TARGETS, faults, slowdown


def report(index: float = 2000, **scores: float) -> dict[str, Any]:
    categories = {
        name: {
            "score": scores.get(name.replace("-", "_"), 1.0),
            "auditRefs": [{"id": f"{name}-audit", "weight": 1}],
        }
        for name in TARGETS
    }
    audits = {f"{name}-audit": {"id": f"{name}-audit", "score": 0.5} for name in TARGETS}
    return {"environment": {"benchmarkIndex": index}, "categories": categories, "audits": audits}


@pytest.mark.parametrize(("index", "times"), [(2331, 4.0), (1500, 4.0), (750, 2.0), (400, 1.1), (90, 1.0)])
def test_a_busy_machine_is_slowed_less_and_never_made_faster(index: float, times: float) -> None:
    assert slowdown(report(index)) == times


def test_a_page_that_reaches_all_targets_has_no_faults() -> None:
    assert list(faults("home", report(performance=0.9, best_practices=0.95))) == []


def test_a_missed_target_is_named_with_what_cost_the_points() -> None:
    [fault] = faults("join", report(performance=0.89))
    assert fault == "- join, performance at least 90: MISSED (performance-audit)"
    [fault] = faults("join", report(accessibility=0.99))
    assert fault.startswith("- join, accessibility at least 100: MISSED")
