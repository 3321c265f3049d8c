"""Five boards beside each other: names, sums, parts. No engine."""

from mashangban.processes.oversight import rules
from mashangban.processes.oversight.rules import Spot
from mashangban.processes.oversight.terms import Source

EMPTY: dict[Source, dict[str, int]] = {source: {} for source in Source}


def test_every_figure_of_an_empty_place_is_zero() -> None:
    found = rules.figures(EMPTY)
    assert {getattr(found, name) for name in found.__dataclass_fields__} == {0}
    assert rules.parts(EMPTY) == []


def test_a_line_is_confirmed_once_its_worker_agreed_whatever_came_after() -> None:
    wages = {
        "state.shown": 1,
        "state.objected": 2,
        "state.confirmed": 3,
        "state.paid": 4,
        "state.received": 5,
    }
    found = rules.figures({**EMPTY, Source.WAGES: wages})
    assert (found.lines, found.lines_confirmed, found.lines_arrived, found.lines_disputed) == (15, 12, 5, 2)


def test_parts_put_each_domains_own_figure_beside_the_others() -> None:
    boards = {
        Source.WORKERS: {"part.3301": 7, "part.3302": 9},
        Source.ATTENDANCE: {"part.3301": 70},
        Source.WAGES: {"part.3301": 6, "partfen.3301": 600},
        Source.PAYMENTS: {"part.3303": 50},
        Source.ARREARS: {"part.3302": 1, "part.3304": 0},
    }
    found = {one.key: one for one in rules.parts(boards)}
    assert list(found) == ["3302", "3301", "3303"]
    assert (found["3301"].settled_days, found["3301"].wage_lines, found["3301"].wages_fen) == (70, 6, 600)
    assert (found["3302"].late, found["3303"].paid_fen) == (1, 50)


def test_a_place_has_one_item_of_each_domain() -> None:
    for spot in (Spot("region", "33", "2026-11"), Spot("project", "p1", "2026-11")):
        assert set(rules.names(spot)) == set(Source)
