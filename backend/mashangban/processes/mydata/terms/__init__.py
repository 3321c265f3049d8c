"""Words of a package of one's own data: its states, how long it lies there, how often one may ask."""

from datetime import timedelta
from enum import StrEnum

# It holds names and numbers in full: it lies where it can be fetched no longer than that takes.
KEPT = timedelta(days=3)
# Packing takes seconds to minutes; whoever waits longer is told to ask again.
PATIENCE = timedelta(hours=1)
# What did not come to its end is tried again: at once behind whoever waits, then after these hours, then no more.
PAUSES = (0, 1, 3)
PAUSE_RULE = "本平台规则：没有整理成的个人信息包，隔 1 小时、3 小时再试"
A_DAY = 3
LISTED = timedelta(days=30)
FIRST_PAGE = "请先看这里.html"
FOLDER = "文件"
FILE_LIST = "文件清单.json"
# Photos and papers of one package, bytes: fetched in one go, and far below the disk that packs (2 GiB).
MOST_BYTES = 300 * 1024 * 1024


class Left(StrEnum):
    """Why a file of one's records is not in the package; the value is what its person reads."""

    TOO_MUCH = "文件太多，这个包装不下了"
    BY_OTHERS = "别人拍的，里面可能有别人"
    NOT_THERE = "还没有处理好，或者现在打不开"


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
