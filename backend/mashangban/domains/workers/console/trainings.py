"""Safety training: a project's sessions, a new one, one with its list, its code and who may be put on it."""

from mashangban.console import downloads, regions
from mashangban.console.forms import FORM, Form, attempt, error_of
from mashangban.console.pages import Go, PageCall, View, form, page, refusal
from mashangban.console.views import (
    Cell,
    Choice,
    Column,
    Empty,
    Fact,
    Field,
    Filter,
    Flash,
    Link,
    Row,
    Table,
    Tone,
)
from mashangban.domains.workers import permissions
from mashangban.domains.workers.console import places
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.rules import wording
from mashangban.domains.workers.schemas.trainings import PickForm, TrainingForm, TrainingRow, TrainingView
from mashangban.domains.workers.service import exporting, sites
from mashangban.domains.workers.service import trainings as service
from mashangban.domains.workers.terms.skills import TrainingLevel
from mashangban.kernel import clock
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint, ListQuery, Reply
from mashangban.kernel.pagination import Page

pages = Blueprint(__name__)
HOME = "/console/workers/trainings"
_CRUMBS = (Link("安全培训", HOME),)
_COLUMNS = (
    Column("day", "日期", kind="date"),
    Column("title", "培训"),
    Column("team", "对象"),
    Column("hours", "学时", kind="number"),
    Column("trainer", "授课人"),
    Column("listed", "名单", kind="number"),
    Column("confirmed", "本人确认", kind="number"),
)
_NOTHING: Page[TrainingRow] = Page([])


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.VIEW_TRAINING, template="console/list.html")
def trainings(call: PageCall) -> View:
    choices, where = _projects(call)
    query = ListQuery(cursor=call.request.query.get("cursor") or None, limit=20)
    found = service.at_project(call.actor, where, query.page) if where else _NOTHING
    table = Table(
        name="trainings",
        caption="安全培训",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("还没有培训记录", "登记一次培训后，工人扫现场的码签到，或从名单里选人请本人确认。"),
        path=HOME,
        filters=(Filter("where", "项目", value=where, choices=choices),) if choices else (),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
        exports=downloads.links(HOME, {"where": where}) if found.items else (),
    )
    holds = bool(where) and service.may_hold_at(call.actor, where)
    links = (Link("登记一次培训", f"{HOME}/new?where={where}", "plus"),) if holds else ()
    return View("安全培训", {"list": table, "links": links})


@pages.route(HOME + "/export", methods=["GET"])
@page(permission=permissions.VIEW_TRAINING, template="console/problem.html")
def export(call: PageCall) -> Reply:
    name, kind = downloads.chosen_format(call)
    content = exporting.export_trainings(call.actor, call.request.query.get("where", ""), kind)
    return downloads.download(content, f"安全培训.{name}", kind)


@pages.route(HOME + "/new", methods=["GET"])
@page(permission=permissions.HOLD_TRAINING, template="console/form.html")
def new(call: PageCall) -> View:
    where = call.request.query.get("where", "")
    today = str(clock.local_date(call.at))
    return _form(call, where, {"level": TrainingLevel.PROJECT.value, "held_on": today, "hours": "15"}, None)


@pages.route(HOME, methods=["POST"], content_types=[FORM])
@form(permission=permissions.HOLD_TRAINING, template="console/form.html", once=TABLE, again=HOME + "/{id}")
def hold(call: PageCall) -> View | Go:
    given = Form.read(call.body)
    where = given.one("where")
    done = attempt(lambda: service.hold(call.act, where, given.parse(TrainingForm)))
    if isinstance(done, AppError):
        return _form(call, where, {name: given.one(name) for name in given.values}, done)
    told = Flash(Tone.GOOD, "培训已登记", "请工人扫码签到，或在下面选人，请本人在手机上确认。")
    return Go(f"{HOME}/{done.id}", told)


@pages.route(HOME + "/{training_id}", methods=["GET"])
@page(permission=permissions.VIEW_TRAINING, template="workers/training.html")
def training(call: PageCall, training_id: str) -> View:
    shown = service.show(call.actor, training_id)
    context = {
        "training": shown,
        "facts": _facts(shown),
        "candidates": service.candidates(call.actor, training_id),
    }
    return View(shown.title, context, crumbs=_CRUMBS)


