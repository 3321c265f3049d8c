"""Live conversations in figures: how soon somebody came, how long it took, what became of it. Ended ones only."""

from collections.abc import Mapping

from mashangban.domains.helpdesk.schemas import TalkFigures
from mashangban.domains.helpdesk.service.figure_rows import cells, count, mean, rate
from mashangban.domains.helpdesk.terms import TicketTopic
from mashangban.kernel.stars import Stars

_RATES = (
    ("soon", "一分钟内接入率", "t.soon", "t.ended"),
    ("taken", "接入率", "t.taken", "t.ended"),
    ("moved", "转过手的", "t.moved", "t.ended"),
    ("ticket", "转为提问的", "t.ticket", "t.ended"),
    ("content", "对话满意率", "t.content", "t.rated"),
    ("mended", "对话差评整改率", "t.mended", "t.bad"),
    ("mended-in-time", "对话差评按时整改率", "t.mended_in_time", "t.bad"),
)
_TIMES = (
    ("wait", "平均等多久有人接", "t.wait", "t.taken"),
    ("first", "平均多久说第一句", "t.first", "t.answered"),
    ("length", "平均说多久", "t.length", "t.taken"),
)
_COUNTS = (("ended", "对话", "t.ended"), ("missed", "没等到人的", "t.missed"))


def of_counters(counted: Mapping[str, int]) -> TalkFigures:
    """What a board says of conversations."""
    return TalkFigures(
        rates=[rate(counted, *one) for one in _RATES],
        times=[mean(counted, *one) for one in _TIMES],
        counts=[count(key, label, counted.get(counter, 0)) for key, label, counter in _COUNTS],
        topics=cells(counted, "t.topic", ((one.value, one.label) for one in TicketTopic)),
        stars=cells(counted, "t.stars", ((str(int(one)), one.label) for one in Stars)),
    )
