"""Words of identity: states, purposes, the texts a person agrees to, limits with their sources."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class RealNameState(StrEnum):
    """Whether name and number were confirmed by the identity source."""

    NONE = "none"
    VERIFIED = "verified"
    WITHDRAWN = "withdrawn"  # consent taken back; what law makes us keep stays sealed


class SignInMethod(StrEnum):
    """How a session began."""

    WECHAT = "wechat"
    SMS = "sms"
    STAFF = "staff"
    KIOSK = "kiosk"  # at a machine that others use after: short, and never with an office's rights


class Purpose(StrEnum):
    """What a person separately agrees to (单独同意, 个人信息保护法 Art. 29)."""

    REAL_NAME = "real-name"


class RevealReason(StrEnum):
    """Why personal data is shown in full; free text is not asked for, it would end in the log."""

    CONTACT = "contact"  # 联系本人
    CHECK_DOCUMENT = "check-document"  # 核对证件
    PAYMENT = "payment"  # 核对工资发放
    LEGAL = "legal"  # 依法调取


INITIAL_PASSWORD_LIFE = timedelta(days=7)
"""So long a password that an administrator handed over opens the way to choose one's own (OWASP ASVS 2.3.1)."""


@dataclass(frozen=True, slots=True)
class ConsentText:
    """One version of what is agreed to; versions stay so that an old consent can be read again."""

    purpose: Purpose
    version: str
    title: str
    text: str


CONSENTS = (
    ConsentText(
        Purpose.REAL_NAME,
        "real-name-2026-11",
        "实名认证授权",
        "为了给您办理合同、考勤和工资，我们要用您的姓名和身份证号向公安身份核验源核对一次。"
        "两项都加密保存，页面上只显示一部分，不会用于其他用途。您可以在“我的”里撤回同意；"
        "撤回后，法律要求留存的合同和工资记录仍按规定年限保存。"
        "依据：个人信息保护法第十三、十七、二十八至三十条。",
    ),
)

# Sessions. A phone stays signed in while it is used; offices sign in each day.
PHONE_IDLE = timedelta(days=30)
PHONE_LONGEST = timedelta(days=180)
STAFF_LONGEST = timedelta(hours=12)
SESSIONS_AT_ONCE = 10
# At a kiosk: how long one is signed in at most, how long its picture may be scanned, how long its voucher holds.
KIOSK_LONGEST = timedelta(minutes=20)
SCAN_LIFE = timedelta(minutes=2)
VOUCHER_LIFE = timedelta(minutes=10)
# A refresh answer lost on a bad network may be asked for again within this time; later it counts as theft.
REFRESH_GRACE = timedelta(seconds=30)

# An account that nobody signs in to is forgotten, a month after its person was told. No article names a number (PIPL
# Art. 19: the shortest time that is needed); three years is how long a wage ledger is kept (保障农民工工资支付条例
# Art. 15), about which a worker may come back. A change reaches whoever is waited for when they are looked at.
DORMANT_YEARS = 3
DORMANT_WORDS = "三年"
NOTICE_MONTHS = 1

# Codes by text message.
CODE_LIFE = timedelta(minutes=5)
CODE_RESEND = timedelta(seconds=60)
CODE_TRIES = 5
STAFF_TRIES = 5
STAFF_LOCK = timedelta(minutes=15)
REAL_NAME_TRIES = 10
