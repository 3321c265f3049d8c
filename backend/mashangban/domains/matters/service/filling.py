"""What the person does: fill in, have it looked at, hand in, supply once, take back."""

from collections.abc import Sequence
from dataclasses import replace

from mashangban.domains.matters import errors, events
from mashangban.domains.matters.repository import dossiers, matters
from mashangban.domains.matters.rules import dossier as dossier_rules
from mashangban.domains.matters.rules import matter as rules
from mashangban.domains.matters.rules.dossier import Attached, Dossier, Entry
from mashangban.domains.matters.rules.item import Pinned
from mashangban.domains.matters.rules.matter import Matter
from mashangban.domains.matters.schemas.matters import MatterDone, MatterEntry, MatterFilling, MatterSupply
from mashangban.domains.matters.service import access, clocking, steps, telling
from mashangban.domains.matters.terms import MatterState, PaperKind
from mashangban.files import events as file_events
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message
from mashangban.kernel.pagination import every
from mashangban.kernel.permissions import Role

# Phones of before send their papers as attachments.
_PAPERS = frozenset({Purpose.MATTER, Purpose.ATTACHMENT})


def save(act: Act, matter_id: str, given: MatterFilling) -> MatterDone:
    """Keep the draft as it is now. Raises WrongStep, DossierWrong, NotArrived."""
    one, item, before = _draft(act, matter_id)
    after = _filled(act, item, before, given)
    kept = _with_delivery(one, after)
    gone = _replaced(one, before, after)
    return steps.write(act, one, kept, events.SAVED, Role.PERSON, told=gone, pinned=item, dossier=after)


def ask_check(act: Act, matter_id: str) -> MatterDone:
    """Let an official look first. Raises WrongStep."""
    one = access.own(act, matter_id)
    after = rules.ask_check(one)
    told = telling.office(one, "matters.to-check")
    return steps.write(act, one, after, events.CHECK_ASKED, Role.PERSON, told=told)


def submit(act: Act, matter_id: str, given: MatterFilling) -> MatterDone:
    """Hand in what the screen showed, all at once. Raises WrongStep, DossierWrong, DossierIncomplete, NotArrived."""
    one, item, before = _draft(act, matter_id)
    dossier = _filled(act, item, before, given)
    dossier_rules.require_complete(item, dossier)
    after = rules.submit(_with_delivery(one, dossier), act.at)
    told = telling.person(after, "matters.received", due=clocking.due_words(after, item))
    gone = _replaced(one, before, dossier)
    data = {"papers": _fingerprints(dossier.entries)}
    return steps.write(
        act,
        one,
        after,
        events.SUBMITTED,
        Role.PERSON,
        data,
        (*told, *gone),
        pinned=item,
        dossier=dossier,
        paper=PaperKind.RECEIPT,
    )


def supply(act: Act, matter_id: str, given: MatterSupply) -> MatterDone:
    """Send what was asked for. Raises WrongStep, DossierWrong, NotArrived."""
    one = access.own(act, matter_id)
    after = rules.supply(one, act.at)
    item, before = matters.pinned(one), dossiers.get(one.subject)
    fresh = tuple(_entry(act, each, before) for each in given.entries)
    dossier = dossier_rules.supplied(item, before, fresh)
    data = {"papers": _fingerprints(fresh)}
    gone = _replaced(one, before, dossier)
    return steps.write(
        act, one, after, events.SUPPLIED, Role.PERSON, data, gone, pinned=item, dossier=dossier
    )


def withdraw(act: Act, matter_id: str) -> MatterDone:
    """Take it back before it is decided; what was brought is kept no more, its files neither. Raises WrongStep."""
    one = access.own(act, matter_id)
    after = rules.withdraw(one)
    came = one.submitted_at is not None
    told = telling.office(one, "matters.withdrawn") if came else ()
    gone = _let_go(one, dossiers.get(one.subject).file_ids)
    data = {"submitted": came}
    return steps.write(act, one, after, events.WITHDRAWN, Role.PERSON, data, (*told, *gone), gone=True)


def _replaced(one: Matter, before: Dossier, after: Dossier) -> tuple[Message, ...]:
    """Another came in the place of a file, or the paper is brought in another way now."""
    return _let_go(one, dossier_rules.in_none_of(before.file_ids, [after]))


def _let_go(one: Matter, files: Sequence[str]) -> tuple[Message, ...]:
    """Of files that this matter has no more: those that no other matter of the person has."""
    if not files:
        return ()
    known = every(lambda page: matters.of_person(one.person_id, page))
    others = (dossiers.get(each.subject) for each in known if each.id != one.id)
    gone = dossier_rules.in_none_of(files, others)
    return file_events.let_go(one.person_id, gone, file_events.TAKEN_BACK)


def _draft(act: Act, matter_id: str) -> tuple[Matter, Pinned, Dossier]:
    one = access.own(act, matter_id)
    if one.state is not MatterState.DRAFT:
        raise errors.WrongStep()
    return one, matters.pinned(one), dossiers.get(one.subject)


def _filled(act: Act, item: Pinned, before: Dossier, given: MatterFilling) -> Dossier:
    new = Dossier(
        entries=tuple(_entry(act, one, before) for one in given.entries),
        values={key: value for key, value in given.values.items() if value},
        delivery=given.delivery,
        address=given.address,
    )
    return dossier_rules.refilled(item, before, new)


def _entry(act: Act, given: MatterEntry, before: Dossier) -> Entry:
    """A paper with its files: those that are new have come to the files room and are the person's own."""
    known = {one.file_id: one for each in before.entries for one in each.files}
    attached = tuple(known.get(file_id) or _attached(act, file_id) for file_id in given.files)
    return Entry(given.name, given.how, attached, given.because)


def _attached(act: Act, file_id: str) -> Attached:
    found = files.hold(act, "matters", file_id, _PAPERS)
    return Attached(found.id, found.sha256, found.filename)


def _with_delivery(one: Matter, dossier: Dossier) -> Matter:
    return replace(one, delivery=dossier.delivery)


def _fingerprints(entries: Sequence[Entry]) -> list[dict[str, object]]:
    """What was handed in, as an event names it: how each paper came and the hashes of its files."""
    return [{"how": one.how.value, "sha256": [each.sha256 for each in one.files]} for one in entries]
