"""What guides tell of a person: their plans, and which guides they follow."""

from collections.abc import Iterator

from mashangban.domains.guides.repository import followers
from mashangban.domains.guides.schemas.items import GuideFollowed
from mashangban.domains.guides.service import plans
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import every
from mashangban.kernel.personal import Holding, Part, opened
from mashangban.kernel.recipients import Recipient


def _plans(act: Act) -> Iterator[Schema]:
    listed = every(lambda page: plans.mine(act, page))
    return opened(listed, lambda one: plans.show(act, one.id))


def _followed(act: Act) -> Iterator[Schema]:
    return (GuideFollowed(item_id=one) for one in followers.of_person(act.actor.person_id))


HOLDING = Holding(
    parts=(
        Part(
            "办事计划",
            "您留下的一件事办事计划：选了什么、办到哪一步、谁帮过忙",
            "您自己留下的",
            "保存到您注销为止",
            _plans,
        ),
        Part(
            "关注的办事指南",
            "您要求有变化就告诉您的办事指南（编号）",
            "您自己关注的",
            "保存到您取消关注或注销为止",
            _followed,
        ),
    ),
    erased="办事计划不再写您是谁，关注全部取消",
    recipients=(
        Recipient(
            "窗口帮办的人员",
            "您扫码给看的那份办事计划",
            "帮您一起办",
            "您自己出示",
        ),
    ),
)
