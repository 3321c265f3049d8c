"""The text message gateway: a message carries its own id, so a repeat is sent once."""

from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.partners import Partner, PartnerRefusal
from mashangban.kernel.recipients import Recipient
from mashangban.kernel.settings import settings
from mashangban.notices.partners.answers import Unreachable

RECIPIENT = Recipient(
    "短信服务商（通知）",
    "手机号和短信内容，里面没有完整的身份证号和卡号",
    "有要紧的事通知您",
    "通知您已经在办的事（个人信息保护法第十三条）；多数能在消息设置里关掉",
    ("SMS_API_URL",),
)


def send(message_id: str, phone: str, text: str) -> None:
    """Hand over one message. Raises Unreachable for a number the gateway refuses, else PartnerUnavailable."""
    partner = Partner(settings().sms_api_url, "sms-api-key")
    try:
        partner.post_signed("/sms/messages", {"message_id": message_id, "phone": phone, "text": text})
    except PartnerRefusal as refused:
        if refused.code == "phone_invalid":
            raise Unreachable() from refused
        raise PartnerUnavailable() from refused
