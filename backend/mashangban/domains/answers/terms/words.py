"""Relations between words, and how far each of them reaches."""

from mashangban.kernel.labelled import Labelled

MOST_WEIGHT = 100


class Relation(Labelled):
    """same: either stands for the other; narrower: a question with the first also looks for the second; related: each
    also looks for the other. Only what is the same is read as the other.
    """

    SAME = "same", "同义（两个词可以互换）"
    NARROWER = "narrower", "包含于（问前一个，也找后一个）"
    RELATED = "related", "相关（互相带着找）"
