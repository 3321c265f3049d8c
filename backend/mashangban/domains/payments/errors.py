"""What can go wrong around cards, accounts and payments, in the words of the person it happens to."""

from mashangban.kernel.errors import AppError, Conflict, Forbidden


class CardWrong(AppError):
    code = "payments.card.wrong"
    status = 422
    title = "这个卡号不对"
    kept = "您填的内容还在"
    next = "请对着银行卡再核对一遍数字"


class NameNotProven(Forbidden):
    code = "payments.card.name-not-proven"
    title = "请先完成实名认证"
    next = "工资只能打到您本人名下的卡，所以要先认证姓名"


class CardConsentMissing(Conflict):
    code = "payments.card.consent-missing"
    title = "还没有您的同意，卡没有登记"
    kept = "卡号没有存，也没有交给银行"
    next = "请看一遍说明，勾上同意，再登记一次"


class NoCard(Conflict):
    code = "payments.card.none"
    title = "您还没有登记银行卡"
    next = "登记一张您本人的卡，工资直接打到卡上"


class AccountExists(Conflict):
    code = "payments.account.exists"
    title = "这个项目已经有工资专户"
    next = "一个项目只能有一个工资专户，请在专户页面查看"


class NotTheContractor(Forbidden):
    code = "payments.account.not-the-contractor"
    title = "工资专户由施工总承包单位开立"
    next = "请由本项目的施工总承包单位办理（保障农民工工资支付条例第二十六条）"


class AccountRefused(Conflict):
    code = "payments.account.refused"
    title = "银行没有认可这个账户"
    kept = "没有登记专户"
    next = "请核对账号；账户的户名要和施工总承包单位一致"


class AccountBound(Conflict):
    code = "payments.account.bound"
    title = "这个账号已经是另一个项目的专户"
    next = "一个项目一个专户，请换一个账号"


class ProjectNotCompleted(Conflict):
    code = "payments.account.project-not-completed"
    title = "项目还没有完工，专户不能注销"
    next = "请在项目完工以后再办（条例第二十七条）"


class WagesUnpaid(Conflict):
    code = "payments.account.wages-unpaid"
    title = "还有工资没有付清，专户不能注销"
    next = "请先付清全部工资，再办理注销"


class NoticeRunning(Conflict):
    code = "payments.account.notice-running"
    title = "公示还没有满 30 日"
    next = "公示期满、没有欠薪，才能注销专户（条例第二十七条）"


class WrongState(Conflict):
    code = "payments.wrong-state"
    title = "现在的状态不能这样办"
    next = "请刷新后查看最新状态"


class DepositTooSmall(Conflict):
    code = "payments.deposit.too-small"
    title = "金额低于应存的数"
    kept = "没有登记"
    next = "请按应存金额存足以后再登记"


class DepositExists(Conflict):
    code = "payments.deposit.exists"
    title = "这个项目已经登记过"
    next = "请在登记簿里找到它再办理"


class SheetEmpty(AppError):
    code = "payments.deposit-sheet.empty"
    status = 422
    title = "文件是空的"
    kept = "什么都没有登记"
    next = "请用模板填写后再上传"


class SheetTooLarge(AppError):
    code = "payments.deposit-sheet.too-large"
    status = 413
    title = "文件太大"
    kept = "什么都没有登记"
    next = "一次最多 30 行、1 MB，请分成几个文件"


class SheetAlreadyIn(Conflict):
    code = "payments.deposit-sheet.already-in"
    title = "这个文件已经导入过"
    kept = "上一次的登记有效，没有重复登记"
    next = "如有修改，请另存后再上传"


class SignatureWrong(AppError):
    code = "payments.callback.signature-wrong"
    status = 403
    title = "签名不对"
    next = "请用约定的密钥签名，并核对时钟"


class CallbackReplayed(Conflict):
    code = "payments.callback.replayed"
    title = "这条通知已经收到过"


class LineBusy(Conflict):
    code = "payments.line.busy"
    title = "这一笔工资正在付款或已经付过"
    next = "等银行有结果以后再办"
