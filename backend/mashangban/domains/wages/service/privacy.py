"""What wages tell of a person: every month's pay with how it was computed."""

from collections.abc import Iterator

from mashangban.domains.wages.service import viewing
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import every
from mashangban.kernel.personal import Holding, Part, Uploads, opened


def _lines(act: Act) -> Iterator[Schema]:
    listed = every(lambda page: viewing.my_lines(act.actor, page))
    return opened((one.id for one in listed), lambda identity: viewing.show_line(act.actor, identity))


HOLDING = Holding(
    parts=(
        Part(
            "工资",
            "每个月的工资：怎么算的、改过什么、您确认或提出异议的情况",
            "用工单位编制，您本人确认（保障农民工工资支付条例第三十一条）",
            "工资支付台账至少保存三年（保障农民工工资支付条例第十五条）",
            _lines,
        ),
    ),
    lawful="工资支付台账至少保存三年（保障农民工工资支付条例第十五条）",
    uploads=Uploads.KEPT,
)
