"""Words of what enterprises think of how their claim was dealt with."""

from mashangban.kernel.labelled import Labelled

BAD = 2  # stars and fewer open a mending (ours)
GOOD = 4  # stars and more count as satisfied (ours)
MEND_DAYS = 10  # working days from a bad rating to the office's answer (ours)


class EvaluationState(Labelled):
    """Whether something is to be mended, and who acts next."""

    NOTED = "noted", "已收到"
    MENDING = "mending", "等部门整改"
    ANSWERED = "answered", "等监督确认"
    CLOSED = "closed", "整改已确认"
