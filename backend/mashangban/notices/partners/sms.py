"""The text message gateway: a message carries its own id, so a repeat is sent once."""

from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.partners import Partner, PartnerRefusal
from mashangban.kernel.settings import settings
from mashangban.notices.partners.answers import Unreachable


def send(message_id: str, phone: str, text: str) -> None:
    """Hand over one message. Raises Unreachable for a number the gateway refuses, else PartnerUnavailable."""
    partner = Partner(settings().sms_api_url, "sms-api-key")
    try:
        partner.post_signed("/sms/messages", {"message_id": message_id, "phone": phone, "text": text})
    except PartnerRefusal as refused:
        if refused.code == "phone_invalid":
            raise Unreachable() from refused
        raise PartnerUnavailable() from refused
