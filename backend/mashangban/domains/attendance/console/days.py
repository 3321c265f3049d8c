"""A team's month as a grid, a worker's month, and one day with its witnesses and corrections."""

from datetime import date

from mashangban.console import downloads
from mashangban.console.forms import FORM, Form, attempt, error_of
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import Cell, Choice, Fact, Field, Flash, Link, Step, Tone
from mashangban.domains.attendance import permissions, schemas
from mashangban.domains.attendance.console.projects import CRUMBS, PROJECTS, month_address
from mashangban.domains.attendance.models import TABLE
from mashangban.domains.attendance.rules.calendar import days_of, is_month
from mashangban.domains.attendance.service import answering, exporting, viewing
from mashangban.domains.attendance.terms import HALVES_LABELS, MOST_WORKED, DayState
from mashangban.kernel.errors import AppError, NotFound
from mashangban.kernel.http import Blueprint, Reply

pages = Blueprint(__name__)
TEAMS = "/console/attendance/teams"
_DAY = "/console/attendance/contracts/{contract_id}/days/{day}"
_TONES = {DayState.SETTLED: Tone.GOOD, DayState.QUESTIONED: Tone.ACCENT, DayState.CLAIMED: Tone.WARN}
_WEEKDAYS = "一二三四五六日"


@pages.route(TEAMS + "/{team_id}", methods=["GET"])
@page(permission=permissions.LIST, template="attendance/grid.html")
def grid(call: PageCall, team_id: str) -> View:
    month = _month(call)
    shown = viewing.grid_of_team(call.actor, team_id, month)
    path = f"{TEAMS}/{team_id}"
    context = {
        "grid": shown,
        "days": [(day, _WEEKDAYS[day.weekday()]) for day in days_of(month)],
        "marks": {line.contract_id: _marks(line) for line in shown.lines},
        "month": month,
        "path": path,
        "exports": downloads.links(path, {"month": month}),
    }
    crumbs = (*CRUMBS, Link(shown.project_name, f"{PROJECTS}/{shown.project_id}"))
    return View(f"{shown.team_name} {month} 考勤表", context, crumbs=crumbs)


@pages.route(TEAMS + "/{team_id}/export", methods=["GET"])
@page(permission=permissions.LIST, template="console/problem.html")
def export(call: PageCall, team_id: str) -> Reply:
    name, kind = downloads.chosen_format(call)
    month = _month(call)
    content = exporting.export_month(call.actor, team_id, month, kind)
    return downloads.download(content, f"考勤表{month}.{name}", kind)


@pages.route("/console/attendance/contracts/{contract_id}", methods=["GET"])
@page(permission=permissions.LIST, template="attendance/month.html")
def month(call: PageCall, contract_id: str) -> View:
    shown = viewing.month_of_contract(call.actor, contract_id, _month(call), call.at)
    context = {
        "shown": shown,
        "tones": {row.day: _TONES.get(row.state, Tone.PLAIN) for row in shown.days},
        "home": f"/console/attendance/contracts/{contract_id}",
    }
    lead = f"{shown.project_name} · {shown.team_name} · {shown.employer_name}"
    return View(f"{shown.name_masked} {shown.month} 考勤", context, lead=lead, crumbs=CRUMBS)


@pages.route(_DAY, methods=["GET"])
@page(permission=permissions.LIST, template="attendance/day.html")
def day(call: PageCall, contract_id: str, day: str) -> View:
    return _day_view(call, contract_id, day, None, {})


@pages.route(_DAY, methods=["POST"], content_types=[FORM])
@form(
    permission=permissions.CORRECT,
    template="attendance/day.html",
    once=TABLE,
    again="/console/attendance/contracts/{contract_id}/days/{day}",
)
def correct(call: PageCall, contract_id: str, day: str) -> View | Go:
    given = Form.read(call.body)
    done = attempt(
        lambda: answering.correct(call.act, contract_id, _date(day), given.parse(schemas.DayCorrection))
    )
    if isinstance(done, AppError):
        return _day_view(call, contract_id, day, done, {name: given.one(name) for name in given.values})
    asked = done.state is DayState.QUESTIONED
    told = Flash(Tone.GOOD, "已去问工人" if asked else "已更正", "工人会收到消息，能看到原因。")
    return Go(_DAY.format(contract_id=contract_id, day=day), told)


