"""Items: written by the office of a region, handed to a colleague who publishes, withdrawn with a reason."""

import hashlib
from dataclasses import replace

from mashangban.domains.guides import errors, events, permissions
from mashangban.domains.guides.repository import items as repository
from mashangban.domains.guides.rules import reviewing
from mashangban.domains.guides.rules.item import Basis, Content, Item, Material, Stage, Window
from mashangban.domains.guides.rules.published import Published
from mashangban.domains.guides.rules.readiness import require_ready
from mashangban.domains.guides.schemas import GuideContent, GuideDone, GuideForm, GuideReturn, GuideWithdrawal
from mashangban.domains.guides.service.handing import done, hand, remembered
from mashangban.domains.guides.terms import GuideState
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Permission, Place, Role


def draft(act: Act, given: GuideForm) -> GuideDone:
    """Begin an item of one's own region. Raises CodeTaken, NotFound beyond reach."""
    role = act.actor.role_for(permissions.KEEP_ITEMS, Place(given.region))
    written = content(given.content)
    blank = Item(ids.new_id(act.at), given.region, given.code, written.name, GuideState.DRAFT)
    new = reviewing.drafted(blank, written.name, act.actor.person_id)
    answer = done(new)
    data = {"region": new.region, "code": new.code}
    repository.create(act, new, written, following(act, events.ITEM_DRAFTED, new, role, data), answer)
    return answer


def edit(act: Act, item_id: str, given: GuideContent) -> GuideDone:
    """Write the next edition; what is published stays as it is. Raises InReview, NotFound beyond reach."""
    before, role = _kept(act, item_id)
    written = content(given)
    after = reviewing.drafted(before, written.name, act.actor.person_id)
    answer = done(after)
    event = following(act, events.ITEM_EDITED, before, role)
    repository.edit(act, before, after, written, event, answer)
    return answer


def submit(act: Act, item_id: str) -> GuideDone:
    """Hand a complete draft to a second person. Raises NoDraft, InReview, ItemUnready, NotFound beyond reach."""
    before, role = _kept(act, item_id)
    after = reviewing.handed_in(before, act.actor.person_id)
    require_ready(_draft(item_id), before.region, clock.local_date(act.at))
    return hand(act, before, after, role, events.ITEM_SUBMITTED, repository.move)


def send_back(act: Act, item_id: str, given: GuideReturn) -> GuideDone:
    """Send a draft back to be mended, and say why. Raises NotSubmitted, NotFound beyond reach."""
    before, role = _kept(act, item_id, permissions.REVIEW_ITEMS)
    after = reviewing.sent_back(before, given.why)
    return hand(act, before, after, role, events.ITEM_RETURNED, repository.move)


def publish(act: Act, item_id: str) -> GuideDone:
    """Let a colleague's draft stand for everybody.

    Raises NoDraft, NotSubmitted, OwnWork, ItemUnready, NotFound beyond reach.
    """
    before, role = _kept(act, item_id, permissions.REVIEW_ITEMS)
    written, today = _draft(item_id), clock.local_date(act.at)
    head = reviewing.let_stand(before, written.name, act.actor.person_id)
    require_ready(written, before.region, today)
    now = Published(before.id, before.region, before.code, head.edition, today, written)
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


def _kept(act: Act, item_id: str, permission: Permission = permissions.KEEP_ITEMS) -> tuple[Item, Role]:
    one = remembered(repository.get(item_id))
    return one, act.actor.role_for(permission, one.place)


def _draft(item_id: str) -> Content:
    written = repository.draft_of(item_id)
    if written is None:
        raise errors.NoDraft()
    return written
