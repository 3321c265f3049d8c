"""What policies tell of a person: which they kept to find again."""

from collections.abc import Iterator

from mashangban.domains.policies.service import favouring
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import every
from mashangban.kernel.personal import Holding, Part


def _favourites(act: Act) -> Iterator[Schema]:
    return every(lambda page: favouring.listed(act, page))


HOLDING = Holding(
    parts=(
        Part(
            "收藏的政策",
            "您收藏的政策",
            "您自己收藏的",
            "保存到您取消收藏或注销为止",
            _favourites,
        ),
    ),
    erased="收藏的政策",
    decided="按部门给的数据算企业可能符合哪些政策，只是提醒，不作决定；数据不对，可以在“企业数据”里提出",
)
