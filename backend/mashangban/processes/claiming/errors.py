"""What can go wrong where a policy and a claim meet."""

from mashangban.kernel.errors import Conflict


class NotOffered(Conflict):
    code = "claiming.policy.not-offered"
    title = "这项政策要企业自己申报，不能列名单"
    next = "只有免申即享的政策可以列名单"


class NotForClaims(Conflict):
    code = "claiming.policy.not-for-claims"
    title = "这项政策不用申报"
    kept = "免申即享的政策由部门列名单"
    next = "列入名单后会通知您确认账户"
