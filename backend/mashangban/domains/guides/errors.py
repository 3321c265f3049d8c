"""What can go wrong around guides, in the words of whoever it happens to."""

from mashangban.kernel.errors import Conflict, Invalid, NotFound


class UnknownItem(NotFound):
    code = "guides.item.unknown"
    title = "没有这份办事指南"
    next = "请返回列表重新查找"


class ItemWithdrawn(NotFound):
    """Anybody may know that it was withdrawn, and why."""

    code = "guides.item.withdrawn"
    title = "这份办事指南已经停用"
    next = "请在列表里找新的指南，或打 12345 问"


class ItemUnready(Invalid):
    code = "guides.item.unready"
    title = "还不能公布"
    kept = "草稿已保存"
    next = "请按提示补齐后再公布"


class NoDraft(Conflict):
    code = "guides.item.no-draft"
    title = "没有要公布的改动"
    next = "请先修改，再公布"


class NotPublished(Conflict):
    code = "guides.item.not-published"
    title = "这份指南现在没有公布，不用停用"


class CodeTaken(Conflict):
    code = "guides.item.code-taken"
    title = "这个地区已有这个事项编码"
    next = "请找到原来的那份修改，不要重复登记"
