"""A question with its answer: versions, the second person's review, the days for which it holds. Pure."""

from dataclasses import dataclass, replace
from datetime import date

from mashangban.domains.answers import errors
from mashangban.domains.answers.rules.media import Media
from mashangban.domains.answers.terms import PairShelf
from mashangban.domains.answers.terms.departments import AnswerDepartment
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything a pair says, in one version; `titles` are other words in which people ask it.

    `author_id` wrote last, `earlier_authors` before while it was the same draft.
    """

    department: AnswerDepartment
    question: str
    titles: tuple[str, ...]
    answer: str
    source: str
    clause: str
    link: str
    valid_from: date
    valid_until: date | None
    author_id: str = ""
    reviewer_id: str = ""
    media: Media = ()
    earlier_authors: tuple[str, ...] = ()

    @property
    def authors(self) -> tuple[str, ...]:
        """All whose work it is: none of them lets it count."""
        return (self.author_id, *self.earlier_authors)

    def holds(self, day: date) -> bool:
        """Whether it may be given as an answer that day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


def check_days(content: Edition, today: date) -> None:
    """An answer that has already ended is nobody's answer. Raises WrongDays."""
    ends = content.valid_until
    if ends is not None and (ends < content.valid_from or ends < today):
        raise errors.WrongDays()


@dataclass(frozen=True, slots=True)
class Pair:
    """The head of a pair. `edition` is the last that was published, `draft` is being written; 0 where there is none.

    `ended` says why the published edition stands no longer; `returned` why the draft came back; `gap_id` names the
    unanswered question it was written for.
    """

    id: str
    region: str
    department: AnswerDepartment
    question: str
    edition: int = 0
    draft: int = 0
    submitted: bool = False
    ended: str = ""
    returned: str = ""
    gap_id: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("answerpair", self.id)

    @property
    def place(self) -> Place:
        """Offices of this region, and of those above it; what holds for the whole country is the platform's."""
        return Place(region=self.region)

    @property
    def in_force(self) -> bool:
        return bool(self.edition) and not self.ended

    @property
    def shelf(self) -> PairShelf:
        """Where it lies on the office's desk: what is to be done comes before what stands."""
        if self.submitted:
            return PairShelf.SUBMITTED
        if self.draft:
            return PairShelf.DRAFTED
        return PairShelf.ENDED if self.ended else PairShelf.PUBLISHED

    def drafted(self, content: Edition) -> "Pair":
        """The head with a draft: the one that is open, or the next. Raises InReview."""
        if self.submitted:
            raise errors.InReview()
        named = self if self.in_force else self._named(content)
        return replace(named, draft=self.draft or self.edition + 1)

    def written(self, content: Edition, over: Edition) -> Edition:
        """Words over those of the open draft, whose authors stay its authors; over what stands a draft is new."""
        earlier = dict.fromkeys(over.authors if self.draft else ())
        return replace(
            content, earlier_authors=tuple(one for one in earlier if one and one != content.author_id)
        )

    def handed_in(self) -> "Pair":
        """The head with its draft before a second person. Raises NothingDrafted, InReview."""
        if self.submitted:
            raise errors.InReview()
        if not self.draft:
            raise errors.NothingDrafted()
        return replace(self, submitted=True, returned="")

    def sent_back(self, reason: str) -> "Pair":
        """The head with its draft back on the author's desk. Raises NotSubmitted."""
        if not self.submitted:
            raise errors.NotSubmitted()
        return replace(self, submitted=False, returned=reason)

    def approved(self, content: Edition, reviewer_id: str) -> "Pair":
        """The head with its draft in force. Raises NotSubmitted, OwnWork."""
        if not self.submitted:
            raise errors.NotSubmitted()
        if reviewer_id in content.authors:
            raise errors.OwnWork()
        return replace(self._named(content), edition=self.draft, draft=0, submitted=False, ended="")

    def stopped(self, reason: str) -> "Pair":
        """The head of a pair that is given to nobody any more. Raises NotPublished."""
        if not self.in_force:
            raise errors.NotPublished()
        return replace(self, ended=reason)

    def _named(self, content: Edition) -> "Pair":
        return replace(self, question=content.question, department=content.department)
