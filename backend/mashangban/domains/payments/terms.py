"""Words and figures of wage accounts, deposits and transfers, with their sources."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mashangban.kernel.labelled import Labelled


class Bank(Labelled):
    """Whose card it is; telling the bank from the number would need the card schemes' own table."""

    ICBC = "icbc", "工商银行"
    ABC = "abc", "农业银行"
    BOC = "boc", "中国银行"
    CCB = "ccb", "建设银行"
    BOCOM = "bocom", "交通银行"
    PSBC = "psbc", "邮政储蓄银行"
    CMB = "cmb", "招商银行"
    RCB = "rcb", "农商银行、农信社"
    OTHER = "other", "其他银行"


@dataclass(frozen=True, slots=True)
class CardConsent:
    """What somebody separately agrees to before their card is kept and handed on (个人信息保护法 Art. 14, 23, 29)."""

    version: str
    title: str
    text: str


# Another word of the text is another version: the event of a card names the one that was agreed to.
CARD_CONSENT = CardConsent(
    "card-2026-11",
    "用您的银行卡，要您同意",
    "银行卡号是敏感信息。我们把您的姓名和卡号交给开立工资专户的银行，用来核对卡是不是您本人的，以后把工资打到卡上。"
    "卡号加密保存，单位只看得到后四位，不作别的用。不登记卡，别的事照样能办，只是工资打不到卡上。"
    "在“我的银行卡”里点“移除这张卡”，就是收回同意；以前的到账记录，法律要求留着。"
    "依据：个人信息保护法第十四、十五、二十三、二十八至三十条。",
)


class PayeeState(Labelled):
    """Whether money can go to a person's card. The bank is asked whose it is: until it answers `checking`, then
    `verified` or `refused`. `shared`: it is in the name of two people alike (条例 Art. 31, 33)."""

    CHECKING = "checking", "银行核对中"
    VERIFIED = "verified", "可以收款"
    REFUSED = "refused", "户名和卡号对不上"
    SHARED = "shared", "同一张卡有别人在用"
    REMOVED = "removed", "已移除"


class CardAnswer(StrEnum):
    """What the bank says of a name and a card (户名与账号一致性)."""

    MATCH = "match"
    MISMATCH = "mismatch"
    UNAVAILABLE = "unavailable"


class AccountState(Labelled):
    """A project's wage account 专户 (条例 Art. 26, 27)."""

    OPEN = "open", "使用中"
    CLOSING = "closing", "公示注销中"
    CLOSED = "closed", "已注销"


class DepositKind(Labelled):
    """What secures wages: the contractor's deposit (条例 Art. 32) or the owner's guarantee of payment (Art. 24)."""

    WAGES = "wages", "工资保证金"
    PAYMENT = "payment", "工程款支付担保"


class DepositForm(Labelled):
    CASH = "cash", "存入专户的现金"
    BANK = "bank", "银行保函"
    INSURANCE = "insurance", "保险保函"


class DepositState(Labelled):
    DUE = "due", "还没有存"
    STORED = "stored", "有效"
    EXPIRED = "expired", "已过期"
    RELEASED = "released", "已退还"


class RunState(Labelled):
    """One payment of a month's table. `collecting`: lines are still arriving; `mismatch`: they don't add up."""

    COLLECTING = "collecting", "正在汇总"
    MISMATCH = "mismatch", "数目对不上"
    READY = "ready", "准备付款"
    BLOCKED = "blocked", "没有可用专户"
    SHORT = "short", "专户余额不足"
    SENDING = "sending", "银行处理中"
    DONE = "done", "已有结果"


class TransferState(Labelled):
    """One line's payment. `failed` never left us, `returned` came back from the bank."""

    WAITING = "waiting", "等待付款"
    SENDING = "sending", "银行处理中"
    PAID = "paid", "已到账"
    RETURNED = "returned", "银行退回"
    FAILED = "failed", "没有付出"

    @property
    def final(self) -> bool:
        return self in {TransferState.PAID, TransferState.RETURNED, TransferState.FAILED}


class BatchState(Labelled):
    """A bank order. `asked`: it was sent and its answer may have got lost, so the bank is asked first."""

    NEW = "new", "待发送"
    ASKED = "asked", "已发送，等银行答复"
    ACCEPTED = "accepted", "银行已受理"
    REFUSED = "refused", "银行拒收"
    DONE = "done", "已有结果"


class DifferenceKind(Labelled):
    """How our books and the bank's statement can differ."""

    BANK_LACKS = "bank_lacks", "我们记已付，银行没有"
    WE_LACK = "we_lack", "银行已付，我们没有"
    AMOUNT = "amount", "金额不一样"
    RETURN = "return", "退回记录不一样"


class DifferenceState(Labelled):
    OPEN = "open", "待处理"
    SETTLED = "settled", "已说明"


@dataclass(frozen=True, slots=True)
class RateRule:
    """A row of the deposit table: for contracts below `below_fen` (None: any) in a region, from a day on.

    Rates in hundredths of a percent. Rows of the longest region prefix apply, of these the newest in force.
    """

    region: str
    since: date
    below_fen: int | None
    rate_bp: int
    cap_fen: int | None
    source: str


_YI = 10_000_000_000  # 1 亿元 in fen
_LOCAL = "地方工资保证金标准（样例表，待各省录入正式文件）"
DEPOSIT_RATES = (
    RateRule("", date(2021, 11, 1), _YI // 10, 300, None, _LOCAL),
    RateRule("", date(2021, 11, 1), _YI, 200, None, _LOCAL),
    RateRule("", date(2021, 11, 1), None, 100, 500_000_000, _LOCAL),
)


@dataclass(frozen=True, slots=True)
class RecordFactor:
    """What a contractor's record makes of the rate (人社部发〔2021〕65号; not checked against the official text)."""

    key: str
    label: str
    percent: int


RECORD_FACTORS = {
    one.key: one
    for one in (
        RecordFactor("none", "新企业或不满两年", 100),
        RecordFactor("clean2", "连续两年没有欠薪", 50),
        RecordFactor("clean3", "连续三年没有欠薪", 0),
        RecordFactor("arrears", "发生过欠薪", 150),
        RecordFactor("blacklist", "列入失信名单", 200),
    )
}
FACTOR_SOURCE = "人社部发〔2021〕65号"
DEPOSIT_WORKING_DAYS = 20  # after the building permit; local tables say the same
EXPIRY_NOTICE_DAYS = 30
CLOSING_NOTICE_DAYS = 30  # 条例 Art. 27: 公示30日
MONTHLY_PAID_DAYS = 22  # days of a month when a daily wage is turned into an expectation; house figure
