"""What people ask and nobody answers, the most asked first: write an answer, or say why not."""

from mashangban.console import regions
from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Filter, Link, Row, Table, Tone
from mashangban.domains.answers import permissions
from mashangban.domains.answers.console import pairs, places
from mashangban.domains.answers.models import TABLE
from mashangban.domains.answers.schemas.asking import AnswerGapDismissal, AnswerGapsQuery, AnswerGapView
from mashangban.domains.answers.service import gaps as service
from mashangban.domains.answers.terms import GapState
from mashangban.domains.answers.terms.departments import AnswerDepartment
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
HOME = "/console/answers/gaps"
_NOWHERE = "没说地区"
_COLUMNS = (
    Column("text", "问题"),
    Column("asked", "问了几次", kind="number"),
    Column("department", "部门"),
    Column("last", "最近一次", kind="date"),
    Column("state", "状态"),
)
_TONES = {
    GapState.OPEN: Tone.BAD,
    GapState.TAKEN: Tone.WARN,
    GapState.ANSWERED: Tone.GOOD,
    GapState.DISMISSED: Tone.PLAIN,
}
_STATES = tuple(Choice(one.value, one.label) for one in GapState)
_DEPARTMENTS = (Choice("", "全部"), *(Choice(one.value, one.label) for one in AnswerDepartment))


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.EDIT_PAIRS, template="console/list.html")
def gaps(call: PageCall) -> View:
    own = places.known(call.actor, permissions.EDIT_PAIRS)
    choices = (*(one for one in own if one.value), Choice("", _NOWHERE))
    query = _asked(call, choices)
    found = service.listed(call.actor, query)
    table = Table(
        name="answer-gaps",
        caption="没有答案的问题",
        columns=_COLUMNS,
        rows=tuple(map(_row, found.items)),
        empty=Empty("这里没有这样的问题", "有人问、没有答案或说没用的，会列在这里。"),
        path=HOME,
        filters=(
            Filter("region", "地区", value=query.region, choices=choices),
            Filter("state", "状态", value=query.state.value, choices=_STATES),
            Filter(
                "department",
                "部门",
                value=query.department.value if query.department else "",
                choices=_DEPARTMENTS,
            ),
        ),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
    )
    return View("没有答案的问题", {"list": table, "links": ()})


@pages.route(HOME + "/{gap_id}", methods=["GET"])
@page(permission=permissions.EDIT_PAIRS, template="answers/gap.html")
def gap(call: PageCall, gap_id: str) -> View:
    shown = service.show(call.actor, gap_id)
    context = {
        "gap": shown,
        "badge": Cell(shown.state_label, tone=_TONES[shown.state]),
        "facts": _facts(shown),
        "open": shown.state in (GapState.OPEN, GapState.TAKEN),
        "home": f"{HOME}/{gap_id}",
        "write": f"{pairs.HOME}/new?gap={gap_id}",
        "pair": f"{pairs.HOME}/{shown.pair_id}" if shown.pair_id else "",
    }
    return View(shown.text[:40], context, crumbs=(Link("没有答案的问题", HOME),))


@pages.route(HOME + "/{gap_id}/dismissal", methods=["POST"], content_types=[FORM])
@form(permission=permissions.EDIT_PAIRS, once=TABLE, again=HOME + "/{id}")
def dismiss(call: PageCall, gap_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{HOME}/{gap_id}",
        lambda: service.dismiss(call.act, gap_id, given.parse(AnswerGapDismissal)),
        "已记下，不用写",
    )


def _asked(call: PageCall, choices: tuple[Choice, ...]) -> AnswerGapsQuery:
    given = call.request.query
    department = given.get("department")
    return AnswerGapsQuery(
        region=regions.chosen(call.request.query.get("region"), choices),
        state=GapState(given["state"]) if given.get("state") in set(GapState) else GapState.OPEN,
        department=AnswerDepartment(department) if department in set(AnswerDepartment) else None,
        cursor=given.get("cursor") or None,
    )


def _row(one: AnswerGapView) -> Row:
    cells = {
        "text": Cell(one.text[:80]),
        "asked": Cell(f"{one.asked:,}"),
        "department": Cell(one.department_label),
        "last": Cell(clock.spoken(one.last_at)),
        "state": Cell(one.state_label, tone=_TONES[one.state]),
    }
    return Row(f"{HOME}/{one.id}", cells)


def _facts(one: AnswerGapView) -> list[Fact]:
    return [
        Fact("问题", one.text),
        Fact("问了几次", f"{one.asked:,} 次"),
        Fact("地区", one.region_name),
        Fact("部门", one.department_label),
        Fact("第一次", clock.spoken(one.first_at)),
        Fact("最近一次", clock.spoken(one.last_at)),
        Fact("不写的原因", one.note),
    ]
