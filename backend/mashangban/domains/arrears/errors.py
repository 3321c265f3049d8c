"""What can go wrong around arrears, in the words of the person it happens to."""

from mashangban.kernel.errors import Conflict


class NotYetDue(Conflict):
    code = "arrears.complaint.not-yet-due"
    title = "还没到发薪日，现在不用投诉"
    next = "过了发薪日还没收到钱，再点一下就行"


class AlreadySettled(Conflict):
    code = "arrears.complaint.already-settled"
    title = "这个月的工资您已经确认收到"
    next = "如果不对，请在工资单里点“没收到”或“金额不对”"


class AlreadyComplained(Conflict):
    code = "arrears.complaint.already-open"
    title = "这个月的工资已经投诉过了"
    kept = "原来的投诉正在办理"
    next = "请在“我的投诉”里看办到哪一步"


class TooLate(Conflict):
    """劳动保障监察条例 Art. 20."""

    code = "arrears.complaint.too-late"
    title = "超过两年，劳动监察不再受理"
    next = "可以打 12348 问法律援助，走仲裁或法院"


class WrongStep(Conflict):
    code = "arrears.complaint.wrong-step"
    title = "投诉现在不在这一步"
    next = "请刷新后看最新情况"


class WorkersWordNeeded(Conflict):
    code = "arrears.complaint.workers-word-needed"
    title = "只有工人本人能结束这件投诉"
    next = "请先让工人确认钱已到账；工人一直不答复，到期会自动办结"


class AlreadyExtended(Conflict):
    code = "arrears.complaint.already-extended"
    title = "办理期限只能延长一次"


class NotOneMatter(Conflict):
    code = "arrears.complaint.not-one-matter"
    title = "这些投诉不能并案"
    next = "只有同一班组、还没办结的投诉可以并案"


class NothingToAnswer(Conflict):
    code = "arrears.expectation.nothing-to-answer"
    title = "这笔工资现在没有预警"


class NameInWords(Conflict):
    code = "arrears.complaint.name-in-words"
    title = "工人要求保密，文字里不能写工人的姓名、身份证号或电话"
    next = "请改成“投诉的工人”再提交"
