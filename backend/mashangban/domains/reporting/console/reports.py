"""Reports: the list that waits for one, one report whole, and what an officer can do about it."""

import json
from dataclasses import dataclass

from mashangban.console import downloads
from mashangban.console.forms import FORM, Form, attempt
from mashangban.console.pages import Go, PageCall, View, form, page, refusal
from mashangban.console.views import (
    Cell,
    Choice,
    Column,
    Empty,
    Fact,
    Filter,
    Flash,
    Link,
    Row,
    Step,
    Table,
    Tone,
)
from mashangban.domains.reporting import permissions
from mashangban.domains.reporting.models import TABLE
from mashangban.domains.reporting.schemas import (
    Correction,
    ReportDone,
    ReportQuery,
    ReportRow,
    ReportView,
    Retries,
    Retry,
)
from mashangban.domains.reporting.service import deciding, exporting, viewing
from mashangban.domains.reporting.terms import ReportState, Topic
from mashangban.domains.reporting.terms.platforms import PLATFORMS
from mashangban.kernel import clock
from mashangban.kernel.errors import AppError, NotFound
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place, Principal
from mashangban.registry import divisions

pages = Blueprint(__name__)
HOME = "/console/reporting/reports"
TONES = {
    ReportState.WAITING: Tone.PLAIN,
    ReportState.HELD: Tone.WARN,
    ReportState.SENT: Tone.ACCENT,
    ReportState.ACCEPTED: Tone.GOOD,
    ReportState.REJECTED: Tone.BAD,
    ReportState.STUCK: Tone.BAD,
}
_COLUMNS = (
    Column("topic", "种类"),
    Column("worker", "工人"),
    Column("project", "项目"),
    Column("state", "状态"),
    Column("reason", "原因或回执"),
    Column("changed", "更新时间", kind="date"),
)
_NOTHING: Page[ReportRow] = Page([])


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which reports; no county for whoever oversees none."""

    where: str
    query: ReportQuery | None
    state: ReportState
    topic: Topic | None

    @property
    def filters(self) -> dict[str, str]:
        return {
            "where": self.where,
            "state": self.state.value,
            "topic": self.topic.value if self.topic else "",
        }


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.VIEW, template="reporting/reports.html")
def reports(call: PageCall) -> View:
    places = _places(call.actor)
    asked = _asked(call, places)
    found = viewing.list_reports(call.actor, asked.query) if asked.query else _NOTHING
    table = Table(
        name="reports",
        caption="报送清单",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有这样的报送", "换一个地区、状态或种类看看。"),
        path=HOME,
        filters=_filters(asked, places),
        cursor=asked.query.cursor if asked.query else None,
        next_cursor=found.next_cursor,
        exports=downloads.links(HOME, asked.filters) if found.items else (),
    )
    again = asked.state.needs_person and call.actor.holds(permissions.PUT_RIGHT)
    bulk = [one.id for one in found.items] if again else []
    crumbs = (Link("数据报送", "/console/reporting"),)
    return View("报送清单", {"list": table, "links": (), "bulk": bulk}, crumbs=crumbs)


@pages.route(HOME + "/export", methods=["GET"])
@page(permission=permissions.VIEW, template="console/problem.html")
def export(call: PageCall) -> Reply:
    name, kind = downloads.chosen_format(call)
    asked = _asked(call, _places(call.actor))
    if asked.query is None:
        raise NotFound()
    return downloads.download(
        exporting.export_reports(call.actor, asked.query, kind), f"报送清单.{name}", kind
    )


@pages.route(HOME + "/{report_id}", methods=["GET"])
@page(permission=permissions.VIEW, template="reporting/report.html")
def report(call: PageCall, report_id: str) -> View:
    shown = viewing.show_report(call.act, report_id)
    context = {
        "report": shown,
        "badge": Cell(shown.state_label, tone=TONES[shown.state]),
        "facts": _facts(shown),
        "payload": json.dumps(shown.payload, ensure_ascii=False, indent=2),
        "steps": [
            Step(one.at, one.label, by=one.by_label, note=one.note, hash=one.hash) for one in shown.log
        ],
    }
    crumbs = (Link("数据报送", "/console/reporting"), Link("报送清单", HOME))
    return View(f"{shown.topic_label}报送", context, crumbs=crumbs)


@pages.route("/console/reporting/retries", methods=["POST"], content_types=[FORM])
@form(permission=permissions.PUT_RIGHT, once=TABLE, again=HOME)
def retry_many(call: PageCall) -> Go:
    given = Form.read(call.body)
    chosen = list(given.all("report"))
    done = attempt(lambda: deciding.retry_many(call.act, given.parse(Retries, reports=chosen)))
    if isinstance(done, AppError):
        return Go(HOME, refusal(done))
    tone = Tone.WARN if done.failed else Tone.GOOD
    title = f"{done.done} 条已重新排队" + (f"，{done.failed} 条没有办成" if done.failed else "")
    return Go(HOME, Flash(tone, title, "；".join(done.reasons)))


@pages.route(HOME + "/{report_id}/retry", methods=["POST"], content_types=[FORM])
@form(permission=permissions.PUT_RIGHT, once=TABLE, again=HOME + "/{id}")
def retry(call: PageCall, report_id: str) -> Go:
    given = Form.read(call.body)
    return _told(attempt(lambda: deciding.retry(call.act, report_id, given.parse(Retry))), report_id)


@pages.route(HOME + "/{report_id}/correction", methods=["POST"], content_types=[FORM])
@form(permission=permissions.PUT_RIGHT, once=TABLE, again=HOME + "/{id}")
def correct(call: PageCall, report_id: str) -> Go:
    given = Form.read(call.body)
    word, _, code = given.one("choice").partition("=")
    return _told(
        attempt(lambda: deciding.correct(call.act, report_id, given.parse(Correction, word=word, code=code))),
        report_id,
    )


def _told(done: ReportDone | AppError, report_id: str) -> Go:
    where = f"{HOME}/{report_id}"
    if isinstance(done, AppError):
        return Go(where, refusal(done))
    return Go(where, Flash(Tone.GOOD, "已重新排队", "一分钟内发出，回执到了会更新状态。"))


def _places(actor: Principal) -> tuple[Choice, ...]:
    """A whole platform first, for whoever oversees it; then the counties one oversees."""
    reach = actor.reach(permissions.VIEW)
    regions = ("",) if reach.everywhere else reach.of("region")
    whole = [one for one in PLATFORMS.values() if reach.covers(Place(region=one.code))]
    counties = [one for region in regions for one in divisions.counties(region)]
    return (
        *(Choice(one.code, f"{one.name}（全部）") for one in whole),
        *(Choice(one.code, divisions.full_name(one.code)) for one in counties),
    )


def _asked(call: PageCall, places: tuple[Choice, ...]) -> _Asked:
    given = call.request.query
    known = {one.value for one in places}
    where = given.get("where", "") if given.get("where") in known else next((one.value for one in places), "")
    state = ReportState(given["state"]) if given.get("state") in set(ReportState) else ReportState.REJECTED
    if where in PLATFORMS and not state.needs_person:
        state = ReportState.REJECTED
    topic = Topic(given["topic"]) if given.get("topic") in set(Topic) else None
    cursor = given.get("cursor") or None
    query = ReportQuery(region=where, state=state, topic=topic, cursor=cursor) if where else None
    return _Asked(where, query, state, topic)


def _filters(asked: _Asked, places: tuple[Choice, ...]) -> tuple[Filter, ...]:
    topics = (Choice("", "全部"), *(Choice(one.value, one.label) for one in Topic))
    states = tuple(
        Choice(one.value, one.label)
        for one in ReportState
        if one.needs_person or asked.where not in PLATFORMS
    )
    return (
        Filter("where", "地区", value=asked.where, choices=places),
        Filter("state", "状态", value=asked.state.value, choices=states),
        Filter("topic", "种类", value=asked.topic.value if asked.topic else "", choices=topics),
    )


def _row(one: ReportRow) -> Row:
    return Row(
        f"{HOME}/{one.id}",
        {
            "topic": Cell(one.topic_label, sub=one.month),
            "worker": Cell(one.name_masked),
            "project": Cell(one.project_name, sub=one.platform_name),
            "state": Cell(one.state_label, tone=TONES[one.state]),
            "reason": Cell(one.reason or one.receipt or "—", sub=one.code),
            "changed": Cell(clock.spoken(one.changed_at)),
        },
    )


def _facts(one: ReportView) -> list[Fact]:
    chosen = "，".join(f"{word} → {code}" for word, code in one.chosen.items())
    lines = (
        ("对接平台", one.platform_name),
        ("项目", one.project_name),
        ("工人", one.name_masked),
        ("月份", one.month),
        ("版次", str(one.revision)),
        ("原因", f"{one.reason}（{one.code}）" if one.reason else ""),
        ("回执编号", one.receipt),
        ("批次号", one.batch_key),
        ("报文指纹（SHA-256）", one.digest),
        ("人工改用的代码", chosen),
        ("下次发送", clock.spoken(one.next_at) if one.next_at else ""),
    )
    return [Fact(label, value) for label, value in lines if value]
