"""What cross-region cases tell of a person: every case whole, with its custody."""

from collections.abc import Iterator

from mashangban.domains.crossregion.service import caselists
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import every
from mashangban.kernel.personal import Holding, Part, Uploads, opened
from mashangban.kernel.recipients import Recipient


def _cases(act: Act) -> Iterator[Schema]:
    listed = every(lambda page: caselists.mine(act, page))
    return opened(listed, lambda one: caselists.show_own(act, one.id))


HOLDING = Holding(
    parts=(
        Part(
            "跨省件",
            "您的每一件跨省通办：材料在谁手里、走到哪一步、什么结果",
            "您或代收窗口提交，各地窗口逐次交接",
            "已经决定的，材料跟着案卷归档（档案法）；没有决定的，材料保存到您注销为止",
            _cases,
        ),
    ),
    erased="没决定的件撤回，材料删除；所有的件都不再写您的名字",
    lawful="已经作出的决定和它的材料由办理机关归档（档案法），不再写您是谁",
    uploads=Uploads.LET_GO,
    recipients=(
        Recipient(
            "代收和办理这件事的外地窗口",
            "您填的内容和交的材料，材料走到哪看到哪",
            "异地代收、办理",
            "您自己提交（个人信息保护法第二十三条）",
        ),
    ),
)
