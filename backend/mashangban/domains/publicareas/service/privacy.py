"""What public areas tell of a person: the faults they reported."""

from collections.abc import Iterator

from mashangban.domains.publicareas.service import handling
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import every
from mashangban.kernel.personal import Holding, Part, Uploads, opened
from mashangban.kernel.recipients import Recipient


def _faults(act: Act) -> Iterator[Schema]:
    listed = every(lambda page: handling.mine(act.actor, page))
    return opened(listed, lambda one: handling.show(act, one.id))


HOLDING = Holding(
    parts=(
        Part(
            "公共区域报修",
            "您报过的公共区域问题和处理经过",
            "您自己报的",
            "您的话和照片保存到您注销为止",
            _faults,
        ),
    ),
    erased="您的话、照片和报修密钥；问题本身作为那个地方的问题留下",
    uploads=Uploads.LET_GO,
    recipients=(
        Recipient(
            "负责维修的单位",
            "地点、您写的问题和照片，不写您是谁；公开页上也不写",
            "修好公共区域",
            "您自己报修（个人信息保护法第十三条）",
        ),
    ),
)
