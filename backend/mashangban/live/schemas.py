"""Wire shapes of the live floor."""

from datetime import datetime

from pydantic import Field

from mashangban.kernel.http import Schema


class LiveTicket(Schema):
    """Where one connects, with a ticket that opens one connection within seconds."""

    url: str = Field(title="连接地址，只能用一次")
    valid_until: datetime = Field(title="在这之前连接")
