"""Conversations for supervision: which go on, which ended, one as it was said, and who goes on with it."""

from mashangban.console import regions
from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Cell, Choice, Column, Empty, Filter, Link, Row, Table, Tone
from mashangban.domains.helpdesk import permissions
from mashangban.domains.helpdesk.console import places, workplace
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.schemas import DeskTalkRow, TalkAssign, TalksQuery
from mashangban.domains.helpdesk.service import talk_cards, talk_supervising
from mashangban.domains.helpdesk.terms.talking import Side, TalkState
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import Page

pages = Blueprint(__name__)
HOME = "/console/helpdesk/talks"
QUEUES = Link("排队和在岗", "/console/helpdesk/queues")
_BUCKETS = (Choice("open", "没结束的"), Choice("ended", "已结束的"))
_COLUMNS = (
    Column("opened", "开始", kind="date"),
    Column("topic", "方面"),
    Column("desk", "部门"),
    Column("state", "状态"),
    Column("agent", "谁在接"),
    Column("spoken", "最后一句", kind="date"),
    Column("stars", "评价"),
)
_TONES = {TalkState.WAITING: Tone.WARN, TalkState.TALKING: Tone.GOOD, TalkState.ENDED: Tone.PLAIN}
_NOTHING: Page[DeskTalkRow] = Page([])


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.QUEUES, template="console/list.html")
def talks(call: PageCall) -> View:
    choices = places.known(call)
    where = regions.chosen(call.request.query.get("where"), choices)
    bucket = "ended" if call.request.query.get("bucket") == "ended" else "open"
    cursor = call.request.query.get("cursor") or None
    query = {"where": where, "bucket": bucket, "cursor": cursor}
    found = talk_supervising.at_place(call.act, TalksQuery.model_validate(query)) if where else _NOTHING
    table = Table(
        name="talks",
        caption="对话",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("这里没有这样的对话", "换一个部门或状态看看。"),
        path=HOME,
        filters=(
            Filter("where", "哪里", value=where, choices=choices),
            Filter("bucket", "状态", value=bucket, choices=_BUCKETS),
        ),
        cursor=cursor,
        next_cursor=found.next_cursor,
    )
    return View("对话", {"list": table, "links": ()}, crumbs=(QUEUES,))


@pages.route(workplace.ONE, methods=["GET"])
@page(permission=permissions.QUEUES, template="helpdesk/transcript.html")
def transcript(call: PageCall, talk_id: str) -> View:
    shown, card = workplace.whole(call, talk_id), talk_cards.card(call.act, talk_id)
    seats = talk_supervising.seats(call.act, talk_id) if "assign" in shown.actions else []
    context = {
        "talk": shown,
        "facts": workplace.facts(shown, card),
        "seats": [Choice(f"{one.department_id}:{one.person_id}", one.label) for one in seats],
    }
    return View("对话记录", context, crumbs=(QUEUES, Link("对话", HOME)), pictures=True)


@pages.route(workplace.ONE + "/assignment", methods=["POST"], content_types=[FORM])
@form(permission=permissions.SUPERVISE, once=TABLE, again=workplace.HOME + "/{id}")
def assign(call: PageCall, talk_id: str) -> Go:
    given = Form.read(call.body)
    desk, _, person = given.one("seat").partition(":")
    return acted(
        workplace.ONE.format(talk_id=talk_id),
        lambda: talk_supervising.assign(
            call.act, talk_id, given.parse(TalkAssign, department_id=desk, person_id=person)
        ),
        "已指定，两边都看得到理由",
    )


def _row(one: DeskTalkRow) -> Row:
    waits = (
        "（提问人在等回话）"
        if one.spoken_by == Side.ASKER.value and one.state == TalkState.TALKING.value
        else ""
    )
    cells = {
        "opened": Cell(clock.spoken(one.opened_at)),
        "topic": Cell(one.topic_label),
        "desk": Cell(one.desk_name),
        "state": Cell(one.state_label, tone=_TONES[TalkState(one.state)]),
        "agent": Cell(one.agent_label),
        "spoken": Cell(f"{clock.spoken(one.spoken_at)}{waits}", tone=Tone.BAD if waits else None),
        "stars": Cell(f"{one.stars} 星" if one.stars else ""),
    }
    return Row(workplace.ONE.format(talk_id=one.id), cells)
