"""好差评 (国办发〔2019〕51号): five levels, once a matter.

A bad word is checked within a working day (K), mended within fifteen, and every one is called back.
"""

from mashangban.kernel.labelled import Labelled

VERIFY_DAYS = 1
MEND_DAYS = 15


class RatingTag(Labelled):
    """What it is about, online: efficiency, guidance, ease, the platform."""

    SPEED = "speed", "办得快不快"
    GUIDANCE = "guidance", "说得清不清楚"
    EASE = "ease", "方便不方便"
    MANNER = "manner", "态度好不好"
    PLATFORM = "platform", "平台好不好用"


class MendingState(Labelled):
    """noted; or verify -> mend -> call -> done. Not content leads back to mend."""

    NOTED = "noted", "已收到"
    VERIFY = "verify", "待核实"
    MEND = "mend", "整改中"
    CALL = "call", "待回访"
    DONE = "done", "已整改并回访"

    @property
    def open(self) -> bool:
        return self in (MendingState.VERIFY, MendingState.MEND, MendingState.CALL)
