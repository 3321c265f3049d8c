"""An item that comes from a catalogue elsewhere: published when nothing is missing, else kept as a draft."""

from dataclasses import dataclass, replace

from mashangban.domains.guides import events
from mashangban.domains.guides.repository import items as repository
from mashangban.domains.guides.rules import reviewing
from mashangban.domains.guides.rules.item import Content, Item
from mashangban.domains.guides.rules.published import Published
from mashangban.domains.guides.rules.readiness import gaps
from mashangban.domains.guides.schemas import GuideForm
from mashangban.domains.guides.service.handing import remembered
from mashangban.domains.guides.service.items import content as content_of
from mashangban.domains.guides.service.items import digest
from mashangban.domains.guides.terms import Brought, GuideState
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role


@dataclass(frozen=True, slots=True)
class Bringing:
    """What became of it, and of which item."""

    item_id: str
    outcome: Brought

    @property
    def changed(self) -> bool:
        return self.outcome in (Brought.PUBLISHED, Brought.DRAFTED)


def bring(act: Act, role: Role, given: GuideForm, revision: int = 0) -> Bringing:
    """Bring an item in by its code. Brought again it changes nothing; what an office is writing is left alone, and what
    it withdrew stays withdrawn: the new content waits as a draft that the office may publish.

    `revision` is the source's own counting, 0 where it counts none: an older one changes nothing either.
    """
    written = content_of(given.content)
    known = repository.by_codes((given.region,), (given.code,)).get(given.code)
    if known is None:
        return _settle(act, role, _begin(act, role, given, written, revision), written)
    head = repository.get(known)
    if revision < head.revision:
        return Bringing(known, Brought.OLDER)
    stands, draft = repository.current(known), repository.draft_of(known)
    if draft is not None and draft != written:
        return Bringing(known, Brought.BEING_WRITTEN)
    if stands is not None and stands.content == written:
        return Bringing(known, Brought.SAME)
    if draft is None or revision > head.revision:
        head = _edit(act, role, head, written, revision)
    if head.state is GuideState.WITHDRAWN:
        return Bringing(known, Brought.WITHDRAWN)
    return _settle(act, role, head, written)


def complete(act: Act, role: Role, head: Item, written: Content) -> Bringing:
    """Fill in what an item lacks, as a second person confirmed it.

    What stands, and a draft that nobody here wrote, is published when nothing is missing; a draft of somebody's
    stays theirs.
    """
    edited = _edit(act, role, head, written, head.revision)
    if remembered(head).writers or head.state is GuideState.WITHDRAWN:
        return Bringing(head.id, Brought.KEPT)
    return _settle(act, role, edited, written)


def _begin(act: Act, role: Role, given: GuideForm, written: Content, revision: int) -> Item:
    new = Item(
        ids.new_id(act.at), given.region, given.code, written.name, GuideState.DRAFT, revision=revision
    )
    data = {"region": new.region, "code": new.code, "brought": True}
    repository.create(act, new, written, following(act, events.ITEM_DRAFTED, new, role, data))
    return repository.get(new.id)


def _edit(act: Act, role: Role, head: Item, written: Content, revision: int) -> Item:
    name = head.name if head.edition else written.name
    after = replace(head, name=name, draft=True, revision=max(revision, head.revision))
    data = {"brought": True, "revision": after.revision}
    repository.edit(act, head, after, written, following(act, events.ITEM_EDITED, head, role, data))
    return repository.get(head.id)


def _settle(act: Act, role: Role, head: Item, written: Content) -> Bringing:
    """Publish a draft in which nothing is missing."""
    today = clock.local_date(act.at)
    if any(gaps(written, head.region, today)):
        return Bringing(head.id, Brought.DRAFTED)
    after = reviewing.published(head, written.name)
    now = Published(head.id, head.region, head.code, after.edition, today, written)
    data = {"edition": now.edition, "sha256": digest(written), "brought": True}
    event = following(act, events.ITEM_PUBLISHED, head, role, data)
    repository.publish(act, head, now, repository.current(head.id), after, event)
    return Bringing(head.id, Brought.PUBLISHED)
