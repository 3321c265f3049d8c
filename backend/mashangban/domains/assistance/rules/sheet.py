"""What is seen of a form: its fields as the phone sends them, where somebody points, what is proposed. Pure."""

from dataclasses import dataclass, replace

from mashangban.domains.assistance import errors
from mashangban.domains.assistance.terms import MOST_PROPOSALS, MOST_SEEN, FieldKind, ProposalState
from mashangban.kernel import publicwords


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `value` is as the form keeps it, of files their number, of a private one always empty."""

    key: str
    label: str
    kind: FieldKind
    value: str = ""
    filled: bool = False
    fault: str = ""
    most: int = 0
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What to put into a field, and why. It counts only once the person has said so."""

    number: int
    field: str
    value: str
    reason: str
    state: ProposalState = ProposalState.OPEN


@dataclass(frozen=True, slots=True)
class Sheet:
    """`number` counts every movement, `typed` those of the phone: what comes late is refused by it.

    `shown` are the names of all fields that were seen so far, private ones left out. Of a screen only what two browsers
    tell each other before its picture flows between them (RFC 8829).
    """

    number: int = 1
    typed: int = 0
    fields: tuple[Field, ...] = ()
    shown: tuple[str, ...] = ()
    focus: str = ""
    pointed: str = ""
    proposed: int = 0
    proposals: tuple[Proposal, ...] = ()
    offered: str = ""
    answered: str = ""

    def field(self, key: str) -> Field:
        """Raises UnknownField."""
        for one in self.fields:
            if one.key == key:
                return one
        raise errors.UnknownField()


def fill(before: Sheet, typed: int, fields: tuple[Field, ...], focus: str) -> Sheet:
    """The form as it stands now; what can no longer be pointed at or proposed falls away.

    Personal data that somebody wrote where anything may be written is masked. Raises LateSheet, PrivateShown.
    """
    if typed <= before.typed:
        raise errors.LateSheet()
    if any(one.kind is FieldKind.PRIVATE and one.value for one in fields):
        raise errors.PrivateShown()
    keys = {one.key for one in fields}
    seen = tuple(replace(one, value=_seen(one)) for one in fields)
    return replace(
        before,
        number=before.number + 1,
        typed=typed,
        fields=seen,
        shown=tuple(dict.fromkeys((*before.shown, *_names(fields))))[:MOST_SEEN],
        focus=focus if focus in keys else "",
        pointed=before.pointed if before.pointed in keys else "",
        proposals=tuple(one for one in before.proposals if one.field in keys),
    )


def point(before: Sheet, key: str) -> Sheet:
    """Show the person where; empty for nowhere. Raises UnknownField."""
    if key:
        before.field(key)
    return replace(before, number=before.number + 1, pointed=key)


def propose(before: Sheet, key: str, value: str, reason: str) -> Sheet:
    """Another proposal for a field takes the place of the open one.

    Raises UnknownField, NotProposable, NotAChoice, AsItStands.
    """
    field = before.field(key)
    if not field.kind.proposable:
        raise errors.NotProposable()
    if not _fits(field, value):
        raise errors.NotAChoice()
    if value == field.value:
        raise errors.AsItStands()
    new = Proposal(before.proposed + 1, key, value, reason)
    rest = tuple(one for one in before.proposals if one.field != key)
    return replace(
        before,
        number=before.number + 1,
        pointed=key,
        proposed=new.number,
        proposals=(*rest, new)[-MOST_PROPOSALS:],
    )


def answer(before: Sheet, number: int, *, accepted: bool) -> tuple[Sheet, Proposal]:
    """The person's word on a proposal, once. Raises NothingProposed."""
    found = next((one for one in before.proposals if one.number == number), None)
    if found is None or found.state is not ProposalState.OPEN:
        raise errors.NothingProposed()
    said = replace(found, state=ProposalState.ACCEPTED if accepted else ProposalState.REFUSED)
    proposals = tuple(said if one.number == number else one for one in before.proposals)
    return replace(before, number=before.number + 1, pointed="", proposals=proposals), said


def show_screen(before: Sheet, offered: str) -> Sheet:
    """The browser with the screen offers its picture; a newer offer takes the place of the one before."""
    return replace(before, number=before.number + 1, offered=offered, answered="")


def look_at_screen(before: Sheet, answered: str) -> Sheet:
    """The other browser takes the offer. Raises NothingOffered."""
    if not before.offered or before.answered:
        raise errors.NothingOffered()
    return replace(before, number=before.number + 1, answered=answered)


def _names(fields: tuple[Field, ...]) -> list[str]:
    return [one.label for one in fields if one.kind is not FieldKind.PRIVATE]


def _seen(one: Field) -> str:
    return publicwords.masked(one.value) if one.kind is FieldKind.TEXT else one.value


def _fits(field: Field, value: str) -> bool:
    if field.kind is FieldKind.CHOICE:
        return any(one.value == value for one in field.options)
    return len(value) <= field.most
