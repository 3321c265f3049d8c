"""What the bank says of a line, and the slip the worker gets of it."""

from dataclasses import replace

from mashangban.documents import events as documents
from mashangban.documents.schemas.forms import PaySlip, SlipItem
from mashangban.documents.terms import Template
from mashangban.domains.wages import errors, events, permissions
from mashangban.domains.wages.repository import known, tables
from mashangban.domains.wages.repository import lines as repository
from mashangban.domains.wages.rules import line as rules
from mashangban.domains.wages.rules import pay
from mashangban.domains.wages.rules.line import Line, Result
from mashangban.domains.wages.rules.pay import Item
from mashangban.domains.wages.schemas import LineDone
from mashangban.domains.wages.service import presenting, telling
from mashangban.domains.wages.terms import LineState
from mashangban.identity import service as identity
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Busy, NotFound, Stale
from mashangban.kernel.events import Message, following
from mashangban.kernel.ids import public_number
from mashangban.kernel.money import yuan
from mashangban.kernel.permissions import Place, Role

_RUNS = 6


def heard(act: Act, line_id: str, result: Result) -> None:
    """The bank's word on a transfer: late, repeated and reordered words change nothing."""
    for _ in range(_RUNS):
        try:
            return _heard(act, line_id, result)
        except Stale:
            continue  # the worker or another word was faster: look again
    raise Busy()


def resend(act: Act, line_id: str) -> LineDone:
    """Send a returned transfer once more, after the card was mended. Raises PayeeMissing, LineWrongState."""
    line = repository.line(line_id)
    place = _contractor(line)
    act.actor.reach(permissions.APPROVE_TABLE).require(place)
    after = rules.resend(line)
    payee = known.payees([line.employment.person_id]).get(line.employment.person_id)
    if payee is None or payee.state != "verified":
        raise errors.PayeeMissing()
    table = tables.table(line.table_id)
    fen = line.content.amount_fen
    messages = (telling.run(table, after.run, 1, fen), telling.transfer(after), telling.line(after))
    role = act.actor.role_for(permissions.APPROVE_TABLE, place)
    told = {"run": after.run, "attempt": after.attempt, "fen": fen}
    event = following(act, events.LINE_RESENT, line, role, told, messages)
    answer = presenting.done(after)
    repository.move(act, line, after, event, answer)
    return answer


def slip_printed(act: Act, line_id: str, document_id: str) -> None:
    """The slip's PDF is there; the worker finds it on the line's page."""
    line = _known(line_id)
    if line is None or line.slip_ready or line.slip_id != document_id:
        return
    event = following(act, events.SLIP_PRINTED, line, Role.SYSTEM, {"document": document_id})
    repository.move(act, line, replace(line, slip_ready=True), event)


def _heard(act: Act, line_id: str, result: Result) -> None:
    line = _known(line_id)
    after = rules.settle(line, result) if line else None
    if line is None or after is None:
        return
    paid = after.state is LineState.PAID
    if paid and not line.slip_id:
        after = replace(after, slip_id=ids.new_id(act.at))
    told = {"attempt": result.attempt, "fen": line.content.amount_fen, "state": after.state.value}
    kind = events.LINE_PAID if paid else events.LINE_RETURNED
    messages = _on_paid(act, line, after) if paid else _on_returned(line, after)
    repository.move(act, line, after, following(act, kind, line, Role.SYSTEM, told, messages))


def _on_paid(act: Act, line: Line, after: Line) -> tuple[Message, ...]:
    amount = yuan(line.content.amount_fen)
    arrived = telling.worker(line, "wages.line.paid", amount=amount)
    slip = () if line.slip_id else (_slip(act, after),)
    return (telling.line(after), arrived, *slip)


def _on_returned(line: Line, after: Line) -> tuple[Message, ...]:
    told = telling.worker(line, "wages.line.returned", reason=after.reason)
    clerks = telling.clerks(line, "wages.line.returned-office", reason=after.reason)
    return (telling.line(after), told, *clerks)


def _slip(act: Act, line: Line) -> Message:
    """Order the pay slip (条例 Art. 15: a list for the worker with each payment)."""
    one, content = line.employment, line.content
    proven = identity.real_name(one.person_id)
    payee = known.payees([one.person_id]).get(one.person_id)
    data: PaySlip = {
        "employer_name": one.employer.name,
        "project_name": one.project.name,
        "team_name": one.team.name,
        "worker_name": proven.name if proven else one.name_masked,
        "trade_name": one.trade.name,
        "contract_number": one.number,
        "month": line.month,
        "attended": pay.days_words(content.attended_halves),
        "quantity": pay.quantity_words(content),
        "unit": content.unit,
        "rate_fen": content.rate_fen,
        "base_fen": content.base_fen,
        "items": [_slip_item(item) for item in content.items],
        "amount_fen": content.amount_fen,
        "bank": f"{payee.bank} {payee.card_masked}".strip() if payee else "本人银行卡",
        "paid_on": clock.local_date(act.at).isoformat(),
        "confirmed": "本人已签字确认" if not line.unconfirmed else "本人未确认",
    }
    return documents.order_print(
        line.slip_id,
        Template.PAY_SLIP,
        public_number("GZ", act.at),
        data,
        service="wages",
        subject=f"payline:{line.id}",
        region=one.region,
        orgs=sorted({one.employer.id, one.general_contractor.id}),
        project=one.project.id,
        persons=[one.person_id],
    )


def _slip_item(item: Item) -> SlipItem:
    fen = -item.amount_fen if item.kind.takes else item.amount_fen
    return {"label": item.kind.label, "words": item.words, "fen": fen}


def _known(line_id: str) -> Line | None:
    try:
        return repository.line(line_id)
    except NotFound:
        return None


def _contractor(line: Line) -> Place:
    one = line.employment
    return Place(one.region, frozenset({one.general_contractor.id}), one.project.id)
