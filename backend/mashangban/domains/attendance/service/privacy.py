"""What attendance tells of a person: each month of each contract, and the days that they said something of."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from mashangban.domains.attendance.models import AttendanceEmployment
from mashangban.domains.attendance.repository import days
from mashangban.domains.attendance.rules.calendar import day_of, days_of, months_between
from mashangban.domains.attendance.rules.workday import Workday
from mashangban.domains.attendance.service import viewing
from mashangban.employment import repository as employments
from mashangban.employment.rules import Employment
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.personal import Holding, Part, Uploads, opened


def _months(act: Act) -> Iterator[Schema]:
    today = day_of(act.at)
    for one in employments.of_person(AttendanceEmployment, act.actor.person_id):
        for month in _worked(one, today):
            yield viewing.month_of_contract(act.actor, one.contract_id, month, act.at)


def _said(act: Act) -> Iterator[Schema]:
    """Each day of which the worker said something, whole."""
    for one in employments.of_person(AttendanceEmployment, act.actor.person_id):
        for month in _worked(one, day_of(act.at)):
            span = days_of(month)
            known = days.of_contract(one.contract_id, span[0], span[-1])
            yield from opened((day for day in known if day.claimed), partial(_whole, act))


def _whole(act: Act, one: Workday) -> Schema:
    return viewing.show_day(act.actor, one.contract_id, one.day, act.at)


def _worked(one: Employment, today: date) -> Iterator[str]:
    return months_between(one.starts_on, min(today, one.ends_on or today))


HOLDING = Holding(
    parts=(
        Part(
            "考勤",
            "每份合同每个月每一天的考勤，由闸机、班组点名和您自己的说法定下",
            "工地闸机、班组长和您本人（保障农民工工资支付条例第二十八条）",
            "用工台账到工程完工、工资结清后至少三年（保障农民工工资支付条例第二十八条）",
            _months,
        ),
        Part(
            "考勤里您说过的",
            "您说过话的每一天：您说了什么、传的照片、后来怎么定的",
            "您自己说的，工地和班组长答复",
            "用工台账到工程完工、工资结清后至少三年（保障农民工工资支付条例第二十八条）",
            _said,
        ),
    ),
    lawful="考勤随用工台账保存（保障农民工工资支付条例第二十八条）",
    uploads=Uploads.KEPT,
)
