"""What an office sees of its packages."""

from mashangban.domains.guides import events, permissions
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.repository import packages as repository
from mashangban.domains.guides.rules import reviewing
from mashangban.domains.guides.rules.package import Package, Poster
from mashangban.domains.guides.schemas import (
    GuideHead,
    GuidePackageContent,
    GuidePackageHeadsQuery,
    GuidePackageWork,
    GuidePosterView,
    GuideStep,
)
from mashangban.domains.guides.service import leading, packages
from mashangban.domains.guides.service.reading import head
from mashangban.kernel import history
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place, Principal, Role


def heads(actor: Principal, query: GuidePackageHeadsQuery) -> Page[GuideHead]:
    """A region's own packages with their drafts. Raises NotFound beyond reach."""
    actor.reach(permissions.LIST_PACKAGES).require(Place(query.region))
    return repository.of_region(query.region, query.shelf, query.page).map(head)


def work(actor: Principal, package_id: str) -> GuidePackageWork:
    """A package as its office sees it. Raises NotFound beyond reach."""
    one = repository.get(package_id)
    actor.reach(permissions.LIST_PACKAGES).require(one.place)
    draft = repository.draft_of(package_id)
    said = draft or repository.edition(package_id, one.edition)
    chain = history.of(TABLE, one.subject)
    return GuidePackageWork(
        head=head(one),
        why=one.why,
        returned=one.returned,
        actions=reviewing.actions(reviewing.remembered(one, chain), actor.person_id),
        content=GuidePackageContent.model_validate(said),
        gaps=[gap.message for gap in packages.gaps(one.region, said)] if draft else [],
        link=leading.link(package_id),
        posters=[_poster(one, poster) for poster in one.posters],
        log=[
            GuideStep(
                at=event.at,
                label=events.LABELS.get(event.type, event.type),
                by_label=Role(event.role).label,
                hash=event.hash,
            )
            for event in chain
        ],
    )


def _poster(one: Package, poster: Poster) -> GuidePosterView:
    return GuidePosterView(
        paper=poster.paper.value,
        paper_label=poster.paper.label,
        document_id=poster.document_id,
        state=poster.state.value,
        state_label=poster.state.label,
        stale=poster.edition < one.edition,
    )
