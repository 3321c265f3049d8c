"""The printed rights notice board 维权信息告示牌 of a team: ordered, then ready or not."""

from dataclasses import replace
from typing import Any

from mashangban.domains.workers import errors, events, permissions
from mashangban.domains.workers.repository import teams as repository
from mashangban.domains.workers.rules.team import Poster, Team
from mashangban.domains.workers.schemas import PosterOrdered
from mashangban.domains.workers.service import orders, teams
from mashangban.domains.workers.terms import PosterState
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, happened
from mashangban.kernel.permissions import Role
from mashangban.registry import service as registry


def order_poster(act: Act, team_id: str) -> PosterOrdered:
    """Have the A3 notice board with the team's code printed. Raises SiteNotDescribed."""
    team = repository.team(team_id, act.actor.reach(permissions.MANAGE_TEAM))
    site = repository.site(team.project.id)
    if site is None:
        raise errors.SiteNotDescribed()
    ordered = Poster(ids.new_id(act.at), PosterState.ORDERED)
    event = teams.next_event(act, events.POSTER_ORDERED, team, permissions.MANAGE_TEAM)
    project = registry.project(team.project.id)
    order = orders.poster(act, team, site, project, ordered.document_id)
    answer = PosterOrdered(document_id=ordered.document_id)
    event = replace(event, messages=(order,))
    repository.note_poster(act, team, ordered, event, answer)
    return answer


def printed(act: Act, team_id: str, body: dict[str, Any]) -> None:
    """The file is there. One that was ordered before the latest, or arrives twice, changes nothing."""
    _settle(act, team_id, body, PosterState.READY)


def failed(act: Act, team_id: str, body: dict[str, Any]) -> None:
    """It could not be printed; the office may change its words and order again."""
    _settle(act, team_id, body, PosterState.FAILED)


def _settle(act: Act, team_id: str, body: dict[str, Any], state: PosterState) -> None:
    team = repository.team(team_id)
    ordered = team.poster
    awaited = ordered is not None and ordered.state is PosterState.ORDERED
    if ordered is None or not awaited or ordered.document_id != body["document_id"]:
        return
    kind = events.POSTER_PRINTED if state is PosterState.READY else events.POSTER_FAILED
    repository.note_poster(act, team, replace(ordered, state=state), _event(act, team, kind, ordered))


def _event(act: Act, team: Team, kind: str, poster: Poster) -> Event:
    data = {"document": poster.document_id}
    return happened(
        act, kind, team.subject, data, role=Role.SYSTEM, version=team.version + 1, previous=team.chain
    )
