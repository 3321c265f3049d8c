"""Answers of the demo world: reviewed pairs with their sources, one that waits for review, and what nobody answers."""

import csv
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from demo.ground import Ground, act
from mashangban.domains.answers.rules import pairsheet
from mashangban.domains.answers.schemas import AnswerPairForm
from mashangban.domains.answers.schemas.asking import AnswerQuestion
from mashangban.domains.answers.service import asking, authoring, reviewing
from mashangban.kernel import clock
from mashangban.kernel.permissions import Grant, Principal, Role, Scope

PAIRS = Path(__file__).parent / "answers.csv"
COUNTY = "330110"
# Asked so often, and nobody has written an answer.
UNKNOWN = (("工地宿舍能不能装空调", 3), ("装修押金什么时候退", 2), ("小区什么时候通地铁", 1))
_REVIEWER = Principal("system:demo", "", (Grant(Role.PLATFORM_ADMIN, Scope("*")),), real_name=True)
_WAITING = "33"  # the last of this region still waits for its review


def fill(ground: Ground, say: Callable[[str], None]) -> None:
    """Written by one, reviewed by another; then somebody asks."""
    forms = [form_of(row) for row in rows()]
    author = ground.staff["admin"]
    waiting = max(number for number, one in enumerate(forms) if one.region == _WAITING)
    for number, form in enumerate(forms):
        made = authoring.begin(act(author), form)
        authoring.submit(act(author), made.id)
        if number != waiting:
            reviewing.approve(act(_REVIEWER), made.id)
    for text, times in UNKNOWN:
        for _ in range(times):
            asking.ask(None, clock.now(), AnswerQuestion(text=text, region=COUNTY))
    say(f"问答 {len(forms)} 条 / questions with answers")


def rows() -> Iterator[dict[str, str]]:
    """The pairs as they stand in the file."""
    with PAIRS.open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def form_of(row: dict[str, str]) -> AnswerPairForm:
    """A row as its author would type it, its days counted from today."""
    names = {label: name for name, label in pairsheet.LAYOUT.columns.items()}
    cells = {names[label]: text for label, text in row.items() if label in names}
    today = clock.local_date(clock.now())
    ends = _day(today, row["期满天数"]) if row["期满天数"] else ""
    given = pairsheet.read(cells | {"valid_from": _day(today, "0"), "valid_until": ends})
    return AnswerPairForm.model_validate(given)


def _day(today: date, days: str) -> str:
    return (today + timedelta(days=int(days))).isoformat()
