"""What can go wrong around alliances and their items, in the words of whoever it happens to."""

from mashangban.kernel.errors import Conflict, Invalid, NotFound


class UnknownAlliance(NotFound):
    code = "crossregion.alliance.unknown"
    title = "没有这个通办联盟"
    next = "请返回列表重新选择"


class AllianceWrong(Invalid):
    code = "crossregion.alliance.wrong"
    title = "联盟资料有误"


class AlreadyMember(Conflict):
    code = "crossregion.zone.already"
    title = "这个地区已经是成员"
    next = "请看成员名单"


class TooManyZones(Conflict):
    code = "crossregion.zone.too-many"
    title = "成员太多了"
    next = "一个联盟最多 30 个成员，请另建联盟"


class NotMember(Conflict):
    code = "crossregion.zone.not-member"
    title = "这个地区现在不是成员"
    next = "请先让它加入联盟"


class LeadStays(Conflict):
    code = "crossregion.zone.lead-stays"
    title = "牵头地区不能退出"
    next = "联盟要有牵头地区"


class BatchWrong(Invalid):
    """Nothing of a batch counts while one line is wrong."""

    code = "crossregion.batch.wrong"
    title = "清单里有要改的地方，整批都没有登记"
    next = "改好后再提交一次"


class UnknownItem(NotFound):
    code = "crossregion.item.unknown"
    title = "联盟清单里没有这个事项"
    next = "请返回清单重新选择"


class NothingProposed(Conflict):
    code = "crossregion.item.nothing-proposed"
    title = "这个事项没有等您单位同意的标准"
    next = "请刷新后看最新情况"


class AlreadyAgreed(Conflict):
    code = "crossregion.item.already-agreed"
    title = "您单位已经同意过这个标准"
    next = "等其他地区同意后生效"


class SameStandard(Conflict):
    code = "crossregion.item.same-standard"
    title = "新标准和现在的一样"
    next = "改好后再提交"
