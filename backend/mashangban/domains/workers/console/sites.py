"""Projects with their teams: who works there, the notice board's information, the join codes."""

import re

from mashangban.console.forms import FORM, Form, attempt, error_of
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import Cell, Column, Empty, Field, Flash, Link, Row, Table, Tone
from mashangban.domains.workers import permissions, schemas
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.service import posters, sites, teams
from mashangban.domains.workers.terms import PosterState
from mashangban.kernel.errors import AppError, FieldError, Invalid
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
HOME = "/console/workers/projects"
_YUAN = re.compile(r"([0-9]{1,7})(?:\.([0-9]{1,2}))?")
_CRUMBS = (Link("用工项目", HOME),)
_TONES = {PosterState.ORDERED: "accent", PosterState.READY: "good", PosterState.FAILED: "bad"}
_COLUMNS = (
    Column("name", "项目"),
    Column("county", "地区"),
    Column("waiting", "待盖章", kind="number"),
    Column("offered", "待工人签字", kind="number"),
    Column("sealed", "已生效", kind="number"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.MANAGE_SITE, template="console/list.html")
def projects(call: PageCall) -> View:
    table = Table(
        name="sites",
        caption="用工项目",
        columns=_COLUMNS,
        rows=tuple(_row(card) for card in sites.my_projects(call.actor)),
        empty=Empty("还没有您负责的项目", "由企业管理员或监管部门在“人员与权限”里指派。"),
        path=HOME,
    )
    return View("用工项目", {"list": table, "links": ()})


@pages.route(HOME + "/{project_id}", methods=["GET"])
@page(permission=permissions.VIEW_SITE, template="workers/site.html")
def project(call: PageCall, project_id: str) -> View:
    shown = sites.show_project(call.actor, project_id)
    manages = call.actor.holds(permissions.MANAGE_SITE)
    whole = [teams.show_team(call.actor, team.id) for team in shown.teams]
    waiting = any(team.poster and team.poster.state is PosterState.ORDERED for team in whole)
    context = {"project": shown, "manages": manages, "teams": whole, "waiting": waiting, "tones": _TONES}
    return View(shown.name, context, crumbs=_CRUMBS)


@pages.route(HOME + "/{project_id}/site", methods=["GET"])
@page(permission=permissions.MANAGE_SITE, template="console/form.html")
def site_page(call: PageCall, project_id: str) -> View:
    shown = sites.show_project(call.actor, project_id)
    return _site_view(project_id, _filled(shown.site), None)


@pages.route(HOME + "/{project_id}/site", methods=["POST"], content_types=[FORM])
@form(permission=permissions.MANAGE_SITE, template="console/form.html", once=TABLE, again=HOME)
def describe_site(call: PageCall, project_id: str) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: sites.describe_site(call.act, project_id, _parsed(given)))
    if isinstance(done, AppError):
        return _site_view(project_id, {name: given.one(name) for name in given.values}, done)
    return Go(f"{HOME}/{project_id}", Flash(Tone.GOOD, "维权信息已保存", "新打印的告示牌会用这些内容。"))


@pages.route("/console/workers/teams/{team_id}/code", methods=["POST"], content_types=[FORM])
@form(permission=permissions.MANAGE_TEAM, once=TABLE, again=HOME)
def renew_code(call: PageCall, team_id: str) -> Go:
    team = teams.renew_code(call.act, team_id)
    return Go(f"{HOME}/{team.project.id}", Flash(Tone.GOOD, "班组码已换新", "旧码已作废，请重新打印告示牌。"))


@pages.route("/console/workers/teams/{team_id}/poster", methods=["POST"], content_types=[FORM])
@form(permission=permissions.MANAGE_TEAM, once=TABLE, again=HOME)
def order_poster(call: PageCall, team_id: str) -> Go:
    where = f"{HOME}/{teams.show_team(call.actor, team_id).project.id}"
    done = attempt(lambda: posters.order_poster(call.act, team_id))
    if isinstance(done, AppError):
        return Go(where, Flash(Tone.BAD, done.title, done.next or ""))
    return Go(
        where, Flash(Tone.GOOD, "告示牌正在生成", "几秒后班组一栏会出现“打开告示牌”，A3 纸打印后张贴。")
    )


