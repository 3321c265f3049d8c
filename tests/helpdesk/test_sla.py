"""The time of each class, beside a table computed by hand from the notices of 2026.

Off in 2026: 元旦 1-1 to 1-3 (worked 1-4), 春节 2-15 to 2-23 (worked 2-14, 2-28), 清明 4-4 to 4-6,
劳动节 5-1 to 5-5 (worked 5-9), 端午 6-19 to 6-21, 中秋 9-25 to 9-27, 国庆 10-1 to 10-7 (worked 9-20, 10-10).
`due` is the first instant that is too late: 24:00 of the last day is written as 00:00 of the next.
"""

import datetime as dt

import pytest

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules import changes
from mashangban.deadlines.rules.periods import Pause
from mashangban.domains.helpdesk.rules import ladder
from mashangban.domains.helpdesk.terms import TicketClass
from mashangban.kernel.clock import SHANGHAI
from tests.helpdesk.tickets import ticket

C = TicketClass
OWN_COMPLAINT = {C.COMPLAINT: 3}


def at(text: str) -> dt.datetime:
    """A wall time in China, 2026 unless a year is written."""
    full = text if text[:2] == "20" else f"2026-{text}"
    return dt.datetime.fromisoformat(full).replace(tzinfo=SHANGHAI)


def due(
    klass: TicketClass, asked: str, *pauses: tuple[str, str], own: dict[TicketClass, int] | None = None
) -> str:
    """What the clock says, as the table writes it."""
    stood = [Pause(at(start), at(end) if end else None, "等您补充情况") for start, end in pauses]
    found = ladder.answer_clock(ticket(klass=klass), at(asked), own or {}, stood)
    due_at = deadlines.due_time_of(found).due_at
    return due_at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M") if due_at else "stopped"


ORDINARY = [
    # an ordinary week: Thursday 26 November and what follows
    (C.ENQUIRY, "11-26 10:00", "2026-11-28 00:00"),
    (C.ENQUIRY, "11-27 10:00", "2026-12-01 00:00"),
    (C.HELP, "11-26 10:00", "2026-12-02 00:00"),
    (C.COMPLAINT, "11-26 10:00", "2026-12-04 00:00"),
    # midnight: the last minute of a day belongs to it, 00:00 to the next
    (C.ENQUIRY, "11-26 23:59", "2026-11-28 00:00"),
    (C.ENQUIRY, "11-27 00:00", "2026-12-01 00:00"),
    (C.ENQUIRY, "11-27 23:59", "2026-12-01 00:00"),
    (C.ENQUIRY, "11-28 00:00", "2026-12-01 00:00"),
    (C.ENQUIRY, "11-29 23:59", "2026-12-01 00:00"),
    (C.ENQUIRY, "11-30 00:00", "2026-12-02 00:00"),
]
HOLIDAYS = [
    # 元旦: 1-1 to 1-3 off, Sunday 1-4 worked
    (C.ENQUIRY, "2025-12-31 10:00", "2026-01-05 00:00"),
    (C.HELP, "01-01 10:00", "2026-01-07 00:00"),
    # 春节: Saturday 2-14 worked, nine days off, Saturday 2-28 worked
    (C.ENQUIRY, "02-13 10:00", "2026-02-15 00:00"),
    (C.COMPLAINT, "02-13 10:00", "2026-02-28 00:00"),
    (C.HELP, "02-14 10:00", "2026-02-27 00:00"),
    (C.ENQUIRY, "02-18 10:00", "2026-02-25 00:00"),
    (C.ENQUIRY, "02-27 10:00", "2026-03-01 00:00"),
    (C.HELP, "02-27 10:00", "2026-03-04 00:00"),
    # 清明
    (C.ENQUIRY, "04-03 10:00", "2026-04-08 00:00"),
    # 劳动节: five days off, Saturday 5-9 worked
    (C.COMPLAINT, "04-30 10:00", "2026-05-12 00:00"),
    (C.HELP, "05-06 10:00", "2026-05-10 00:00"),
    # 端午
    (C.HELP, "06-18 10:00", "2026-06-25 00:00"),
    # 中秋 and 国庆: Sunday 9-20 and Saturday 10-10 worked
    (C.HELP, "09-18 10:00", "2026-09-23 00:00"),
    (C.COMPLAINT, "09-24 10:00", "2026-10-10 00:00"),
    (C.ENQUIRY, "09-30 10:00", "2026-10-09 00:00"),
    (C.HELP, "10-08 10:00", "2026-10-13 00:00"),
]
URGENT = [
    (C.URGENT, "11-26 10:00", "2026-11-26 12:00"),
    (C.URGENT, "11-26 23:30", "2026-11-27 01:30"),
    (C.URGENT, "11-28 03:00", "2026-11-28 05:00"),
    (C.URGENT, "02-17 22:15", "2026-02-18 00:15"),
    (C.URGENT, "12-31 23:00", "2027-01-01 01:00"),
]


