"""A package on the wire, and the rules of handling that everybody may read."""

from datetime import date, datetime

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


class DataHandler(Schema):
    """Who answers for personal data, and who is in charge of it there (个人信息保护法 Art. 17, 52)."""

    name: str
    address: str
    contact: str
    officer: str
    officer_contact: str


class DataKept(Schema):
    """One kind of what is kept: what, from whom or by which law, until when."""

    name: str
    holds: str
    source: str
    kept: str


class DataRecipient(Schema):
    """Who gets something: what, what for, on which ground."""

    name: str
    given: str
    purpose: str
    ground: str


class DataRight(Schema):
    """What one may ask and how; `page` is where the phone does it, empty where it does not."""

    name: str
    how: str
    law: str
    page: str


class DataRemark(Schema):
    """One thing that holds for all that is kept."""

    title: str
    text: str


class DataTold(Schema):
    """What the rooms say of themselves; `decided` by a program alone, `erased` and `lawful` after leaving."""

    kept: tuple[DataKept, ...]
    recipients: tuple[DataRecipient, ...]
    decided: tuple[str, ...]
    erased: tuple[str, ...]
    lawful: tuple[str, ...]


class DataRules(DataTold):
    """个人信息处理规则: all of it. `version` changes with any word of it."""

    version: str
    since: date
    handler: DataHandler
    rights: tuple[DataRight, ...]
    remarks: tuple[DataRemark, ...]
