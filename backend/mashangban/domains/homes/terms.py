"""Words of homes, once, with their sources; numbers marked ours are this platform's own."""

from dataclasses import dataclass
from enum import StrEnum

MOST_ROWS = 20_000
MOST_HOMES = 20_000
MOST_DOORS_A_SHEET = 400
CHUNK = 100
DOOR_CODE = "home-door"


class ImportKind(StrEnum):
    """What a builder's sheet brings."""

    ESTATE = "estate"
    CONTRACTS = "contracts"

    @property
    def label(self) -> str:
        return {"estate": "房屋清单", "contracts": "购房合同"}[self.value]


class ImportState(StrEnum):
    """received -> staged -> applying -> applied; or refused, cancelled. Nothing counts before applying."""

    RECEIVED = "received"
    STAGED = "staged"
    REFUSED = "refused"
    APPLYING = "applying"
    APPLIED = "applied"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return _IMPORT_STATES[self]


_IMPORT_STATES = {
    ImportState.RECEIVED: "正在检查",
    ImportState.STAGED: "检查通过，等您启用",
    ImportState.REFUSED: "有问题，没有导入",
    ImportState.APPLYING: "正在写入",
    ImportState.APPLIED: "已导入",
    ImportState.CANCELLED: "已取消",
}


class PaperState(StrEnum):
    """A printed sheet: ordered, then ready or not."""

    ORDERED = "ordered"
    READY = "ready"
    FAILED = "failed"

    @property
    def label(self) -> str:
        return {"ordered": "正在排版", "ready": "可以打印", "failed": "没有做成"}[self.value]


class ResidentRole(StrEnum):
    """In what capacity a person is bound to a home."""

    OWNER = "owner"
    TENANT = "tenant"

    @property
    def label(self) -> str:
        return {"owner": "业主", "tenant": "租客"}[self.value]


class InvitationKind(StrEnum):
    """What an owner's code offers: to live there as a tenant, or to become the owner instead."""

    TENANT = "tenant"
    TRANSFER = "transfer"

    @property
    def label(self) -> str:
        return {"tenant": "邀请租客", "transfer": "过户给新业主"}[self.value]


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `times` within each fixed window of `hours`."""

    name: str
    times: int
    hours: int


# Ours: a true buyer mistypes once or twice; whoever guesses six characters gets nowhere.
TRIES_OF_PERSON = Limit("person", 5, 1)
TRIES_AT_HOME = Limit("home", 10, 24)
TELL_OWNERS_AT = 3
TAIL = 6
MOST_RESIDENTS = 12
INVITATION_DAYS = 7
INVITATION_CODE = "home-invitation"
LEAVING_DAYS = 3
OWN_RULE = "本平台规定"
