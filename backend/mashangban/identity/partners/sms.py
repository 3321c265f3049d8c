"""The text message gateway."""

from mashangban.kernel.errors import FieldError, Invalid
from mashangban.kernel.partners import Partner, PartnerRefusal
from mashangban.kernel.recipients import Recipient
from mashangban.kernel.settings import settings

RECIPIENT = Recipient(
    "短信服务商（登录）",
    "手机号和验证码",
    "把登录验证码发给您",
    "您点了“发验证码”（个人信息保护法第十三条）",
    ("SMS_API_URL",),
)


def send(message_id: str, phone: str, text: str) -> None:
    """Hand over one message; the same `message_id` again is sent once.

    Raises PartnerUnavailable, or Invalid when the gateway refuses the number.
    """
    partner = Partner(settings().sms_api_url, "sms-api-key")
    try:
        partner.post_signed("/sms/messages", {"message_id": message_id, "phone": phone, "text": text})
    except PartnerRefusal as refused:
        raise Invalid(errors=[FieldError("phone", "这个手机号收不到短信")]) from refused
