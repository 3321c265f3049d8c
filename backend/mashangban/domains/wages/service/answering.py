"""What a worker does with their own line: look, confirm by hand, object, insist, say whether the money came."""

import json

from mashangban.domains.wages import events, permissions
from mashangban.domains.wages.repository import lines as repository
from mashangban.domains.wages.repository.lines import Sealed
from mashangban.domains.wages.rules import line as rules
from mashangban.domains.wages.rules.line import Line
from mashangban.domains.wages.schemas import LineDone, ObjectionForm, WageConfirmation, WordForm
from mashangban.domains.wages.service import presenting, signing, telling
from mashangban.domains.wages.terms import LineState
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.money import yuan
from mashangban.kernel.permissions import Place, Role


def see(act: Act, line_id: str) -> LineDone:
    """Note that the worker looked at the line as it stands; looking again changes nothing."""
    line = own(act, line_id)
    if line.seen == line.revision:
        return presenting.done(line, line.version)
    after = rules.see(line)
    event = following(act, events.LINE_SEEN, line, Role.PERSON, {"revision": line.revision})
    answer = presenting.done(after)
    repository.move(act, line, after, event, answer)
    return answer


def confirm(act: Act, line_id: str, given: WageConfirmation) -> LineDone:
    """The worker signs by hand exactly the revision they saw (条例 Art. 31). Raises LineChanged, LineWrongState,
    ConsentOutdated, UnusableHandwriting."""
    line = own(act, line_id)
    after = rules.confirm(line, given.revision)
    proof = Sealed("SIGNATURE", line.revision, signing.of_hand(act, line, given))
    told = {"revision": line.revision, "fen": line.content.amount_fen, "read": given.read_aloud}
    event = following(act, events.LINE_CONFIRMED, line, Role.PERSON, told, (telling.line(after),))
    answer = presenting.done(after)
    repository.move(act, line, after, event, answer, seals=(proof,))
    return answer


def object_to(act: Act, line_id: str, given: ObjectionForm) -> LineDone:
    """The worker says what is wrong, with photos: this line is frozen, no other. Raises LineChanged, LineWrongState,
    and what the files room says of a photo that has not arrived."""
    line = own(act, line_id)
    number = sum(1 for _ in repository.sealed(line.id, "OBJECTION")) + 1
    after = rules.object_to(line, given.revision, given.kind, number, act.at)
    for photo in given.photos:
        files.hold(act, "wages", photo, Purpose.EVIDENCE)
    body = {"reason": given.reason, "photos": given.photos, "kind": given.kind.value, "at": str(act.at)}
    event = following(
        act,
        events.LINE_OBJECTED,
        line,
        Role.PERSON,
        {"kind": given.kind.value, "photos": len(given.photos), "revision": line.revision},
        (telling.line(after), *telling.clerks(line, "wages.line.objected")),
    )
    answer = presenting.done(after)
    sealed = (Sealed("OBJECTION", number, json.dumps(body, ensure_ascii=False)),)
    repository.move(act, line, after, event, answer, seals=sealed)
    return answer


def insist(act: Act, line_id: str) -> LineDone:
    """The worker stays with the objection after the employer's answer; the project's managers are told."""
    line = own(act, line_id)
    after = rules.insist(line)
    messages = (telling.line(after), *telling.supervisors(line, "wages.line.insisted"))
    event = following(act, events.LINE_INSISTED, line, Role.PERSON, None, messages)
    answer = presenting.done(after)
    repository.move(act, line, after, event, answer)
    return answer


def say(act: Act, line_id: str, given: WordForm) -> LineDone:
    """The worker says whether the money came; "not received" starts the arrears clock there. Raises LineWrongState."""
    line = own(act, line_id)
    after = rules.say(line, given.word)
    stated = {"stated_fen": given.amount_fen} if given.amount_fen is not None else {}
    told = {"word": given.word.value, "fen": line.content.amount_fen, **stated}
    messages = [telling.line(after)]
    if after.state is not LineState.RECEIVED:
        amount = yuan(line.content.amount_fen)
        messages += telling.clerks(line, "wages.line.not-received", amount=amount)
    event = following(act, events.LINE_ANSWERED_FOR, line, Role.PERSON, told, tuple(messages))
    answer = presenting.done(after)
    repository.move(act, line, after, event, answer)
    return answer


def own(act: Act, line_id: str) -> Line:
    """A line of the actor's own. Raises NotFound for anyone else's, whatever office they hold."""
    line = repository.line(line_id)
    reach = act.actor.reach(permissions.CONFIRM)
    reach.require(Place(persons=frozenset({line.employment.person_id})))
    return line
