"""A worker who can't use a phone signs on the foreman's, known by name and number, before a witness."""

import unicodedata

from mashangban.domains.wages import errors, events, permissions
from mashangban.domains.wages.repository import known
from mashangban.domains.wages.repository import lines as repository
from mashangban.domains.wages.repository.lines import Sealed
from mashangban.domains.wages.rules import line as rules
from mashangban.domains.wages.rules.line import Line
from mashangban.domains.wages.schemas import (
    AssistedConfirmation,
    Identification,
    LineDone,
    LineView,
    TeamLine,
)
from mashangban.domains.wages.service import presenting, signing, telling
from mashangban.domains.wages.terms import LineState
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Principal, Role


def team_lines(actor: Principal, project_id: str, team_id: str, month: str) -> list[TeamLine]:
    """The lines of a foreman's own team in a month: who has not answered yet; no pay."""
    reach = actor.reach(permissions.ASSIST)
    mates = [one for one in known.of_team(project_id, team_id) if reach.covers(one.team_place)]
    lines = repository.many(rules.line_id(one.contract_id, month) for one in mates)
    return [presenting.team_line(one) for one in lines.values()]


def open_for(act: Act, line_id: str, given: Identification) -> LineView:
    """Show a line on the foreman's phone once the worker said who they are. Raises NameMismatch; NotFound for anyone
    but the foreman of that team."""
    line = _of_own_team(act, line_id)
    _identify(line, given)
    after = rules.see(line)
    event = following(act, events.LINE_SEEN, line, Role.FOREMAN, {"assisted": True})
    view = presenting.line_view(after, act.actor, assisted=True)
    repository.move(act, line, after, event, view)
    return view


def confirm(act: Act, line_id: str, given: AssistedConfirmation) -> LineDone:
    """The worker signs on the foreman's phone; the line is marked so, for ever."""
    line = _of_own_team(act, line_id)
    _identify(line, given)
    after = rules.confirm(line, given.revision, assisted=True)
    helpers = signing.Helpers(act.actor.person_id, given.witness_name, given.witness_phone)
    proof = Sealed("SIGNATURE", line.revision, signing.of_hand(act, line, given, helpers))
    told = {"revision": line.revision, "fen": line.content.amount_fen, "assisted": True}
    messages = (telling.line(after), telling.worker(line, "wages.line.assisted"))
    event = following(act, events.LINE_CONFIRMED, line, Role.FOREMAN, told, messages)
    answer = presenting.done(after)
    repository.move(act, line, after, event, answer, seals=(proof,))
    return answer


def _of_own_team(act: Act, line_id: str) -> Line:
    line = repository.line(line_id)
    act.actor.reach(permissions.ASSIST).require(line.employment.team_place)
    if line.state is not LineState.SHOWN:
        raise errors.LineWrongState()
    return line


def _identify(line: Line, given: Identification) -> None:
    """Name and number must be those the worker proved; neither is told apart in the answer."""
    proven = identity.real_name(line.employment.person_id)
    same = proven is not None and (
        unicodedata.normalize("NFKC", given.name) == proven.name
        and given.id_number.upper() == proven.id_number
    )
    if not same:
        raise errors.NameMismatch()
