"""What an enterprise's seal was used for: its own people and the offices of its county read it."""

from mashangban.documents import permissions
from mashangban.documents.repository import uses
from mashangban.documents.rules.records import SealUsed
from mashangban.documents.schemas.seals import SealUseView
from mashangban.documents.terms import AUTHORISATIONS
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Principal
from mashangban.registry import service as registry


def of_enterprise(actor: Principal, enterprise_id: str, page: PageRequest) -> Page[SealUseView]:
    """The newest first. Raises NotFound beyond reach."""
    county = registry.enterprise(enterprise_id).county
    place = Place(region=county, orgs=frozenset({enterprise_id}))
    actor.reach(permissions.READ_SEAL_USES).require(place)
    return uses.of_enterprise(enterprise_id, page).map(_view)


def _view(one: SealUsed) -> SealUseView:
    return SealUseView(
        document_id=one.document_id,
        template_label=one.template.label,
        number=one.number,
        sha256=one.sha256,
        certificate_serial=one.certificate_serial,
        authorisation=one.authorisation,
        authorisation_label=AUTHORISATIONS[one.authorisation],
        authorisation_id=one.authorisation_id,
        operator_name=one.operator_name,
        confirmed_at=one.confirmed_at,
        sealed_at=one.sealed_at,
    )
