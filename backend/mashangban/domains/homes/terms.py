"""Words of homes, once, with their sources; numbers marked ours are this platform's own."""

from enum import StrEnum

MOST_ROWS = 20_000
MOST_HOMES = 20_000
MOST_DOORS_A_SHEET = 400
CHUNK = 100
DOOR_CODE = "home-door"


class ImportKind(StrEnum):
    """What a builder's sheet brings."""

    ESTATE = "estate"

    @property
    def label(self) -> str:
        return {"estate": "房屋清单"}[self.value]


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
