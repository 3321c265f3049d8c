"""What appointments tell of a person: every booking."""

from collections.abc import Iterator

from mashangban.domains.appointments.service import booking, views
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import every
from mashangban.kernel.personal import Holding, Part, Uploads, opened
from mashangban.kernel.recipients import Recipient


def _bookings(act: Act) -> Iterator[Schema]:
    listed = every(lambda page: views.mine(act, page))
    return opened(listed, lambda one: views.show(act, booking.own(act, one.id)))


HOLDING = Holding(
    parts=(
        Part(
            "预约",
            "您约过的每一次：大厅、时间、事项、带的材料、谁看过您的电话",
            "您自己预约，或窗口现场取号",
            "保存到您注销为止",
            _bookings,
        ),
    ),
    erased="没办的预约取消，办过的不再写您是谁",
    uploads=Uploads.LET_GO,
    recipients=(
        Recipient(
            "您预约的办事大厅",
            "姓名（只露一部分）、时间、要办的事；看完整电话要写原因并留下记录",
            "叫号、找到您",
            "您自己预约（个人信息保护法第十三条）",
        ),
    ),
)
