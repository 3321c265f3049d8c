"""How a matter is handled across regions, and how much an alliance holds.

The three ways are those of 国办发〔2020〕35号 (关于加快推进政务服务“跨省通办”的指导意见).
"""

from mashangban.kernel.labelled import Labelled

# What an imported file holds.
ITEMS = "items"
MOST_ZONES = 30
MOST_ROWS = 300
# A list from a file lies in one item until it is confirmed (DynamoDB: 400 KB, a third goes to its encryption).
MOST_LIST_BYTES = 200_000
# A batch is written out so many items at a time: an item and its event are two writes of a hundred.
SLICE = 40
MOST_AGREED = 30
MOST_CLERKS, MOST_TRAININGS = 40, 20
# A training counts for a year: this platform's own rule.
TRAINED_DAYS = 365


class Mode(Labelled):
    """Where the person goes and who decides."""

    ONLINE = "online", "全程网办"
    ON_BEHALF = "on_behalf", "代收代办"
    TOGETHER = "together", "多地联办"


class ItemState(Labelled):
    """Whether an item counts: only what every zone taking part has agreed to."""

    PROPOSED = "proposed", "等各地同意"
    IN_FORCE = "in_force", "可以办"
    CHANGING = "changing", "可以办，新标准等各地同意"
