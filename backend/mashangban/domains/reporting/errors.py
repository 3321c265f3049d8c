"""What can be refused around a report, in words for the officer who decides."""

from mashangban.kernel.errors import AppError, Conflict


class NothingToRetry(Conflict):
    code = "reporting.report.nothing-to-retry"
    title = "这条报送现在不用处理"
    next = "它正在排队、已发出或已被接收，请刷新后查看"


class CountyNeeded(AppError):
    code = "reporting.list.county-needed"
    status = 422
    title = "看这种状态要先选县区"
    next = "全省的清单只列被退回和需要人工处理的，其他状态请选一个县区"


class NotTheirCode(AppError):
    code = "reporting.report.not-their-code"
    status = 422
    title = "对接平台没有这个代码"
    kept = "这条报送没有改动"
    next = "请从“代码对照”里选一个该平台的代码"


class NotFromThePlatform(AppError):
    code = "reporting.receipt.signature-invalid"
    status = 403
    title = "签名不对，回执没有处理"
    next = "请核对应用编号、密钥和时钟后重发"


class BrokenReceipt(AppError):
    code = "reporting.receipt.unreadable"
    status = 422
    title = "回执看不懂，没有处理"
    next = "请按接口说明重发回执"


class KnownAlready(Conflict):
    """News that came before, or older than what is known: the listener drops it, nobody is shown it."""

    code = "reporting.news.known"
    title = "这个消息已经收到过"
