"""What everybody sees of items, and what their office sees besides."""

from datetime import date

from mashangban.domains.guides import errors, events, permissions
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.repository import items as repository
from mashangban.domains.guides.repository import shelves
from mashangban.domains.guides.rules import reviewing
from mashangban.domains.guides.rules.item import Content, Item
from mashangban.domains.guides.rules.package import Package
from mashangban.domains.guides.rules.published import Line, Published
from mashangban.domains.guides.rules.readiness import gaps
from mashangban.domains.guides.schemas import (
    GuideContent,
    GuideHead,
    GuideHeadsQuery,
    GuideRow,
    GuidesQuery,
    GuideStep,
    GuideView,
    GuideWork,
)
from mashangban.domains.guides.service.items import digest
from mashangban.domains.guides.terms import GuideState
from mashangban.kernel import history
from mashangban.kernel.events import Event
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place, Principal, Role
from mashangban.registry import divisions


def listed(query: GuidesQuery, today: date) -> Page[GuideRow]:
    """Published items of a region and of those above it: by name, by theme, or by the beginning of a word."""
    if query.word:
        found = shelves.found(query.region, query.word, query.page)
    else:
        found = shelves.listed(query.region, query.theme, query.page)
    return found.map(lambda one: _row(one, today))


def show(item_id: str, today: date) -> GuideView:
    """A published item, whole. Raises UnknownItem; ItemWithdrawn with the reason where it stands no longer."""
    found = repository.current(item_id)
    if found is None:
        raise _gone(repository.get(item_id))
    return view(found, today)


def edition(item_id: str, number: int, today: date) -> GuideView:
    """What an edition said, also one that stands no longer. Raises UnknownItem."""
    head = repository.get(item_id)
    content, published_on = repository.edition(item_id, number)
    return view(Published(head.id, head.region, head.code, number, published_on, content), today)


def heads(actor: Principal, query: GuideHeadsQuery) -> Page[GuideHead]:
    """A region's own items with their drafts. Raises NotFound beyond reach."""
    actor.reach(permissions.LIST_ITEMS).require(Place(query.region))
    return repository.of_region(query.region, query.shelf, query.page).map(head)


def work(actor: Principal, item_id: str, today: date) -> GuideWork:
    """An item as its office sees it. Raises NotFound beyond reach."""
    one = repository.get(item_id)
    actor.reach(permissions.LIST_ITEMS).require(one.place)
    draft = repository.draft_of(item_id)
    said = draft or repository.edition(item_id, one.edition)[0]
    chain = history.of(TABLE, one.subject)
    return GuideWork(
        head=head(one),
        why=one.why,
        returned=one.returned,
        actions=reviewing.actions(reviewing.remembered(one, chain), actor.person_id),
        content=_content(said),
        gaps=[gap.message for gap in gaps(said, one.region, today)] if draft else [],
        log=[_step(event) for event in chain],
    )


def view(one: Published, today: date) -> GuideView:
    """A published edition for everybody."""
    content = one.content
    return GuideView(
        id=one.id,
        code=one.code,
        region=one.region,
        region_name=divisions.full_name(one.region),
        edition=one.edition,
        published_on=one.published_on,
        digest=digest(content),
        in_force=content.holds(today),
        kind_label=content.kind.label,
        level_label=content.level.label,
        audience_labels=[who.label for who in content.audience],
        theme_labels=[theme.label for theme in content.themes],
        content=_content(content),
    )


def head(one: Item | Package) -> GuideHead:
    """An item or a package on its office's desk."""
    same = {name: getattr(one, name) for name in ("id", "region", "name", "edition", "draft")}
    lies = reviewing.shelf(one)
    return GuideHead(
        **same,
        code=one.code if isinstance(one, Item) else "",
        state=one.state.value,
        state_label=one.state.label,
        shelf=lies.value,
        shelf_label=lies.label,
        returned=bool(one.returned),
    )


def _content(one: Content) -> GuideContent:
    return GuideContent.model_validate(one)


def _row(one: Line, today: date) -> GuideRow:
    same = {name: getattr(one, name) for name in GuideRow.model_fields if hasattr(one, name)}
    return GuideRow(**same, region_name=divisions.full_name(one.region), in_force=one.holds(today))


def _gone(one: Item) -> errors.UnknownItem | errors.ItemWithdrawn:
    return errors.ItemWithdrawn(one.why) if one.state is GuideState.WITHDRAWN else errors.UnknownItem()


def _step(event: Event) -> GuideStep:
    label = events.LABELS.get(event.type, event.type)
    return GuideStep(at=event.at, label=label, by_label=Role(event.role).label, hash=event.hash)
