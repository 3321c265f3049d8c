"""Figures of a department or a region in a week, a month or a year, each rate with the cases behind it."""

from mashangban.domains.helpdesk import permissions
from mashangban.domains.helpdesk.repository import departments, rows
from mashangban.domains.helpdesk.schemas import FiguresQuery, FiguresView
from mashangban.domains.helpdesk.service import talk_figures
from mashangban.domains.helpdesk.service.figure_rows import cells, count, rate
from mashangban.domains.helpdesk.terms import Channel, TicketClass, TicketTopic
from mashangban.kernel.permissions import Place, Principal
from mashangban.kernel.stars import Stars
from mashangban.registry import divisions

# Rate, its cases, of how many: 响应 is an answer in time (of those answered or late by now), 解决 the asker's word,
# 整改 a mended bad rating.
_RATES = (
    ("response", "按时答复率", "n.in_time", "n.due"),
    ("solved", "解决率", "n.solved", "n.ended"),
    ("content", "满意率", "n.content", "n.rated"),
    ("mended", "差评整改率", "n.mended", "n.bad"),
    ("mended-in-time", "差评按时整改率", "n.mended_in_time", "n.bad"),
    ("called", "回访率", "n.called", "n.answered"),
)
_COUNTS = (
    ("asked", "收到", "n.asked"),
    ("answered", "已答复", "n.answered"),
    ("ended", "已办结", "n.ended"),
    ("late", "超期未答", "n.late"),
    ("returned", "退回次数", "n.returned"),
    ("urged", "催办次数", "n.urged"),
    ("reopened", "重开过的", "n.reopened"),
    ("softened", "投诉改成别类的", "n.softened"),
    ("withdrawn", "提问人撤回的", "n.withdrawn"),
)


def of_place(actor: Principal, query: FiguresQuery) -> FiguresView:
    """A department's or a region's figures in a period. Raises NotFound beyond reach."""
    region = query.where.isdecimal() and len(query.where) in (2, 4, 6)
    reach = actor.reach(permissions.FIGURES)
    if region:
        reach.require(Place(region=query.where))
        name, board = divisions.name(query.where), f"region:{query.where}:{query.period}"
    else:
        one = departments.get(query.where)
        reach.require(one.place)
        name, board = one.name, f"desk:{one.id}:{query.period}"
    counted = rows.counters(board)
    return FiguresView(
        where=query.where,
        name=name,
        period=query.period,
        rates=[rate(counted, *one) for one in _RATES],
        counts=[count(key, label, counted.get(counter, 0)) for key, label, counter in _COUNTS],
        classes=cells(counted, "class", ((one.value, one.label) for one in TicketClass)),
        topics=cells(counted, "topic", ((one.value, one.label) for one in TicketTopic)),
        channels=cells(counted, "channel", ((one.value, one.label) for one in Channel)),
        stars=cells(counted, "stars", ((str(int(one)), one.label) for one in Stars)),
        talks=talk_figures.of_counters(counted),
    )
