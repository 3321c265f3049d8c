"""The duty roster as a grid: one line a person, one field a day, written with the keyboard; and swaps of one's own."""

import re
from collections.abc import Iterable
from datetime import date, time, timedelta
from itertools import groupby

from mashangban.console.forms import FORM, Form, attempt
from mashangban.console.pages import Go, PageCall, View, acted, form, page, refusal
from mashangban.console.views import Choice, Flash, Link, Tone
from mashangban.domains.helpdesk import errors, permissions
from mashangban.domains.helpdesk.console import departments
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.schemas import (
    RosterAnswer,
    RosterCopy,
    RosterForm,
    RosterGap,
    RosterQuery,
    RosterShift,
    RosterSwap,
    RosterView,
)
from mashangban.domains.helpdesk.service import rostering
from mashangban.domains.helpdesk.terms import TicketTopic
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
ONE = departments.ONE + "/roster"
AGAIN = departments.HOME + "/{department_id}/roster?day={monday}"
_SPAN = re.compile(r"(\d{1,2})[:：](\d{2})\s*[-－—~～到至]\s*(\d{1,2})[:：](\d{2})")
_TOPICS = {one.label: one for one in TicketTopic}
_BETWEEN = re.compile(r"[\s,，、;；]+")
_DAYS = "一二三四五六日"


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.ROSTER, template="helpdesk/roster.html")
def week(call: PageCall, department_id: str) -> View:
    return _written(call, department_id, call.request.query.get("day", ""))


def _written(
    call: PageCall, department_id: str, day: str, typed: Form | None = None, refused: AppError | None = None
) -> View:
    """The grid as it stands, or as it was typed with what is wrong in it."""
    shown = rostering.show(call.act, department_id, RosterQuery.model_validate({"day": day or None}))
    names = {one.person_id: one.label for one in shown.people}
    me, today = call.act.actor.person_id, clock.local_date(call.at)
    own = [one for one in shown.shifts if one.person_id == me and one.day >= today]
    context = {
        "roster": shown,
        "days": [f"周{_DAYS[number]} {one.day.month}/{one.day.day}" for number, one in enumerate(shown.days)],
        "cells": {name: typed.one(name) for name in typed.values} if typed else _cells(shown),
        "refused": refusal(refused) if refused else None,
        "gaps": _gaps(one for one in shown.gaps if not one.topic_label),
        "unskilled": _gaps(one for one in shown.gaps if one.topic_label),
        "mine": [Choice(_key(one), _words(one)) for one in own],
        "others": [Choice(one.person_id, one.label) for one in shown.people if one.person_id != me],
        "asked": [
            (one, f"{names.get(one.person_id, '')}：{_words(one)}") for one in shown.swaps if one.to == me
        ],
        "waiting": [
            f"{_words(one)}，等 {names.get(one.to, '')} 答应" for one in shown.swaps if one.person_id == me
        ],
        "fresh": ids.new_id,
        "home": ONE.format(department_id=department_id),
        "before": shown.monday - timedelta(days=7),
        "after": shown.monday + timedelta(days=7),
    }
    crumbs = (Link("在线接待", "/console/helpdesk/conversations"),)
    return View(f"{shown.desk_name}值班表", context, crumbs=crumbs)


@pages.route(ONE, methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP, template="helpdesk/roster.html", once=TABLE, again=AGAIN)
def keep(call: PageCall, department_id: str) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: rostering.keep(call.act, department_id, _form(given)))
    if isinstance(done, AppError):
        return _written(call, department_id, given.one("monday"), given, done)
    return Go(_where(department_id, given.one("monday")), Flash(Tone.GOOD, "值班表已更改", _left(done)))


@pages.route(ONE + "/copy", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP, once=TABLE, again=AGAIN)
def copy(call: PageCall, department_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        _where(department_id, given.one("monday")),
        lambda: rostering.copy(call.act, department_id, given.parse(RosterCopy)),
        "已照上个星期排好",
        _left,
    )