@pytest.mark.parametrize(("klass", "asked", "expected"), [*ORDINARY, *HOLIDAYS, *URGENT])
def test_the_answer_is_due_when_the_table_says(klass: TicketClass, asked: str, expected: str) -> None:
    assert due(klass, asked) == expected


PAUSED = [
    # Monday to Wednesday stand still
    (C.COMPLAINT, "11-26 10:00", [("11-30 10:00", "12-02 15:00")], "2026-12-09 00:00"),
    # five minutes of a day are the day
    (C.HELP, "11-26 10:00", [("11-27 09:00", "11-27 09:05")], "2026-12-03 00:00"),
    # a weekend takes nothing away, and neither does the day of asking, which is not counted
    (C.HELP, "11-26 10:00", [("11-28 00:00", "11-29 12:00")], "2026-12-02 00:00"),
    (C.ENQUIRY, "11-26 10:00", [("11-26 11:00", "11-26 18:00")], "2026-11-28 00:00"),
    # to midnight, from midnight, over midnight, and no time at all
    (C.HELP, "11-26 10:00", [("11-27 08:00", "11-28 00:00")], "2026-12-03 00:00"),
    (C.HELP, "11-26 10:00", [("11-30 00:00", "12-01 00:00")], "2026-12-03 00:00"),
    (C.ENQUIRY, "11-26 10:00", [("11-26 23:50", "11-27 00:10")], "2026-12-01 00:00"),
    (C.HELP, "11-26 10:00", [("11-27 10:00", "11-27 10:00")], "2026-12-02 00:00"),
    # two of them
    (
        C.COMPLAINT,
        "11-26 10:00",
        [("11-27 10:00", "11-27 11:00"), ("12-01 10:00", "12-02 10:00")],
        "2026-12-09 00:00",
    ),
    # across 国庆, with the make-up day after it
    (C.COMPLAINT, "09-28 10:00", [("09-30 16:00", "10-09 09:00")], "2026-10-15 00:00"),
    # on a make-up day
    (C.HELP, "02-13 10:00", [("02-14 10:00", "02-14 11:00")], "2026-02-27 00:00"),
    # one that still stands has no due time
    (C.HELP, "11-26 10:00", [("11-30 09:00", "")], "stopped"),
]


@pytest.mark.parametrize(("klass", "asked", "pauses", "expected"), PAUSED)
def test_a_pause_moves_the_answer_by_the_days_it_touches(
    klass: TicketClass, asked: str, pauses: list[tuple[str, str]], expected: str
) -> None:
    assert due(klass, asked, *pauses) == expected


def test_a_standing_pause_says_what_is_left() -> None:
    stood = [Pause(at("11-30 09:00"), None, "等您补充情况")]
    found = ladder.answer_clock(ticket(klass=C.HELP), at("11-26 10:00"), {}, stood)
    assert deadlines.due_time_of(found).left == "2个工作日"


def test_the_day_is_the_one_in_china_wherever_the_server_stands() -> None:
    """16:30 in London's time is half past midnight on Friday."""
    asked = dt.datetime(2026, 11, 26, 16, 30, tzinfo=dt.UTC)
    found = ladder.answer_clock(ticket(klass=C.ENQUIRY), asked, {})
    assert deadlines.due_time_of(found).due_at == at("12-01 00:00")


def test_a_city_that_promised_three_days_is_held_to_three() -> None:
    assert due(C.COMPLAINT, "11-26 10:00", own=OWN_COMPLAINT) == "2026-12-02 00:00"
    assert due(C.HELP, "11-26 10:00", own=OWN_COMPLAINT) == "2026-12-02 00:00"


def test_more_time_is_as_much_again() -> None:
    one = ticket(klass=C.COMPLAINT)
    found = ladder.answer_clock(one, at("11-26 10:00"), {})
    longer = changes.extend(found, ladder.extension_of(one, {}), "督办批准延长", at("12-03 10:00"))
    assert deadlines.due_time_of(longer).due_at == at("12-11 00:00")


def test_another_class_counts_from_the_moment_of_asking_and_keeps_the_pauses() -> None:
    stood = (Pause(at("11-27 09:00"), at("11-27 10:00"), "等您补充情况"),)
    softer = ladder.answer_clock(ticket(klass=C.ENQUIRY), at("11-26 10:00"), {}, stood)
    assert deadlines.due_time_of(softer).due_at == at("12-01 00:00")


def test_each_line_of_the_arithmetic_can_be_checked_by_a_person() -> None:
    found = ladder.answer_clock(
        ticket(klass=C.COMPLAINT),
        at("09-28 10:00"),
        {},
        [Pause(at("09-30 16:00"), at("10-09 09:00"), "等检测（住建局，最晚到10月9日）")],
    )
    shown = deadlines.explain(found, at("09-30 17:00"))
    assert shown.due_label == "10月14日（周三）24:00前"
    lines = "\n".join(step.text for step in shown.steps)
    assert "期限5个工作日" in lines
    assert "等检测（住建局，最晚到10月9日）" in lines
    assert "调休上班" in lines
    assert shown.steps[0].source == C.COMPLAINT.source
