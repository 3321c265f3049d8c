"""Objections of enterprises to facts: the queue, one of them, the answer with or without a correction."""

from mashangban.console import regions
from mashangban.console.forms import FORM, Form, attempt
from mashangban.console.pages import Go, PageCall, View, form, page, refusal
from mashangban.console.views import Cell, Column, Empty, Fact, Filter, Flash, Link, Row, Table, Tone
from mashangban.domains.policies import permissions
from mashangban.domains.policies.models import TABLE
from mashangban.domains.policies.schemas.profiles import DisputeQuery, DisputeView
from mashangban.domains.policies.service import stating
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
HOME = "/console/policies/disputes"
CRUMBS = (Link("数据异议", HOME),)
_COLUMNS = (
    Column("name", "企业"),
    Column("fact", "数据"),
    Column("words", "现在写的是"),
    Column("dispute", "企业怎么说"),
    Column("department", "由谁答复"),
    Column("since", "提出时间", kind="date"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.STATE_FACTS, template="console/list.html")
def disputes(call: PageCall) -> View:
    choices = regions.counties(call.actor, permissions.STATE_FACTS)
    region = regions.chosen(call.request.query.get("region"), choices)
    query = DisputeQuery(region=region, cursor=call.request.query.get("cursor") or None)
    found = stating.waiting(call.actor, query)
    table = Table(
        name="fact-disputes",
        caption="数据异议",
        columns=_COLUMNS,
        rows=tuple(map(_row, found.items)),
        empty=Empty("没有等答复的异议", "企业在手机上对自己的数据提出异议后，会出现在这里，先提的排在前面。"),
        path=HOME,
        filters=(Filter("region", "地区", value=region, choices=choices),),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
    )
    return View("数据异议", {"list": table, "links": ()})


def _row(one: DisputeView) -> Row:
    fact = one.fact
    cells = {
        "name": Cell(one.enterprise_name),
        "fact": Cell(fact.name, sub=fact.source),
        "words": Cell(fact.words, sub=f"{fact.stated_on} 的数据"),
        "dispute": Cell(fact.dispute),
        "department": Cell(fact.department_label),
        "since": Cell(f"{fact.disputed_at:%Y-%m-%d}" if fact.disputed_at else ""),
    }
    return Row(f"{HOME}/{one.enterprise_id}/{fact.code}", cells)


@pages.route(HOME + "/{enterprise_id}/{code}", methods=["GET"])
@page(permission=permissions.STATE_FACTS, template="policies/dispute.html")
def dispute(call: PageCall, enterprise_id: str, code: str) -> View:
    one = stating.disputed(call.actor, enterprise_id, code)
    fact = one.fact
    context = {
        "one": one,
        "home": f"{HOME}/{enterprise_id}/{code}",
        "facts": [
            Fact("企业", one.enterprise_name),
            Fact("数据", fact.name),
            Fact("现在写的是", fact.words, source=f"{fact.source}，{fact.stated_on}"),
            Fact("由谁答复", fact.department_label),
        ],
        "written": one.written,
    }
    return View(f"{one.enterprise_name}的{fact.name}", context, crumbs=CRUMBS)


@pages.route(HOME + "/{enterprise_id}/{code}", methods=["POST"], content_types=[FORM])
@form(permission=permissions.STATE_FACTS, once=TABLE, again=HOME)
def answer(call: PageCall, enterprise_id: str, code: str) -> Go:
    given = Form.read(call.body)
    done = attempt(
        lambda: stating.answer_written(
            call.act,
            enterprise_id,
            code,
            given.one("words"),
            given.one("value") if given.one("wrong") == "yes" else None,
            given.one("source"),
        )
    )
    if isinstance(done, AppError):
        return Go(f"{HOME}/{enterprise_id}/{code}", refusal(done))
    return Go(HOME, Flash(Tone.GOOD, "已答复", "企业在手机上马上看到；更正的数据会重新匹配政策。"))
