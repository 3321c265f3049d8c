"""What can go wrong with departments that go into one another, and with who is down for duty."""

from mashangban.kernel.errors import Conflict, Invalid


class MergedAlready(Conflict):
    code = "helpdesk.department.merged-already"
    title = "这个部门已经并入或定下并入别的部门"
    next = "日子还没到的，可以先取消，再重新定"


class WrongMerge(Invalid):
    code = "helpdesk.department.wrong-merge"
    title = "不能并入这个部门"
    next = "请选同一个市里、自己没有并走的另一个部门"


class WrongMergeDay(Invalid):
    code = "helpdesk.department.wrong-merge-day"
    title = "并入的日子要从明天起，一年以内"
    next = "日子没到以前，还要另一位同事同意"


class NothingToAgree(Conflict):
    code = "helpdesk.department.nothing-to-agree"
    title = "没有等人同意的合并"
    next = "可能已经有人同意，或者取消了，请看最新情况"


class OwnMerger(Conflict):
    code = "helpdesk.department.own-merger"
    title = "合并是您定的，要另一个人同意"
    kept = "定下的还在"
    next = "请另一位管这两个部门的同事同意"


class NothingToTakeBack(Conflict):
    code = "helpdesk.department.nothing-to-take-back"
    title = "没有可以取消的合并"
    next = "已经并入的，件和人都转过去了；要分开，请另外登记一个部门"


class ShiftWrong(Invalid):
    code = "helpdesk.roster.shift-wrong"
    title = "班次写得不对：要在这个星期里，先开始后结束，同一个人同一天不能重叠"
    kept = "原来的值班表没有变"


class NotAtPost(Invalid):
    code = "helpdesk.roster.not-at-post"
    title = "这位同事不在应答岗或主办岗，不能排班"
    next = "请先在“接件部门”里安排岗位，或换一位同事"


class NotSkilled(Invalid):
    code = "helpdesk.roster.not-skilled"
    title = "这位同事不接这一类，不能排这个班"
    next = "请换一位同事，或先在“接件部门”里给他加上这一类"


class NothingToCopy(Conflict):
    code = "helpdesk.roster.nothing-to-copy"
    title = "上个星期没有能照着排的班"
    next = "请直接在表里填"


class ShiftGone(Conflict):
    code = "helpdesk.roster.shift-gone"
    title = "这个班已经改了，或已经开始"
    next = "请刷新后看最新的值班表"
