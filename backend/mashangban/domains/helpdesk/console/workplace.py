"""The agents' workplace: whom one talks with, what is said, who it is."""

from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Choice, Fact, Link
from mashangban.domains.helpdesk import permissions
from mashangban.domains.helpdesk.schemas import TalkCard, TalkLine, TalkView, WorkplaceView
from mashangban.domains.helpdesk.service import canned, receiving, talk_cards, talk_views
from mashangban.domains.helpdesk.terms import TicketClass
from mashangban.domains.helpdesk.terms.cards import CardKind
from mashangban.domains.helpdesk.terms.talking import LINES_A_PAGE, MOST_AT_ONCE, DutyState
from mashangban.imports.terms import MOST_POSTED
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
HOME = "/console/helpdesk/conversations"
ONE = HOME + "/{talk_id}"


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.SERVE, template="helpdesk/workplace.html")
def workplace(call: PageCall) -> View:
    return show(call)


def show(call: PageCall) -> View:
    """The workplace with the conversation that was asked for, or the first in hand."""
    work = receiving.workplace(call.act)
    shown, card = _opened(call, work)
    context = {
        "work": work,
        "open": shown,
        "canned": canned.listed(call.act) if shown and "say" in shown.actions else (),
        "facts": facts(shown, card) if shown and card else (),
        "card": card,
        "states": [Choice(one.value, one.label) for one in DutyState],
        "most": [Choice(str(number), f"最多 {number} 个") for number in range(1, MOST_AT_ONCE + 1)],
        "cards": tuple(CardKind),
        "classes": [Choice(one.value, one.label) for one in TicketClass],
        "question": next((line.text for line in shown.lines), "") if shown else "",
        # One page holds many forms and is not loaded anew after each: every form has a key of its own.
        "fresh": ids.new_id,
        "limit": MOST_POSTED,
        "rosters": [
            Link(f"{one.label}值班表", f"/console/helpdesk/departments/{one.id}/roster") for one in work.desks
        ],
        "here": f"{HOME}?open={shown.row.id}" if shown else HOME,
    }
    return View("在线接待", context, pictures=True)


def facts(shown: TalkView, card: TalkCard) -> list[Fact]:
    """Who asks, about what, where it stands."""
    row = shown.row
    first = card.first_name if card.first_name != row.desk_name else ""
    known = [
        Fact("提问人", card.asker_label),
        Fact("方面", row.topic_label),
        Fact("地方", card.region_label),
        Fact("谁在接", f"{row.desk_name}，{row.post_label}岗"),
        Fact("最先接到", first),
        Fact("开始", clock.spoken(row.opened_at)),
        Fact("以前的对话", f"{card.earlier} 个" if card.earlier else ""),
        Fact("评价", f"{row.stars} 星" if row.stars else ""),
    ]
    ticket = [Fact("转成的提问", "看提问", href=f"/console/helpdesk/tickets/{row.ticket_id}")]
    return [*(one for one in known if one.value), *(ticket if row.ticket_id else [])]


def _opened(call: PageCall, work: WorkplaceView) -> tuple[TalkView | None, TalkCard | None]:
    asked = call.request.query.get("open") or (work.talks[0].id if work.talks else "")
    try:
        return (whole(call, asked), talk_cards.card(call.act, asked)) if asked else (None, None)
    except NotFound:
        return None, None


def whole(call: PageCall, talk_id: str) -> TalkView:
    """A conversation with all its lines, page by page."""
    shown = talk_views.show(call.act, talk_id, 0)
    lines: list[TalkLine] = list(shown.lines)
    while len(lines) >= LINES_A_PAGE and lines[-1].number < shown.row.lines:
        lines += talk_views.show(call.act, talk_id, lines[-1].number).lines
    return shown.model_copy(update={"lines": lines})
