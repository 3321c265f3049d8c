"""Answers of the demo world: reviewed pairs with their sources, one that waits for review, and what nobody answers."""

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from demo.ground import Ground, act
from demo.sending import sent
from mashangban.documents.rendering import fonts
from mashangban.domains.answers.rules import pairsheet
from mashangban.domains.answers.schemas import AnswerMediumForm, AnswerPairForm
from mashangban.domains.answers.schemas.asking import AnswerQuestion
from mashangban.domains.answers.service import asking, authoring, picturing, reviewing
from mashangban.files import service as files
from mashangban.kernel import clock
from mashangban.kernel.errors import Stale
from mashangban.kernel.permissions import Grant, Principal, Role, Scope

PAIRS = Path(__file__).parent / "answers.csv"
COUNTY = "330110"
# Asked so often, and nobody has written an answer.
UNKNOWN = (("工地宿舍能不能装空调", 3), ("装修押金什么时候退", 2), ("小区什么时候通地铁", 1))
PICTURED = "工资条要不要给本人"
_SLIP = (
    ("姓名", "样例"),
    ("出勤", "26 天"),
    ("应发", "7,800.00 元"),
    ("已预支", "-1,000.00 元"),
    ("实发", "6,800.00 元"),
)
_REVIEWER = Principal("system:demo", "", (Grant(Role.PLATFORM_ADMIN, Scope("*")),), real_name=True)
_WAITING = "33"  # the last of this region still waits for its review


def fill(ground: Ground, say: Callable[[str], None]) -> None:
    """Written by one, reviewed by another; then somebody asks."""
    forms = [form_of(row) for row in rows()]
    author = ground.staff["admin"]
    waiting = max(number for number, one in enumerate(forms) if one.region == _WAITING)
    for number, form in enumerate(forms):
        made = authoring.begin(act(author), form)
        if form.question == PICTURED:
            _picture(author, made.id)
        authoring.submit(act(author), made.id)
        if number != waiting:
            reviewing.approve(act(_REVIEWER), made.id)
    for text, times in UNKNOWN:
        for _ in range(times):
            asking.ask(None, clock.now(), AnswerQuestion(text=text, region=COUNTY))
    say(f"问答 {len(forms)} 条 / questions with answers")


def _picture(author: Principal, pair_id: str) -> None:
    """A pay slip drawn here, and in words for whoever can't see it."""
    file_id = sent(author, _slip(), "工资条样子.png", "image/png", "answer")
    with suppress(Stale):  # the stream was faster
        files.prepare(act(), file_id)
    described = "一张工资条的样子：出勤、应发和实发各占一行，实发在最下面"
    picturing.attach(act(author), pair_id, AnswerMediumForm(file_id=file_id, described=described))


def _slip() -> bytes:
    picture = Image.new("RGB", (640, 480), "#fffdf7")
    pen, face = ImageDraw.Draw(picture), ImageFont.truetype(fonts.fonts_folder() / fonts.HEI, 32)
    pen.text((40, 28), "工资条（样子）", fill="#1a1a1a", font=face)
    for number, (name, value) in enumerate(_SLIP):
        top = 100 + number * 72
        pen.line((40, top, 600, top), fill="#c9c3b4", width=2)
        pen.text((40, top + 16), name, fill="#444444", font=face)
        pen.text((600, top + 16), value, fill="#1a1a1a", font=face, anchor="ra")
    kept = io.BytesIO()
    picture.save(kept, "PNG")
    return kept.getvalue()


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
