"""Words of a list of those who need not apply (免申即享名单): found by the facts, confirmed by an officer, offered."""

from mashangban.kernel.labelled import Labelled


class OfferListState(Labelled):
    """Where a list stands. Nobody is offered anything before an officer has seen who is on it."""

    LOOKING = "looking", "正在查找"
    READY = "ready", "等您确认"
    OFFERING = "offering", "正在列入"
    FINISHED = "finished", "已办完"

    @property
    def running(self) -> bool:
        """The stream goes on with it, page by page."""
        return self in (OfferListState.LOOKING, OfferListState.OFFERING)


class Candidacy(Labelled):
    """What became of an enterprise that meets the policy."""

    MET = "met", "符合，等列入"
    TAKEN = "taken", "已经列入或申报过"
    UNPRICED = "unpriced", "符合，金额还算不出"
    OFFERED = "offered", "已列入"
    FELL = "fell", "没有列入"