@pages.route(ONE + "/swaps", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ROSTER, once=TABLE, again=AGAIN)
def ask(call: PageCall, department_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        _where(department_id, given.one("monday")),
        lambda: rostering.ask(
            call.act, department_id, given.parse(RosterSwap, **_shift_of(given.one("shift")))
        ),
        "已请同事替班",
        lambda _: "他答应以前，这个班还是您的。",
    )


@pages.route(ONE + "/swaps/answer", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ROSTER, once=TABLE, again=AGAIN)
def answer(call: PageCall, department_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        _where(department_id, given.one("monday")),
        lambda: rostering.answer(
            call.act,
            department_id,
            given.parse(RosterAnswer, to=call.act.actor.person_id, **_shift_of(given.one("shift"))),
        ),
        "已告诉同事",
    )


def spans(text: str) -> list[tuple[time, time, str]]:
    """Times as people write them, each with the topic that follows it: 8:30-12:00 13:30-17:30 工资.

    Raises ShiftWrong.
    """
    found: list[tuple[time, time, str]] = []
    for part in filter(None, _BETWEEN.split(text.strip())):
        if found and part in _TOPICS:
            found[-1] = (*found[-1][:2], _TOPICS[part].value)
            continue
        match = _SPAN.fullmatch(part)
        if match is None:
            raise errors.ShiftWrong(
                detail=f"“{part[:20]}”看不懂，请写成 8:30-12:00，专接一类的在后面写“工资”"
            )
        try:
            hours = [int(one) for one in match.groups()]
            found.append((time(hours[0], hours[1]), time(hours[2], hours[3]), ""))
        except ValueError as wrong:
            raise errors.ShiftWrong(detail=f"“{part[:20]}”不是钟点") from wrong
    return found


def _form(given: Form) -> RosterForm:
    """The grid's fields are named `on:<day>:<person>`."""
    shifts = [
        {"day": day, "person_id": person, "starts": starts, "ends": ends, "topic": topic or None}
        for name in given.values
        if name.startswith("on:")
        for _, day, person in [name.split(":", 2)]
        for starts, ends, topic in spans(given.one(name))
    ]
    return given.parse(RosterForm, shifts=shifts)


def _cells(shown: RosterView) -> dict[str, str]:
    """What stands in each field of the grid."""
    found: dict[str, str] = {}
    for one in shown.shifts:
        name = f"on:{one.day}:{one.person_id}"
        found[name] = f"{found.get(name, '')}\n{one.starts:%H:%M}-{one.ends:%H:%M} {_topic(one)}".strip()
    return found


def _gaps(found: Iterable[RosterGap]) -> list[str]:
    """One line a day."""
    days = groupby(found, key=lambda one: one.day)
    return [f"{_day(day)} {'、'.join(map(_gap, of_day))}" for day, of_day in days]


def _gap(one: RosterGap) -> str:
    when = f"{one.starts:%H:%M}–{one.ends:%H:%M}"
    return f"{when} {one.topic_label}" if one.topic_label else when


def _topic(one: RosterShift) -> str:
    return one.topic.label if one.topic else ""


def _key(one: RosterShift) -> str:
    return f"{one.day}|{one.starts:%H:%M}|{one.ends:%H:%M}|{one.person_id}|{one.topic or ''}"


def _shift_of(key: str) -> dict[str, object]:
    parts = ([*key.split("|"), *[""] * 5])[:5]
    values: dict[str, object] = dict(zip(("day", "starts", "ends", "person_id", "topic"), parts, strict=True))
    return values | {"topic": values["topic"] or None}


def _left(done: RosterView) -> str:
    empty = sum(not one.topic_label for one in done.gaps)
    if not done.gaps:
        return "上班时间都有人"
    return f"还有 {empty} 段上班时间没有人" if empty else f"有 {len(done.gaps)} 段时间缺接某一类的人"


def _day(day: date) -> str:
    return f"周{_DAYS[day.weekday()]}（{day.month}月{day.day}日）"


def _words(one: RosterShift) -> str:
    return f"{_day(one.day)} {one.starts:%H:%M}–{one.ends:%H:%M} {_topic(one)}".rstrip()


def _where(department_id: str, monday: str) -> str:
    return f"{ONE.format(department_id=department_id)}?day={monday}"
