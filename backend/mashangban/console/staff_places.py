"""At which places somebody may look after roles: the own one, those directly below, and a firm or project by link."""

from mashangban.console.labels import scope_label
from mashangban.console.views import Choice
from mashangban.identity.rules.granting import REGION_DIGITS, SCOPES
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Place, Principal, Role, Scope
from mashangban.registry import divisions, service


def asked(actor: Principal, text: str) -> Scope:
    """The place a page is for: the one named, else one's own. Whether one may look is identity's decision."""
    if not text:
        return actor.grants[0].scope
    try:
        return Scope.parse(text)
    except ValueError as unknown:
        raise NotFound() from unknown


def place_of(scope: Scope) -> Place | None:
    """What the registers know of a firm's or project's whereabouts. Raises NotFound for an unknown one."""
    match scope.kind:
        case "org":
            return service.enterprise(scope.value).place
        case "project":
            return service.project(scope.value).place
        case _:
            return None


def label(scope: Scope) -> str:
    """The place in words, as the holder's own list shows it."""
    return scope_label(scope)


def roles_at(scope: Scope) -> tuple[Role, ...]:
    """The roles that can be held at a place of this kind and level."""
    fitting = (role for role, kinds in SCOPES.items() if scope.kind in kinds)
    if scope.kind != "region":
        return tuple(fitting)
    return tuple(role for role in fitting if REGION_DIGITS.get(role) == len(scope.value))


def choices(actor: Principal, present: Scope) -> tuple[Choice, ...]:
    """One's own place, the regions directly below it, and the present one."""
    own = [grant.scope for grant in actor.grants]
    below = [
        Scope("region", one.code)
        for scope in own
        if scope.kind in ("region", "*")
        for one in divisions.below(scope.value)
    ]
    return tuple(Choice(str(scope), scope_label(scope)) for scope in dict.fromkeys([*own, *below, present]))
