"""The table of fuses as it holds in a province, and the province's own figures."""

from dataclasses import replace

from mashangban.domains.claims import events, permissions
from mashangban.domains.claims.repository.fuses import settings
from mashangban.domains.claims.rules.fuses.table import (
    TABLE,
    FuseRule,
    FuseSetting,
    in_force,
    require_figures,
)
from mashangban.domains.claims.schemas.fuses import FuseFiguresForm, FuseRuleView
from mashangban.domains.claims.terms.fuses import FuseKind
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Place, Principal


class InForce:
    """The rules in force where a claim is decided, read once a look."""

    def __init__(self, region: str) -> None:
        self._own = settings.of_province(region[:2])

    def __getitem__(self, kind: FuseKind) -> FuseRule:
        return in_force(kind, self._own)


def listed(actor: Principal, province: str) -> list[FuseRuleView]:
    """Every kind with the figures in force. Raises NotFound beyond reach."""
    reach = actor.reach(permissions.SUPERVISE)
    if not any(region.startswith(province) for region in reach.of("region")):
        reach.require(Place(region=province))
    own = settings.of_province(province)
    return [_view(in_force(one.kind, own)) for one in TABLE]


def set_figures(act: Act, province: str, kind: FuseKind, form: FuseFiguresForm) -> FuseRuleView:
    """A province sets its own figures, with a source. Raises FuseFigures, NotFound beyond reach."""
    require_figures(kind, form.figures)
    before = settings.find(province, kind)
    after = replace(
        before or FuseSetting(province, kind, {}, ""), figures=dict(form.figures), source=form.source
    )
    role = act.actor.role_for(permissions.SET_FUSES, after.place)
    event = following(act, events.FUSE_RULE_SET, before or after, role, {"figures": dict(form.figures)})
    answer = _view(in_force(kind, {kind: after}))
    settings.save(act, before, after, event, answer)
    return answer


def _view(one: FuseRule) -> FuseRuleView:
    meaning = one.meaning
    for name, value in sorted(one.figures.items(), key=lambda item: -len(item[0])):
        meaning = meaning.replace(name, str(value))
    return FuseRuleView(
        kind=one.kind,
        kind_label=one.kind.label,
        scope_label=one.scope.label,
        phases_label="、".join(phase.label for phase in one.phases),
        stops_label="、".join(stop.label for stop in one.stops),
        figures=dict(one.figures),
        meaning=meaning,
        source=one.source,
    )
