"""What the help desk tells of a person: what they asked with every answer, and each conversation to its last line."""

from collections.abc import Iterator

from mashangban.domains.helpdesk.schemas import TalkView
from mashangban.domains.helpdesk.service import lists, talk_views
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import every
from mashangban.kernel.personal import Holding, Part, Uploads, opened
from mashangban.kernel.recipients import Recipient


def _tickets(act: Act) -> Iterator[Schema]:
    listed = every(lambda page: lists.mine(act.actor, page))
    return opened(listed, lambda one: lists.show(act, one.id))


def _talks(act: Act) -> Iterator[Schema]:
    listed = every(lambda page: talk_views.mine(act.actor, page))
    return opened(listed, lambda one: _whole(act, one.id))


def _whole(act: Act, talk_id: str) -> TalkView:
    """A conversation with all its lines, which are read a page at a time."""
    shown = talk_views.show(act, talk_id, 0)
    said = list(shown.lines)
    while shown.more:
        shown = talk_views.show(act, talk_id, said[-1].number)
        said += shown.lines
    return shown.model_copy(update={"lines": said})


HOLDING = Holding(
    parts=(
        Part(
            "提问求助和投诉",
            "您提过的每一件：您写的话、部门的答复、每一步办理、您的评价",
            "您自己提交，部门答复",
            "保存到您注销为止",
            _tickets,
        ),
        Part(
            "在线对话",
            "您和工作人员的每一次对话，一句不少",
            "您和工作人员说的话",
            "保存到您注销为止",
            _talks,
        ),
    ),
    erased="您写的话、地点、照片、对话和评价；件数和办理时长只作统计，不再写您是谁",
    uploads=Uploads.LET_GO,
    recipients=(
        Recipient(
            "答复您的部门",
            "您写的话、地点和照片",
            "答复和办理",
            "您自己提出（个人信息保护法第十三条）",
        ),
    ),
)