@pages.route(HOME + "/{training_id}/export", methods=["GET"])
@page(permission=permissions.VIEW_TRAINING, template="console/problem.html")
def export_list(call: PageCall, training_id: str) -> Reply:
    name, kind = downloads.chosen_format(call)
    content = exporting.export_trainees(call.actor, training_id, kind)
    return downloads.download(content, f"培训名单.{name}", kind)


@pages.route(HOME + "/{training_id}/trainees", methods=["POST"], content_types=[FORM])
@form(permission=permissions.HOLD_TRAINING, once=TABLE, again=HOME + "/{id}")
def pick(call: PageCall, training_id: str) -> Go:
    chosen = list(Form.read(call.body).all("contract"))[:20]
    where = f"{HOME}/{training_id}"
    if not chosen:
        return Go(where, Flash(Tone.WARN, "还没有选人"))
    done = attempt(lambda: service.pick(call.act, training_id, PickForm(contract_ids=chosen)))
    if isinstance(done, AppError):
        return Go(where, refusal(done))
    return Go(where, Flash(Tone.GOOD, f"名单里现有 {done.listed} 人", "已经请他们在手机上确认。"))


def _projects(call: PageCall) -> tuple[tuple[Choice, ...], str]:
    """The projects one serves; whoever oversees comes with a project in the address."""
    if call.actor.reach(permissions.VIEW_TRAINING).of("region"):
        return (), call.request.query.get("where", "")
    known = places.known(call.actor, permissions.VIEW_TRAINING)
    return known, regions.chosen(call.request.query.get("where"), known)


def _row(one: TrainingRow) -> Row:
    return Row(
        f"{HOME}/{one.id}",
        {
            "day": Cell(str(one.held_on)),
            "title": Cell(one.title, sub=one.level_label),
            "team": Cell(one.team.name if one.team else "全项目"),
            "hours": Cell(str(one.hours)),
            "trainer": Cell(one.trainer),
            "listed": Cell(str(one.listed)),
            "confirmed": Cell(str(one.confirmed)),
        },
    )


def _facts(one: TrainingView) -> list[Fact]:
    return [
        Fact("项目", one.project.name, href=f"/console/workers/projects/{one.project.id}"),
        Fact("对象", one.team.name if one.team else "全项目"),
        Fact("类别", one.level_label),
        Fact("学时", str(one.hours)),
        Fact("日期", wording.day(one.held_on)),
        Fact("授课人", one.trainer),
        Fact("登记人", one.recorded_by),
    ]


def _form(call: PageCall, where: str, values: dict[str, str], refused: AppError | None) -> View:
    shown = sites.show_project(call.actor, where)
    teams = (Choice("", "全项目"), *(Choice(team.id, team.name) for team in shown.teams))
    levels = tuple(Choice(one.value, one.label) for one in TrainingLevel)

    def one(name: str, label: str, **more: object) -> Field:
        error = error_of(refused, name)
        return Field(name, label, values.get(name, ""), error=error, **more)  # type: ignore[arg-type]

    fields = [
        one("title", "培训内容", required=True, hint="如：进场三级安全教育、高处作业专项"),
        one("level", "类别", kind="select", choices=levels),
        one("team_id", "对象", kind="select", choices=teams),
        one("hours", "学时", required=True, hint="1 到 72"),
        one("held_on", "日期", kind="date", required=True, hint="最近 30 天内"),
        one("trainer", "授课人", required=True),
    ]
    context: dict[str, object] = {
        "fields": fields,
        "action": HOME,
        "key": "",
        "hidden": {"where": where},
        "refused": refused,
        "submit": "登记",
        "back": f"{HOME}?where={where}",
    }
    lead = f"{shown.name}。作业人员进入新的施工现场前应当接受安全教育培训（建设工程安全生产管理条例 第三十七条）。"
    return View("登记一次培训", context, lead=lead, crumbs=_CRUMBS, status=422 if refused else 200)
