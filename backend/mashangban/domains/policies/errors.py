"""What can go wrong around policies, in the words of the person it happens to."""

from mashangban.kernel.errors import Conflict, Invalid


class UnknownRegion(Invalid):
    code = "policies.region.unknown"
    title = "没有这个地区"
    next = "请填写省、市或县的地区代码"


class IndicatorExists(Conflict):
    code = "policies.indicator.exists"
    title = "这个指标代码已经登记过了"
    next = "请换一个代码，或直接使用已有的指标"


class IndicatorIncomplete(Invalid):
    code = "policies.indicator.incomplete"
    title = "指标没有写全"
    next = "选项类指标要列出选项，多条记录要列出字段"


class ConditionUnreadable(Invalid):
    """The place of the mistake goes with the answer: `start`, `end`."""

    code = "policies.condition.unreadable"
    title = "条件写得不对"
    next = "请按提示修改标出的地方"


class NotReady(Conflict):
    """Each finding goes with the answer as a field error."""

    code = "policies.policy.not-ready"
    title = "这项政策还不能发布"
    kept = "草稿没有丢失"
    next = "请按提示逐项修改后再发布"


class NothingDrafted(Conflict):
    code = "policies.policy.nothing-drafted"
    title = "没有待发布的草稿"
    next = "请先修改政策，再发布"


class NotPublished(Conflict):
    code = "policies.policy.not-published"
    title = "这项政策还没有发布"
    next = "草稿可以直接修改"


class WrongGrouping(Invalid):
    code = "policies.replay.wrong-grouping"
    title = "只能按选项类的指标分组"
    next = "请换一个指标，或不分组"


class WrongFacts(Invalid):
    """Each wrong fact goes with the answer as a field error."""

    code = "policies.fact.wrong"
    title = "有的数据写得不对"
    next = "请按提示修改后再提交"


class StatedInFuture(Invalid):
    code = "policies.fact.in-future"
    title = "数据的日期不能晚于今天"
    next = "请填写数据是哪一天的"


class OlderStatement(Conflict):
    code = "policies.fact.older"
    title = "已经有更新的数据"
    kept = "原来的数据没有变化"
    next = "请核对数据的日期"


class AlreadyDisputed(Conflict):
    code = "policies.fact.already-disputed"
    title = "这项数据已经提过异议"
    next = "请等部门答复"


class NotDisputed(Conflict):
    code = "policies.fact.not-disputed"
    title = "这项数据没有待答复的异议"
    next = "请刷新后查看最新情况"


class PolicyWithdrawn(Conflict):
    code = "policies.policy.withdrawn"
    title = "这项政策已经撤回"
    next = "如需继续，请新建一项政策"
