"""Words of a package of one's own data: its states, how long it lies there, how often one may ask."""

from datetime import timedelta
from enum import StrEnum

# It holds names and numbers in full: it lies where it can be fetched no longer than that takes.
KEPT = timedelta(days=3)
# Packing takes seconds to minutes; whoever waits longer is told to ask again.
PATIENCE = timedelta(hours=1)
A_DAY = 3
LISTED = timedelta(days=30)
FIRST_PAGE = "请先看这里.html"


class PackageState(StrEnum):
    """How far a package is."""

    PACKING = "packing"
    READY = "ready"
    FAILED = "failed"
    CLEARED = "cleared"

    @property
    def label(self) -> str:
        """What screens show."""
        return _LABELS[self]


_LABELS = {
    PackageState.PACKING: "正在整理",
    PackageState.READY: "可以下载",
    PackageState.FAILED: "没有整理成，请再申请一次",
    PackageState.CLEARED: "已过期清除，需要时再申请",
}
