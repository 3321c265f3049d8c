"""Which matters of an office somebody looks for. Pure."""

from mashangban.domains.matters.rules.matter import Matter
from mashangban.domains.matters.terms import MatterState, Whose


def wanted(one: Matter, state: MatterState | None, words: str, whose: Whose | None, who: str) -> bool:
    """Whether a matter answers every question that was asked; `who` asks."""
    if state is not None and one.state is not state:
        return False
    if words and words not in one.name:
        return False
    match whose:
        case Whose.MINE:
            return who in one.hands
        case Whose.LATE:
            return one.late
        case None:
            return True
