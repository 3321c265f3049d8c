"""What matters tell of a person: every matter whole, with what was filled in and decided."""

from collections.abc import Iterator

from mashangban.domains.matters.service import lists
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import every
from mashangban.kernel.personal import Holding, Part, Uploads, opened
from mashangban.kernel.recipients import Recipient


def _matters(act: Act) -> Iterator[Schema]:
    listed = every(lambda page: lists.mine(act, page))
    return opened(listed, lambda one: lists.show_own(act, one.id))


HOLDING = Holding(
    parts=(
        Part(
            "办件",
            "您申请的每一件事：填的内容、交的材料清单、每一步和结果，您的评价",
            "您自己填写，办理部门逐步办理（行政许可法）",
            "已经作出的决定由办理机关归档（档案法），您填的和交的保存到您撤回或注销为止，换下来的材料换的时候就删",
            _matters,
        ),
    ),
    erased="没决定的撤回，您填的和交的材料删除",
    lawful="已经作出的决定由办理机关归档（档案法），不再写您是谁",
    uploads=Uploads.LET_GO,
    recipients=(
        Recipient(
            "办理这件事的部门和窗口",
            "您填的内容和交的材料",
            "办您申请的事",
            "行政许可法；您自己申请（个人信息保护法第十三条）",
        ),
    ),
)
