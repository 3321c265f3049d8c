"""What can go wrong around a month's pay, in the words of the person it happens to."""

from mashangban.kernel.errors import AppError, Conflict, Forbidden


class MonthTwice(Conflict):
    code = "wages.table.month-twice"
    title = "这个月的工资表已经有了"
    kept = "原来的工资表不受影响"
    next = "请打开原来那张表修改"


class MonthWrong(AppError):
    code = "wages.table.month-wrong"
    status = 422
    title = "月份不对"
    next = "只能编制本月或以前的工资表，格式如 2026-10"


class NoWorkers(Conflict):
    code = "wages.table.no-workers"
    title = "这个月没有可以编进工资表的工人"
    next = "请先让工人扫码签好劳动合同"


class TooMany(Conflict):
    code = "wages.table.too-many"
    title = "人数太多，不能一次算完"
    next = "请下载模板，用表格导入"


class TableWrongState(Conflict):
    code = "wages.table.wrong-state"
    title = "工资表现在的状态不能这样办"
    next = "请刷新后查看工资表进度"


class TableShownAlready(Conflict):
    code = "wages.table.shown-already"
    title = "工资表已经发给工人，不能作废"
    kept = "工资表没有改变"
    next = "有错的地方请逐人修改，工人会看到改前改后"


class TableBusy(Conflict):
    code = "wages.table.busy"
    title = "工资表正在处理"
    kept = "之前的操作都已保存"
    next = "请过一会儿再试"
    retry_after_seconds = 3


class TableBlocked(Conflict):
    code = "wages.table.blocked"
    title = "还有不合规的工资，不能提交"
    next = "请先改好标红的几行"


class NotYetDue(Conflict):
    code = "wages.table.not-yet-due"
    title = "工人核对的时间还没到"
    kept = "工资表没有提交"
    next = "请等工人都确认，或核对期满以后再提交"


class OwnTable(Forbidden):
    code = "wages.table.own"
    title = "自己做的表不能自己批"
    next = "请由总包单位的另一位负责人审核"


class NothingToPay(Conflict):
    code = "wages.table.nothing-to-pay"
    title = "没有可以发放的工资"
    kept = "有异议的工资仍然冻结"
    next = "请先处理异议"


class RowUnknown(Conflict):
    code = "wages.table.row-unknown"
    title = "工资表里没有这一行"
    next = "请刷新后再试"


class AmountNegative(AppError):
    code = "wages.line.amount-negative"
    status = 422
    title = "应发金额不能是负数"
    next = "扣款和借支不能超过应得的工资，请分几个月扣"


class AmountTooLarge(AppError):
    code = "wages.line.amount-too-large"
    status = 422
    title = "金额太大"
    next = "一个人一个月不超过100万元，请检查数量和单位"


class DeductionUnexplained(AppError):
    code = "wages.line.deduction-unexplained"
    status = 422
    title = "扣款要写明原因"
    next = "请填写扣款原因，工人会看到"


class LineWrongState(Conflict):
    code = "wages.line.wrong-state"
    title = "这份工资现在不能这样办"
    next = "请刷新后查看进度"


class LineChanged(Conflict):
    code = "wages.line.changed"
    title = "工资刚刚有改动"
    kept = "您的签名没有用在改动后的工资上"
    next = "请看清改了什么，再决定确认还是提异议"


class LineFrozen(Conflict):
    code = "wages.line.frozen"
    title = "工人对这份工资有异议，不能发放"
    kept = "其他人的工资不受影响"
    next = "请先答复异议"


class NothingChanged(Conflict):
    code = "wages.line.nothing-changed"
    title = "没有改动"
    next = "请改好天数、数量或加项扣项再保存"


class ConsentOutdated(Conflict):
    code = "wages.line.consent-outdated"
    title = "确认须知有更新"
    kept = "您的签名还在手机上"
    next = "请看过新的须知再签"


class NameMismatch(Conflict):
    code = "wages.line.name-mismatch"
    title = "姓名或身份证号和这位工友对不上"
    next = "请核对身份证后再填"


class PayeeMissing(Conflict):
    code = "wages.line.payee-missing"
    title = "这位工人还没有能收款的银行卡"
    next = "请工人先在手机上登记本人的银行卡；刚登记的，等银行核对好再发"


class UploadNotReady(Conflict):
    code = "wages.upload.not-ready"
    title = "这个文件现在不能这样办"
    next = "请刷新后查看检查结果"


class SheetEmpty(AppError):
    code = "wages.upload.empty"
    status = 422
    title = "文件是空的"
    next = "请用模板填写后再上传"


class SheetTooLarge(AppError):
    code = "wages.upload.too-large"
    status = 413
    title = "文件太大"
    kept = "什么都没有导入"
    next = "网页上传最大 4 MB，请分成几个文件"


class SameFile(Conflict):
    code = "wages.upload.same-file"
    title = "这个文件已经导入过"
    kept = "没有重复导入"
    next = "如有修改，请另存后再上传"
