"""A package on the wire."""

from datetime import datetime

from mashangban.kernel.http.schemas import Schema


class DataPackage(Schema):
    """One package of one's own data. `url` opens it for five minutes while it lies ready; `size` is bytes."""

    id: str
    state: str
    state_label: str
    asked_at: datetime
    ready_at: datetime | None = None
    until: datetime | None = None
    size: int = 0
    sha256: str = ""
    url: str | None = None
