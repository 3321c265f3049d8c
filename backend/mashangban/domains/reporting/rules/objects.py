"""The standard objects of a report, in a platform's own fields and codes. Pure: names and numbers are given."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mashangban.domains.reporting.rules.mapping import Book, NotReportableError, Wire
from mashangban.domains.reporting.rules.report import DayFact, LineFact
from mashangban.domains.reporting.terms.codes import Word
from mashangban.employment.rules import Employment
from mashangban.employment.terms import PayBasis

_RESIDENT_CARD = "01"
_WORKER_ROLE = "20"  # 10 管理人员, 20 建筑工人
_PAID = {"paid", "received", "wrong_amount"}
# Whoever saw the worker with their own eyes or machine comes first.
_STRONGEST = ("gate", "scan", "roll")


@dataclass(frozen=True, slots=True)
class Who:
    """The worker as the payload names them: the number encrypted for the platform, or masked for a screen."""

    name: str
    id_number: str


@dataclass(frozen=True, slots=True)
class Where:
    """Codes of project and employer in the registers, and the number of the pay table where there is one."""

    project_code: str
    corp_code: str
    pay_roll_code: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a payload is written from."""

    employment: Employment
    who: Who
    where: Where

    @property
    def person(self) -> dict[str, Any]:
        return {"id_card_type": _RESIDENT_CARD, "id_card_number": self.who.id_number}

    @property
    def site(self) -> dict[str, Any]:
        return {
            "project_code": self.where.project_code,
            "corp_code": self.where.corp_code,
            "corp_name": self.employment.employer.name,
        }


def worker(book: Book, facts: Facts) -> Wire:
    """ProjectWorker, ContractFile and EntryExitHistory of one contract. Raises NotReportableError."""
    one = facts.employment
    basis = one.pay.basis
    contract = {
        **facts.site,
        **facts.person,
        "contract_code": one.number,
        "period_type": book.code(Word.PERIOD, "fixed" if one.ends_on else "task"),
        "start_date": one.starts_on.isoformat(),
        "end_date": one.ends_on.isoformat() if one.ends_on else None,
        "pay_rule": book.code(Word.PAY_BASIS, basis.value),
        "unit": book.code(Word.UNIT, one.pay.unit) if basis is PayBasis.PIECE else None,
        "unit_price": yuan(one.pay.amount_fen),
    }
    return {
        "ProjectWorker": book.write("ProjectWorker", _project_worker(book, facts)),
        "ContractFile": book.write("ContractFile", contract),
        "EntryExitHistory": [book.write("EntryExitHistory", step) for step in _steps(book, facts)],
    }


def _project_worker(book: Book, facts: Facts) -> dict[str, Any]:
    one = facts.employment
    return {
        **facts.site,
        "team_code": one.team.id,
        "team_name": one.team.name,
        "worker_name": facts.who.name,
        **facts.person,
        "work_type": book.code(Word.TRADE, one.trade.id),
        "work_role": _WORKER_ROLE,
        "is_team_leader": "1" if one.person_id == one.foreman_id else "0",
    }


def _steps(book: Book, facts: Facts) -> Iterable[dict[str, Any]]:
    """Entry on the first day; exit on the last, once the contract is no longer in force."""
    one = facts.employment
    days = [("enter", one.starts_on)]
    if not one.in_force and one.ends_on:
        days.append(("exit", one.ends_on))
    for direction, day in days:
        yield {
            **facts.site,
            **facts.person,
            "date": day.isoformat(),
            "direction": book.code(Word.DIRECTION, direction),
        }


def attendance(book: Book, facts: Facts, days: Iterable[DayFact]) -> Wire:
    """WorkerAttendance of a month: settled days only, a questioned one waits for the worker's word.

    Raises NotReportableError while no day is settled.
    """
    settled = [day for day in days if day.state == "settled"]
    if not settled:
        raise NotReportableError("这个月还没有确定的考勤", for_now=True)
    return {"WorkerAttendance": [book.write("WorkerAttendance", _day(book, facts, day)) for day in settled]}


def _day(book: Book, facts: Facts, day: DayFact) -> dict[str, Any]:
    witness = next((one for one in _STRONGEST if one in day.witnesses), "roll")
    return {
        "project_code": facts.where.project_code,
        "team_code": facts.employment.team.id,
        **facts.person,
        "date": day.day,
        "days": days_of(day.halves),
        "hours": hours(day.minutes),
        "overtime_hours": hours(day.overtime_minutes),
        "attend_type": _attend_type(book, witness),
        "data_resource": book.code(Word.DATA_RESOURCE, witness),
    }


def _attend_type(book: Book, witness: str) -> str | None:
    named = book.map.fields["WorkerAttendance"]["attend_type"]
    return book.code(Word.WITNESS, witness) if named else None


def pay(book: Book, facts: Facts, line: LineFact) -> Wire:
    """PayRoll and PayRollDetail of one line. Raises NotReportableError (an unconfirmed line waits)."""
    head = {
        **facts.site,
        "team_code": facts.employment.team.id,
        "pay_roll_code": facts.where.pay_roll_code,
        "pay_month": line.month,
        "status": book.code(Word.TABLE_STATUS, line.state),
    }
    detail = {
        "pay_roll_code": facts.where.pay_roll_code,
        **facts.person,
        "work_type": book.code(Word.TRADE, facts.employment.trade.id),
        "days": days_of(line.halves),
        "total_pay_amount": yuan(line.amount_fen),
        "actual_amount": yuan(line.amount_fen if line.state in _PAID else 0),
        "pay_status": book.code(Word.PAY_STATUS, line.state),
    }
    return {"PayRoll": book.write("PayRoll", head), "PayRollDetail": book.write("PayRollDetail", detail)}


def pay_roll_code(region: str, month: str, serial: int) -> str:
    """GZD, the county, the month, a number: 18 characters. Raises NotReportableError beyond 999 tables."""
    if serial > 999:
        raise NotReportableError(f"{region} 在 {month} 的工资单编号已用完", for_now=False)
    return f"GZD{region}{month.replace('-', '')}{serial:03d}"


def yuan(fen: int) -> str:
    """`350.00`: platforms take yuan with two decimals."""
    return f"{fen // 100}.{fen % 100:02d}"


def days_of(halves: int) -> str:
    """`1.5` days from half days."""
    return f"{halves // 2}.{halves % 2 * 5}"


def hours(minutes: int) -> str:
    """`8.50` hours from minutes, rounded to the nearest hundredth."""
    hundredths = (minutes * 100 + 30) // 60
    return f"{hundredths // 100}.{hundredths % 100:02d}"
