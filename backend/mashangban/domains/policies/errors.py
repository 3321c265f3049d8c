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


class PolicyWithdrawn(Conflict):
    code = "policies.policy.withdrawn"
    title = "这项政策已经撤回"
    next = "如需继续，请新建一项政策"
