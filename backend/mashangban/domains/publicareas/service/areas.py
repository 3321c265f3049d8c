"""Public areas: opened by the builder's office of a project, with who answers for them."""

from dataclasses import replace

from mashangban.domains.publicareas import errors, events, permissions
from mashangban.domains.publicareas.repository import areas as repository
from mashangban.domains.publicareas.rules.area import Area
from mashangban.domains.publicareas.schemas import PublicAreaForm, PublicAreasQuery, PublicAreaView
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Principal
from mashangban.registry import service as registry
from mashangban.registry.spots import Spot
from mashangban.registry.terms import PartyKind


def open_area(act: Act, project_id: str, given: PublicAreaForm) -> PublicAreaView:
    """Open a project's public area, or put it right. Raises NoHandler, NotFound beyond reach."""
    project = registry.project(project_id)
    builder = project.party(PartyKind.OWNER)
    if builder is None:
        raise errors.NoHandler()
    # The builder decides, whoever answers for it now.
    office = Place(project.county, frozenset({builder.enterprise_id}))
    act.actor.reach(permissions.OPEN_AREA).require(office)
    role = act.actor.role_for(permissions.OPEN_AREA, office)
    handler = registry.enterprise(given.handler_id or builder.enterprise_id)
    spot = Spot(given.latitude_e6, given.longitude_e6)
    new = Area(project.id, project.name, project.county, project.address, handler.id, handler.name, spot)
    before, answer = repository.find(project.id), view(new)
    if before is None:
        repository.create(act, new, following(act, events.AREA_OPENED, new, role), answer)
    else:
        after = replace(new, region=before.region, version=before.version, chain=before.chain)
        event = following(act, events.AREA_CHANGED, before, role)
        repository.change(act, before, after, event, answer)
    return answer


def show(area_id: str) -> PublicAreaView:
    """One area for everybody. Raises NotFound."""
    return view(repository.get(area_id))


def of_county(query: PublicAreasQuery) -> Page[PublicAreaView]:
    """Where one may report, in a county."""
    return repository.of_county(query.county, query.page).map(view)


def of_handler(actor: Principal, handler_id: str, page: PageRequest) -> Page[PublicAreaView]:
    """What a unit answers for, for its own people. Raises NotFound for others."""
    actor.reach(permissions.LIST).require(Place(orgs=frozenset({handler_id})))
    return repository.of_handler(handler_id, page).map(view)


def view(one: Area) -> PublicAreaView:
    """An area as everybody may see it."""
    return PublicAreaView(
        id=one.id,
        name=one.name,
        address=one.address,
        region=one.region,
        handler_name=one.handler_name,
        latitude_e6=one.spot.latitude_e6,
        longitude_e6=one.spot.longitude_e6,
    )
