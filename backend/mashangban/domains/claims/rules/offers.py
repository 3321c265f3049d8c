"""A list of the enterprises that meet a policy, and what became of each. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from mashangban.domains.claims import errors
from mashangban.domains.claims.terms.offers import Candidacy, OfferListState
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

SEEN, UNDECIDED, WORTH, TRIED = "seen", "undecided", "worth_fen", "tried"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An enterprise that meets the policy, what it would get (0: not known), and why it was not listed."""

    enterprise_id: str
    name: str
    county: str
    worth_fen: int
    state: Candidacy
    why: str = ""


@dataclass(frozen=True, slots=True)
class OfferList:
    """One run over a region's enterprises for one edition of a policy. Only what is `automatic` is offered; of others
    one learns who meets them. `counts` holds the number by candidacy of what was found, then of what was offered, and
    the enterprises seen, undecided, tried.
    """

    id: str
    policy_id: str
    edition: int
    title: str
    region: str
    begun_at: datetime
    automatic: bool = True
    state: OfferListState = OfferListState.LOOKING
    counts: Mapping[str, int] = field(default_factory=dict)
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("offerlist", self.id)

    @property
    def place(self) -> Place:
        return Place(region=self.region)

    def count(self, name: str) -> int:
        """How many of a kind; none where it was never counted."""
        return self.counts.get(name, 0)

    def met_in_all(self) -> int:
        """Enterprises that meet the policy, whatever they had claimed already."""
        return sum(self.count(one.value) for one in (Candidacy.MET, Candidacy.TAKEN, Candidacy.UNPRICED))

    def found(self, seen: int, undecided: int, who: Iterable[Candidate], *, last: bool) -> "OfferList":
        """The list after one more page of the region's enterprises."""
        met = list(who)
        worth = sum(one.worth_fen for one in met if one.state is Candidacy.MET)
        more = {SEEN: seen, UNDECIDED: undecided, WORTH: worth} | _by_state(met)
        return self._with(more, OfferListState.READY if last else self.state)

    def tried(self, who: Iterable[Candidate], *, last: bool) -> "OfferList":
        """The list after one more page of its candidates was offered what they meet."""
        done = [one for one in who if one.state in (Candidacy.OFFERED, Candidacy.FELL)]
        more = {TRIED: len(done)} | _by_state(done)
        return self._with(more, OfferListState.FINISHED if last else self.state)

    def ended(self) -> "OfferList":
        """The list as far as it came: its policy is no longer in force."""
        return replace(self, state=OfferListState.FINISHED)

    def _with(self, more: Mapping[str, int], state: OfferListState) -> "OfferList":
        return replace(self, counts=dict(Counter(self.counts) + Counter(more)), state=state)


def _by_state(who: list[Candidate]) -> dict[str, int]:
    return dict(Counter(one.state.value for one in who))


def confirm(one: OfferList, edition_in_force: int) -> OfferList:
    """An officer has seen the list and lets all who are met be offered. Raises OfferListNotReady, OfferListOutdated."""
    if not one.automatic or one.state is not OfferListState.READY or not one.count(Candidacy.MET.value):
        raise errors.OfferListNotReady()
    if one.edition != edition_in_force:
        raise errors.OfferListOutdated()
    return replace(one, state=OfferListState.OFFERING)


def candidacy(*, held: bool, worth_fen: int | None) -> Candidacy:
    """What an enterprise that meets the policy is on the list as."""
    if held:
        return Candidacy.TAKEN
    return Candidacy.UNPRICED if worth_fen is None else Candidacy.MET