def _day_view(
    call: PageCall, contract_id: str, day: str, refused: AppError | None, typed: dict[str, str]
) -> View:
    shown = viewing.show_day(call.actor, contract_id, _date(day), call.at)
    waits = shown.state is DayState.QUESTIONED
    claimed = shown.claimed if shown.state is DayState.CLAIMED else None
    context = {
        "day": shown,
        "badge": Cell("等工人答复" if waits else shown.label, tone=_TONES.get(shown.state, Tone.PLAIN)),
        "facts": _facts(shown),
        "steps": [Step(line.at, line.label, by=line.by_label, hash=line.hash) for line in shown.log],
        "fields": _fields((claimed or shown).overtime_minutes, refused, typed),
        "photos": shown.claimed.photos if shown.claimed else [],
        "refused": refused,
        "action": _DAY.format(contract_id=contract_id, day=day),
    }
    crumbs = (*CRUMBS, Link(f"{shown.name_masked} {day[:7]}", month_address(contract_id, day)))
    return View(
        f"{shown.name_masked} {day}",
        context,
        lead=shown.rule,
        crumbs=crumbs,
        status=refused.status if refused else 200,
    )


def _fields(overtime: int, refused: AppError | None, typed: dict[str, str]) -> list[Field]:
    choices = tuple(Choice(str(halves), label) for halves, label in HALVES_LABELS.items())
    return [
        Field(
            "halves",
            "这天记",
            typed.get("halves", ""),
            kind="select",
            required=True,
            choices=choices,
            error=error_of(refused, "halves"),
            hint="改少会先问工人，工人不同意就不改",
        ),
        Field(
            "overtime_minutes",
            "加班",
            typed.get("overtime_minutes", str(overtime)),
            kind="select",
            required=True,
            choices=tuple(Choice(str(n), _hours(n)) for n in range(0, MOST_WORKED[1] + 1, 30)),
            error=error_of(refused, "overtime_minutes"),
            hint="没有加班就选 0 小时",
        ),
        Field(
            "reason",
            "原因",
            typed.get("reason", ""),
            kind="textarea",
            required=True,
            full=True,
            error=error_of(refused, "reason"),
            hint="工人能看到",
        ),
    ]


def _hours(minutes: int) -> str:
    return f"{minutes / 60:g} 小时"


def _facts(shown: schemas.DayView) -> list[Fact]:
    facts = [
        Fact("结果", shown.label if not shown.decided_by else f"{shown.label}（{shown.decided_by}）"),
        Fact("记录", shown.why or "没有记录"),
        *(Fact(sight.label, "，".join(sight.lines)) for sight in shown.sights),
    ]
    spoken = [said for said in (shown.claimed, shown.asked) if said is not None]
    facts += [Fact(f"{said.by}说", f"{said.label}。{said.words}") for said in spoken]
    if shown.due_label:
        facts.append(Fact("期限", shown.due_label))
    if shown.contested:
        facts.append(Fact("争议", "双方说法不同，都已记录", tone=Tone.BAD))
    return facts


def _marks(line: schemas.teams.GridLine) -> dict[date, tuple[str, str, bool]]:
    """Each square's sign, its words for who cannot see it, and whether it was corrected or is disputed."""
    return {
        cell.day: (
            exporting.mark(cell.state, cell.halves),
            cell.state.label if cell.state is not DayState.SETTLED else HALVES_LABELS[cell.halves],
            cell.corrected or cell.contested,
        )
        for cell in line.cells
    }


def _month(call: PageCall) -> str:
    asked = call.request.query.get("month", "")
    return asked if is_month(asked) else viewing.month_now(call.at)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as broken:
        raise NotFound() from broken
