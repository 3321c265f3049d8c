"""The wage truth line (B6): nothing of a line changes behind its worker's back, and there is no way around it."""

import ast
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.wages import errors, events
from mashangban.domains.wages.repository import lines as store
from mashangban.domains.wages.rules import line as rules
from mashangban.domains.wages.rules import months
from mashangban.domains.wages.rules.line import Line
from mashangban.domains.wages.rules.pay import Content, Item
from mashangban.domains.wages.service import answering, correcting, viewing
from mashangban.domains.wages.terms import CHANGEABLE, ItemKind, LineState
from mashangban.employment.terms import PayBasis
from mashangban.kernel import clock
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role
from tests.wages.conftest import MONTH, Yard, act, change, person, principal_of, signature

WAGES = Path(__file__).parents[2] / "backend/mashangban/domains/wages"
OTHER = Content(PayBasis.DAILY, "天", 36_000, 21_000, 44)


def moved(line: Line, after: Line, reason: str = "") -> None:
    """Whatever a caller may try: one step written by the repository's one function."""
    someone = act(person())
    event = following(someone, events.LINE_REMINDED, line, Role.SYSTEM)
    store.move(someone, line, after, event, reason=reason)


def test_a_change_after_the_confirmation_shows_before_and_after_and_asks_again(yard: Yard) -> None:
    (worker,) = people = yard.crew(1)
    yard.shown(people)
    me = principal_of(worker)
    answering.see(act(me), yard.line(worker).id)
    yard.confirm(worker)
    correcting.change(act(yard.clerk), yard.line(worker).id, change(21_000, note="核减", reason="3日未到岗"))
    line = yard.line(worker)
    assert (line.state, line.revision, line.confirmed, line.seen) == (LineState.SHOWN, 2, 0, 1)
    (told,) = viewing.show_line(me, line.id).changes
    assert told.differences == ["数量：原来22天，改为21天", "应发：原来7,920元，改为7,560元"]
    assert (told.reason, told.new) == ("3日未到岗", True)
    with pytest.raises(errors.LineChanged):
        answering.confirm(act(me), line.id, signature(1))
    answering.see(act(me), line.id)
    assert not viewing.show_line(me, line.id).changes[0].new


def test_attendance_that_is_corrected_afterwards_asks_again_too(yard: Yard) -> None:
    (worker,) = people = yard.crew(1)
    yard.shown(people)
    yard.confirm(worker)
    yard.day(worker, months.first(MONTH), 1, version=2)
    yard.day(worker, months.first(MONTH), 1, version=2)
    line = yard.line(worker)
    assert (line.state, line.revision) == (LineState.SHOWN, 2)
    shown = viewing.show_line(principal_of(worker), line.id)
    assert "考勤天数：原来22天，改为21.5天" in shown.changes[0].differences
    assert shown.plain[-1] == "考勤记的是21.5天，和工资单不一样，请留意。"


@pytest.mark.parametrize("state", [LineState.CONFIRMED, LineState.PAID])
def test_whoever_writes_another_content_gets_a_line_that_asks_again(yard: Yard, state: LineState) -> None:
    """The repository itself: a caller that means to keep the worker's word is not obeyed."""
    (worker,) = people = yard.crew(1)
    yard.shown(people)
    yard.confirm(worker)
    line = yard.line(worker)
    moved(line, replace(line, content=OTHER, state=state, confirmed=1, seen=99, revision=1))
    stored = yard.line(worker)
    assert (stored.state, stored.revision, stored.confirmed, stored.seen) == (LineState.SHOWN, 2, 0, 1)
    (kept,) = store.changes_of(line.id)
    assert (kept.before, kept.after) == (line.content, OTHER)


def test_what_was_approved_cannot_be_changed_at_all(yard: Yard) -> None:
    (worker,) = people = yard.crew(1)
    yard.paying(people)
    line = yard.line(worker)
    with pytest.raises(ValueError, match="its content cannot change"):
        moved(line, replace(line, content=OTHER))
    with pytest.raises(errors.LineWrongState):
        correcting.change(act(yard.clerk), line.id, change(21_000))


def test_a_confirmation_that_crosses_a_change_is_refused(yard: Yard) -> None:
    (worker,) = people = yard.crew(1)
    yard.shown(people)
    before = yard.line(worker)
    correcting.change(act(yard.clerk), before.id, change(21_000, note="核减"))
    confirmed = rules.confirm(before, 1)
    with pytest.raises(Stale):
        moved(before, confirmed)
    assert yard.line(worker).state is LineState.SHOWN


contents = st.builds(
    Content,
    basis=st.just(PayBasis.DAILY),
    unit=st.just("天"),
    rate_fen=st.integers(1, 100_000),
    quantity_milli=st.integers(0, 31_000),
    attended_halves=st.integers(0, 62),
    items=st.lists(st.builds(Item, st.sampled_from(ItemKind), st.text(max_size=5), st.integers(1, 99))).map(
        tuple
    ),
)


@given(contents, st.sampled_from(LineState), st.integers(0, 9), st.integers(0, 9))
def test_no_step_keeps_a_word_given_to_another_content(
    content: Content, state: LineState, confirmed: int, revision: int
) -> None:
    before = _line(Content(PayBasis.DAILY, "天", 36_000, 22_000, 44))
    after = replace(before, content=content, state=state, confirmed=confirmed, revision=revision)
    kept = store.truthful(before, after, clock.now())
    if content == before.content:
        assert kept.revision == before.revision
    else:
        assert (kept.state, kept.confirmed, kept.revision) == (LineState.SHOWN, 0, before.revision + 1)
        assert kept.seen == before.seen


def test_only_one_function_writes_a_line() -> None:
    """No other code of the domain touches a line's record, and the one that changes it goes through `truthful`."""
    touching = {
        f"{path.relative_to(WAGES)} {function.name}"
        for path in WAGES.rglob("*.py")
        for function in _functions(path)
        if re.search(r"\bLineRecord\b(?!\.(get|batch_get))", ast.unparse(function))
    }
    allowed = {"record_of", "_changes", "_write", "_to_line", "many"}
    assert touching <= {f"repository/lines.py {name}" for name in allowed}
    own = {one.name: ast.unparse(one) for one in _functions(WAGES / "repository/lines.py")}
    assert {name for name, text in own.items() if "record_of(" in text} == {"record_of", "create", "_write"}
    assert {name for name, text in own.items() if "_changes(" in text} == {"_changes", "_write"}
    assert "kept = truthful(before, after" in own["_write"]
    assert "_changes(before, kept)" in own["_write"]


def _functions(path: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(path.read_text("utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def _line(content: Content) -> Line:
    unused: Any = None
    return Line("l", "t", MONTH, unused, content, LineState.CONFIRMED, clock.now(), confirmed=1, seen=1)


def test_the_states_that_may_change_are_those_before_approval() -> None:
    steps: list[Callable[[Line], Line]] = [lambda one: rules.change(one, OTHER, (), clock.now())]
    for state in LineState:
        line = replace(_line(Content(PayBasis.DAILY, "天", 36_000, 22_000, 44)), state=state)
        if state in CHANGEABLE:
            assert steps[0](line).state is LineState.SHOWN
        else:
            with pytest.raises(errors.LineWrongState):
                steps[0](line)
