"""What one brings, looked at before the visit by the agent who answers for it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mashangban.domains.appointments.errors import UnknownPaper
from mashangban.domains.appointments.terms import Verdict


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of the list, a picture of it where the person sent one, and what the agent says of it.

    `earlier`: pictures in whose place they sent another; nobody is shown them, and they go when their person leaves.
    """

    name: str
    file_id: str = ""
    verdict: Verdict = Verdict.TODO
    note: str = ""
    earlier: tuple[str, ...] = ()

    @property
    def file_ids(self) -> tuple[str, ...]:
        """Every picture that was ever sent of it, each once."""
        return tuple(dict.fromkeys(one for one in (*self.earlier, self.file_id) if one))


def listed(names: Sequence[str]) -> tuple[Paper, ...]:
    """The list as it stands when a booking is made."""
    return tuple(Paper(name) for name in names)


def sent(papers: tuple[Paper, ...], number: int, file_id: str) -> tuple[Paper, ...]:
    """A picture of a paper: what was said of an older one no longer holds. Raises UnknownPaper."""
    before = _one(papers, number)
    earlier = tuple(one for one in before.file_ids if one != file_id)
    return _changed(papers, number, Paper(before.name, file_id, earlier=earlier))


def judged(papers: tuple[Paper, ...], number: int, verdict: Verdict, note: str) -> tuple[Paper, ...]:
    """The agent's word on a paper. Raises UnknownPaper."""
    return _changed(papers, number, replace(_one(papers, number), verdict=verdict, note=note))


def _one(papers: tuple[Paper, ...], number: int) -> Paper:
    if not 0 <= number < len(papers):
        raise UnknownPaper()
    return papers[number]


def _changed(papers: tuple[Paper, ...], number: int, new: Paper) -> tuple[Paper, ...]:
    return (*papers[:number], new, *papers[number + 1 :])
