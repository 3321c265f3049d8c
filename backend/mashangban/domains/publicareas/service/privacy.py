"""What public areas tell of a person: the faults they reported."""

from collections.abc import Iterator

from mashangban.domains.publicareas.service import handling
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import every
from mashangban.kernel.personal import Holding, Part, Uploads, opened


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
)
