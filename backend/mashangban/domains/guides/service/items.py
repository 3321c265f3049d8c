"""Items: written by the office of a region, published as editions, withdrawn with a reason."""

import hashlib
from dataclasses import replace

from mashangban.domains.guides import errors, events, permissions
from mashangban.domains.guides.repository import items as repository
from mashangban.domains.guides.rules.item import Basis, Content, Item, Material, Stage, Window
from mashangban.domains.guides.rules.published import Published
from mashangban.domains.guides.rules.readiness import require_ready
from mashangban.domains.guides.schemas import GuideContent, GuideDone, GuideForm, GuideWithdrawal
from mashangban.domains.guides.terms import GuideState
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Place, Role


def draft(act: Act, given: GuideForm) -> GuideDone:
    """Begin an item of one's own region. Raises CodeTaken, NotFound beyond reach."""
    role = act.actor.role_for(permissions.KEEP_ITEMS, Place(given.region))
    written = content(given.content)
    new = Item(ids.new_id(act.at), given.region, given.code, written.name, GuideState.DRAFT)
    answer = done(new)
    data = {"region": new.region, "code": new.code}
    repository.create(act, new, written, following(act, events.ITEM_DRAFTED, new, role, data), answer)
    return answer


def edit(act: Act, item_id: str, given: GuideContent) -> GuideDone:
    """Write the next edition; what is published stays as it is. Raises NotFound beyond reach."""
    before, role = _kept(act, item_id)
    written = content(given)
    name = before.name if before.edition else written.name
    after = replace(before, name=name, draft=True)
    answer = done(after)
    event = following(act, events.ITEM_EDITED, before, role)
    repository.edit(act, before, after, written, event, answer)
    return answer


def publish(act: Act, item_id: str) -> GuideDone:
    """Let the draft stand for everybody. Raises NoDraft, ItemUnready, NotFound beyond reach."""
    before, role = _kept(act, item_id)
    written = repository.draft_of(item_id)
    if written is None:
        raise errors.NoDraft()
    today = clock.local_date(act.at)
    require_ready(written, before.region, today)
    now = Published(before.id, before.region, before.code, before.edition + 1, today, written)
    head = replace(
        before, name=written.name, state=GuideState.PUBLISHED, edition=now.edition, draft=False, why=""
    )
    answer = done(head)
    data = {"edition": now.edition, "sha256": digest(written)}
    event = following(act, events.ITEM_PUBLISHED, before, role, data)
    repository.publish(act, before, now, repository.current(item_id), head, event, answer)
    return answer


def withdraw(act: Act, item_id: str, given: GuideWithdrawal) -> GuideDone:
    """Let it stand no longer, and say why. Raises NotPublished, NotFound beyond reach."""
    before, role = _kept(act, item_id)
    was = repository.current(item_id)
    if was is None:
        raise errors.NotPublished()
    after = replace(before, state=GuideState.WITHDRAWN, why=given.why)
    answer = done(after)
    event = following(act, events.ITEM_WITHDRAWN, before, role, {"edition": before.edition})
    repository.withdraw(act, before, after, was, event, answer)
    return answer


def digest(one: Content) -> str:
    """SHA-256 of an edition's canonical JSON: what the log keeps, so that nobody rewrites what a guide said."""
    return hashlib.sha256(repository.as_text(one).encode()).hexdigest()


def content(given: GuideContent) -> Content:
    """What an office wrote, as the rules know it."""
    plain = {name: getattr(given, name) for name in Content.__dataclass_fields__}
    lists = {
        "words": tuple(dict.fromkeys(given.words)),
        "audience": tuple(dict.fromkeys(given.audience)),
        "themes": tuple(dict.fromkeys(given.themes)),
        "basis": tuple(Basis(one.law, one.article) for one in given.basis),
        "materials": tuple(Material(**one.model_dump()) for one in given.materials),
        "steps": tuple(Stage(**one.model_dump()) for one in given.steps),
        "places": tuple(Window(**one.model_dump()) for one in given.places),
    }
    return Content(**plain | lists)


def done(one: Item) -> GuideDone:
    """What an act answers."""
    return GuideDone(
        id=one.id, state=one.state.value, state_label=one.state.label, edition=one.edition, draft=one.draft
    )


def _kept(act: Act, item_id: str) -> tuple[Item, Role]:
    one = repository.get(item_id)
    return one, act.actor.role_for(permissions.KEEP_ITEMS, one.place)
