"""What is published about cards, accounts and payments. Data holds ids, states and amounts, never personal data."""

CARD_REGISTERED = "payments.payee.registered"
CARD_CHANGED = "payments.payee.changed"
CARD_VERIFIED = "payments.payee.verified"
CARD_REFUSED = "payments.payee.refused"
CARD_SHARED = "payments.payee.shared"
CARD_CLEARED = "payments.payee.cleared"
CARD_REMOVED = "payments.payee.removed"
CARD_FORGOTTEN = "payments.payee.forgotten"

ACCOUNT_OPENED = "payments.account.opened"
ACCOUNT_WARNED = "payments.account.warned"
ACCOUNT_FORECAST = "payments.account.forecast"
CLOSING_ANNOUNCED = "payments.account.closing-announced"
CLOSING_WITHDRAWN = "payments.account.closing-withdrawn"
CLOSING_READY = "payments.account.closing-ready"
ACCOUNT_CLOSED = "payments.account.closed"

DEPOSIT_REQUIRED = "payments.deposit.required"
DEPOSIT_IMPORTED = "payments.deposit.imported"
DEPOSIT_STORED = "payments.deposit.stored"
DEPOSIT_REMINDED = "payments.deposit.reminded"
DEPOSIT_EXPIRED = "payments.deposit.expired"
DEPOSIT_RELEASED = "payments.deposit.released"

RUN_ANNOUNCED = "payments.payrun.announced"
RUN_INCOMPLETE = "payments.payrun.incomplete"
RUN_MISMATCHED = "payments.payrun.mismatched"
RUN_READY = "payments.payrun.ready"
RUN_BLOCKED = "payments.payrun.blocked"
RUN_SHORT = "payments.payrun.short"
RUN_SENDING = "payments.payrun.sending"
RUN_DONE = "payments.payrun.done"
RUN_PROGRESSED = "payments.payrun.progressed"

TRANSFER_ORDERED = "payments.transfer.ordered"
TRANSFER_SENT = "payments.transfer.sent"
TRANSFER_PAID = "payments.transfer.paid"
TRANSFER_RETURNED = "payments.transfer.returned"
TRANSFER_FAILED = "payments.transfer.failed"

DIFFERENCE_FOUND = "payments.difference.found"
DIFFERENCE_SETTLED = "payments.difference.settled"

# What identity asks.
FORGET = "payments.forget"

# What other rooms hear (docs/wages.md).
RUN = "payments.run"
TRANSFER = "payments.transfer"
RESULT = "payments.result"
PAYEE = "payments.payee"

LABELS = {
    CARD_REGISTERED: "登记银行卡",
    CARD_CHANGED: "更换银行卡",
    CARD_VERIFIED: "银行核对：是本人的卡，可以收款",
    CARD_REFUSED: "银行核对：户名和卡号对不上，不能收款",
    CARD_SHARED: "发现同一张卡有别人在用，暂停收款",
    CARD_CLEARED: "同卡问题已解决，恢复收款",
    CARD_REMOVED: "移除银行卡",
    CARD_FORGOTTEN: "本人注销账号，银行卡信息已删除",
    ACCOUNT_OPENED: "登记工资专户",
    ACCOUNT_WARNED: "发薪日前资金不足，发出预警",
    ACCOUNT_FORECAST: "发薪日前测算，资金充足",
    CLOSING_ANNOUNCED: "开始公示注销",
    CLOSING_WITHDRAWN: "撤回注销",
    CLOSING_READY: "公示期满",
    ACCOUNT_CLOSED: "注销专户",
    DEPOSIT_REQUIRED: "登记应存金额",
    DEPOSIT_IMPORTED: "由表格登记",
    DEPOSIT_STORED: "登记存储或保函",
    DEPOSIT_REMINDED: "系统提醒",
    DEPOSIT_EXPIRED: "过期",
    DEPOSIT_RELEASED: "退还",
    RUN_ANNOUNCED: "收到付款通知",
    RUN_INCOMPLETE: "明细还没有到齐",
    RUN_MISMATCHED: "明细和总数对不上，停止付款",
    RUN_READY: "明细到齐，准备付款",
    RUN_BLOCKED: "没有可用的专户，暂停付款",
    RUN_SHORT: "专户余额不足，暂停付款",
    RUN_SENDING: "付款文件已交银行",
    RUN_DONE: "每笔都有结果",
    RUN_PROGRESSED: "银行回单到达",
    TRANSFER_ORDERED: "列入付款",
    TRANSFER_SENT: "交给银行",
    TRANSFER_PAID: "银行已付",
    TRANSFER_RETURNED: "银行退回",
    TRANSFER_FAILED: "没有付出",
    DIFFERENCE_FOUND: "对账发现差异",
    DIFFERENCE_SETTLED: "已说明",
}
