"""What can go wrong when somebody looks closer."""

from mashangban.kernel.errors import Forbidden


class ReasonSpent(Forbidden):
    code = "oversight.inspection.spent"
    title = "这次查看已经结束"
    kept = "您填的原因已经记入存证日志"
    next = "需要再看时，请重新填写原因"
