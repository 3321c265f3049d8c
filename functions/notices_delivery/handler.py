"""Each minute: messages that wait for the morning or for a partner that was silent.

Environment: NOTICES_TABLE, IDENTITY_TABLE, WECHAT_API_URL, SMS_API_URL.
"""

from mashangban.kernel import clock
from mashangban.notices.service import sending


def handler(event: object, context: object) -> None:
    """One run."""
    sending.send_due(clock.now())
