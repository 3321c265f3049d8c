"""Words and limits of imports; the numbers are ours."""

from mashangban.kernel.labelled import Labelled


class ImportState(Labelled):
    """refused, or staged -> applying -> applied; staged -> cancelled."""

    REFUSED = "refused", "有问题，没有导入"
    STAGED = "staged", "检查通过，等待确认"
    APPLYING = "applying", "正在写入"
    APPLIED = "applied", "已导入"
    CANCELLED = "cancelled", "已取消"


# What a browser may post at once; larger files come through the files room.
MOST_POSTED = 4 * 1024 * 1024
MOST_ERRORS = 2_000