def _row(card: schemas.ProjectCard) -> Row:
    return Row(
        f"{HOME}/{card.id}",
        {
            "name": Cell(card.name),
            "county": Cell(card.county_name),
            "waiting": Cell(str(card.counts.worker_signed)),
            "offered": Cell(str(card.counts.offered)),
            "sealed": Cell(str(card.counts.sealed)),
        },
    )


def _parsed(given: Form) -> schemas.SiteForm:
    """Phones and insurance are typed one a line: `劳动保障监察 12333`. Raises Invalid."""
    return given.parse(
        schemas.SiteForm,
        complaint_phones=[_phone(line) for line in _lines(given.one("complaint_phones"))],
        insurance=_lines(given.one("insurance")),
        minimum_wage_fen=_fen(given.one("minimum_wage")),
    )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _phone(line: str) -> dict[str, str]:
    label, *number = line.rsplit(None, 1)
    if not number:
        words = f"“{line}”要写成“名称 号码”，中间空一格"
        raise Invalid(errors=[FieldError("complaint_phones", words)])
    return {"label": label, "phone": number[0]}


def _fen(text: str) -> int:
    """Yuan as typed (`2490`, `2,490.50`), in fen."""
    found = _YUAN.fullmatch(text.replace(",", "").replace("，", ""))
    if found is None:
        raise Invalid(errors=[FieldError("minimum_wage_fen", "请填写金额，如 2490 或 2490.50")])
    whole, rest = found.groups()
    return int(whole) * 100 + int((rest or "").ljust(2, "0"))


def _filled(site: schemas.SiteView | None) -> dict[str, str]:
    if site is None:
        return {"pay_day": "15", "insurance": "工伤保险"}
    return {
        "labour_clerk_name": site.labour_clerk_name,
        "labour_clerk_phone": site.labour_clerk_phone,
        "project_office": site.project_office,
        "authority": site.authority,
        "minimum_wage": f"{site.minimum_wage_fen / 100:.2f}",
        "pay_day": str(site.pay_day),
        "complaint_phones": "\n".join(f"{line.label} {line.phone}" for line in site.complaint_phones),
        "insurance": "\n".join(site.insurance),
    }


def _site_view(project_id: str, values: dict[str, str], refused: AppError | None) -> View:
    def one(name: str, label: str, **more: object) -> Field:
        schema_name = {"minimum_wage": "minimum_wage_fen"}.get(name, name)
        error = error_of(refused, schema_name)
        return Field(name, label, values.get(name, ""), required=True, error=error, **more)  # type: ignore[arg-type]

    fields = [
        one("labour_clerk_name", "劳资专管员姓名"),
        one("labour_clerk_phone", "劳资专管员电话", kind="tel"),
        one("project_office", "项目部"),
        one("authority", "行业主管部门"),
        one("minimum_wage", "当地最低月工资（元）"),
        one("pay_day", "每月发薪日", hint="1 到 28；遇节假日提前发"),
        one(
            "complaint_phones",
            "投诉和求助电话",
            kind="textarea",
            full=True,
            hint="一行一个，如：劳动保障监察 12333",
        ),
        one("insurance", "保险", kind="textarea", full=True, hint="一行一个"),
    ]
    context: dict[str, object] = {
        "fields": fields,
        "action": f"{HOME}/{project_id}/site",
        "key": "",
        "hidden": {},
        "refused": refused,
        "submit": "保存",
        "back": f"{HOME}/{project_id}",
    }
    lead = "依据《保障农民工工资支付条例》第三十四条，施工现场醒目位置要公示这些内容。"
    return View("维权信息", context, lead=lead, crumbs=_CRUMBS, status=422 if refused else 200)
