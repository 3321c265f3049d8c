"""Packages: written by the office of a region, checked along every way, published by a second person."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from mashangban.domains.guides import errors, events, permissions
from mashangban.domains.guides.repository import items
from mashangban.domains.guides.repository import packages as repository
from mashangban.domains.guides.rules import reviewing
from mashangban.domains.guides.rules.branching import faults, require_sound
from mashangban.domains.guides.rules.package import (
    Card,
    Choice,
    Package,
    PackageContent,
    Question,
    When,
)
from mashangban.domains.guides.rules.published import above
from mashangban.domains.guides.schemas import (
    GuideDone,
    GuidePackageContent,
    GuidePackageForm,
    GuideReturn,
    GuideWhen,
    GuideWithdrawal,
)
from mashangban.domains.guides.service.handing import done, hand, remembered
from mashangban.domains.guides.terms import GuideState
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import FieldError
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Permission, Place, Role


def draft(act: Act, given: GuidePackageForm) -> GuideDone:
    """Begin a package of one's own region. Raises NotFound beyond reach."""
    role = act.actor.role_for(permissions.KEEP_PACKAGES, Place(given.region))
    written = _content(given.region, given.content)
    blank = Package(ids.new_id(act.at), given.region, written.name, GuideState.DRAFT)
    new = reviewing.drafted(blank, written.name, act.actor.person_id)
    answer = done(new)
    event = following(act, events.PACKAGE_DRAFTED, new, role, {"region": new.region})
    repository.create(act, new, written, event, answer)
    return answer


def edit(act: Act, package_id: str, given: GuidePackageContent) -> GuideDone:
    """Write the next edition; what is published stays as it is. Raises InReview, NotFound beyond reach."""
    before, role = _kept(act, package_id)
    written = _content(before.region, given)
    after = reviewing.drafted(before, written.name, act.actor.person_id)
    answer = done(after)
    repository.edit(act, before, after, written, following(act, events.PACKAGE_EDITED, before, role), answer)
    return answer


def submit(act: Act, package_id: str) -> GuideDone:
    """Hand a sound draft to a second person. Raises NoDraft, InReview, PackageUnready, NotFound beyond reach."""
    before, role = _kept(act, package_id)
    after = reviewing.handed_in(before, act.actor.person_id)
    _require_ready(before)
    return hand(act, before, after, role, events.PACKAGE_SUBMITTED, repository.move)


def send_back(act: Act, package_id: str, given: GuideReturn) -> GuideDone:
    """Send a draft back to be mended, and say why. Raises NotSubmitted, NotFound beyond reach."""
    before, role = _kept(act, package_id, permissions.REVIEW_PACKAGES)
    after = reviewing.sent_back(before, given.why)
    return hand(act, before, after, role, events.PACKAGE_RETURNED, repository.move)


def publish(act: Act, package_id: str) -> GuideDone:
    """Let a colleague's draft stand for everybody.

    Raises NoDraft, NotSubmitted, OwnWork, PackageUnready, NotFound beyond reach.
    """
    before, role = _kept(act, package_id, permissions.REVIEW_PACKAGES)
    after = reviewing.let_stand(before, before.name, act.actor.person_id)
    current = _require_ready(before)
    after = replace(after, name=current.name)
    answer = done(after)
    digest = hashlib.sha256(repository.as_text(current).encode()).hexdigest()
    data = {"edition": after.edition, "sha256": digest}
    event = following(act, events.PACKAGE_PUBLISHED, before, role, data)
    repository.publish(act, before, after, current, event, answer)
    return answer


def withdraw(act: Act, package_id: str, given: GuideWithdrawal) -> GuideDone:
    """Let it stand no longer, and say why; plans made of it go on. Raises NotPublished, NotFound beyond reach."""
    before, role = _kept(act, package_id)
    if before.state is not GuideState.PUBLISHED:
        raise errors.NotPublished()
    after = replace(before, state=GuideState.WITHDRAWN, why=given.why)
    answer = done(after)
    event = following(act, events.PACKAGE_WITHDRAWN, before, role, {"edition": before.edition})
    repository.withdraw(act, before, after, event, answer)
    return answer


def gaps(region: str, content: PackageContent) -> list[FieldError]:
    """What is wrong with a draft, its items included."""
    linked = _linked(region, content)
    return [*faults(linked), *unpublished(linked)]


def unpublished(content: PackageContent) -> list[FieldError]:
    """The cards whose item does not stand."""
    stand = {one.id for one in items.currents([card.item_id for card in content.cards if card.item_id])}
    return [
        FieldError("cards", f"“{card.title}”的事项 {card.code} 没有公布")
        for card in content.cards
        if card.item_id not in stand
    ]


def _content(region: str, given: GuidePackageContent) -> PackageContent:
    questions = tuple(
        Question(
            one.key,
            one.text,
            tuple(Choice(choice.key, choice.label) for choice in one.choices),
            _when(one.when),
            one.hint,
        )
        for one in given.questions
    )
    cards = tuple(
        Card(one.key, one.title, one.code, "", tuple(one.after), _when(one.when), one.note)
        for one in given.cards
    )
    return _linked(region, PackageContent(given.name, given.lead, given.theme, questions, cards))


def _when(given: Sequence[GuideWhen]) -> tuple[When, ...]:
    return tuple(When(one.question, tuple(one.choices)) for one in given)


def _linked(region: str, content: PackageContent) -> PackageContent:
    """Each card with the item that its code stands for, here or above; none where there is none."""
    known = items.by_codes(above(region), [card.code for card in content.cards])
    cards = tuple(replace(card, item_id=known.get(card.code, "")) for card in content.cards)
    return replace(content, cards=cards)


def _require_ready(one: Package) -> PackageContent:
    """The draft with what its cards lead to now: an item may have come, or gone, since it was written."""
    written = repository.draft_of(one.id)
    if written is None:
        raise errors.NoDraft()
    current = _linked(one.region, written)
    require_sound(current)
    if missing := unpublished(current):
        raise errors.PackageUnready(errors=missing)
    return current


def _kept(
    act: Act, package_id: str, permission: Permission = permissions.KEEP_PACKAGES
) -> tuple[Package, Role]:
    one = remembered(repository.get(package_id))
    return one, act.actor.role_for(permission, one.place)
