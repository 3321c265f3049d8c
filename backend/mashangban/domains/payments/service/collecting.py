"""Gathering a run: what wages announced and ordered, until number and sum agree."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mashangban.domains.payments import errors, events
from mashangban.domains.payments.repository import payees, runs, transfers
from mashangban.domains.payments.rules import run as rules
from mashangban.domains.payments.rules.payee import why_unusable
from mashangban.domains.payments.rules.run import Run, Transfer
from mashangban.domains.payments.service import notifying, telling
from mashangban.domains.payments.service.steps import next_event
from mashangban.domains.payments.terms import RunState, TransferState
from mashangban.employment.rules import Named
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import Message
from mashangban.kernel.money import yuan


def announce(act: Act, body: Mapping[str, Any]) -> None:
    """Keep what wages announced; the same announcement again changes nothing."""
    new = Run(
        id=str(body["run"]),
        table=str(body["table"]),
        project=Named(body["project"], body["project_name"]),
        region=body["region"],
        employer_id=body["employer"],
        contractor_id=body["general_contractor"],
        month=body["month"],
        lines=int(body["lines"]),
        total_fen=int(body["total_fen"]),
        state=RunState.COLLECTING,
        at=act.at,
    )
    data = {"project": new.project.id, "month": new.month, "lines": new.lines, "total_fen": new.total_fen}
    try:
        runs.announce(act, new, next_event(act, events.RUN_ANNOUNCED, new, data), act.at + rules.PATIENCE)
    except Stale:
        return  # heard before
    gather(act, new.id)


def order(act: Act, body: Mapping[str, Any]) -> None:
    """Keep one ordered transfer: bound to the card the person has now, or failed at once with its reason."""
    line, attempt = str(body["line"]), int(body["attempt"])
    if transfers.find(rules.transfer_id(line, attempt)) is None:
        _take(act, _transfer(act, line, attempt, body))
    gather(act, str(body["run"]))


def gather(act: Act, run_id: str) -> None:
    """Let a complete run go on; one that can't be completed stays visible and is told to the clerks once."""
    run = runs.find(run_id)
    if run is None or run.state is not RunState.COLLECTING:
        return
    tally = runs.tally(run_id)
    match rules.gathered(run, tally):
        case RunState.READY:
            after = replace(run, state=RunState.READY, note="", tries=0)
            runs.move(act, run, after, next_event(act, events.RUN_READY, run), act.at)
        case RunState.MISMATCH:
            note = f"应付 {yuan(run.total_fen)}，到了 {tally.arrived} 笔共 {yuan(tally.arrived_fen)}"
            after = replace(run, state=RunState.MISMATCH, note=note)
            event = next_event(act, events.RUN_MISMATCHED, run, messages=_told(run, note))
            runs.move(act, run, after, event, None)
        case _ if act.at - run.at >= rules.PATIENCE and not run.note:
            note = rules.missing_words(run, tally)
            event = next_event(act, events.RUN_INCOMPLETE, run, messages=_told(run, note))
            runs.move(act, run, replace(run, note=note), event, None)


def _take(act: Act, new: Transfer) -> None:
    try:
        transfers.order(act, new, _ordered(act, new))
    except errors.LineBusy:
        refused = _failed(act, new, errors.LineBusy.title)
        transfers.order(act, refused, _ordered(act, refused))


def _transfer(act: Act, line: str, attempt: int, body: Mapping[str, Any]) -> Transfer:
    payee = payees.payee(body["person"])
    new = Transfer(
        id=rules.transfer_id(line, attempt),
        run_id=str(body["run"]),
        line=line,
        attempt=attempt,
        contract_id=body["contract"],
        person_id=body["person"],
        name_masked=body["name_masked"],
        amount_fen=int(body["amount_fen"]),
        month=body["month"],
        state=TransferState.WAITING,
        at=act.at,
        bank=payee.bank if payee else None,
        card=payee.card if payee else "",
    )
    reason = why_unusable(payee) if new.amount_fen > 0 else "金额不是正数"
    return _failed(act, new, reason) if reason else new


def _failed(act: Act, new: Transfer, reason: str) -> Transfer:
    return replace(new, state=TransferState.FAILED, reason=reason, settled_at=act.at)


def _ordered(act: Act, new: Transfer) -> Any:
    failed = new.state is TransferState.FAILED
    kind = events.TRANSFER_FAILED if failed else events.TRANSFER_ORDERED
    told = (telling.result(new), *unpaid_words(new)) if failed else ()
    return next_event(act, kind, new, {"run": new.run_id, "amount_fen": new.amount_fen}, told)


def unpaid_words(one: Transfer) -> tuple[Message, ...]:
    """What the worker hears when money did not reach the card."""
    values = {"month": month_words(one.month), "amount": yuan(one.amount_fen), "reason": one.reason}
    return (notifying.person(one.person_id, "payments.transfer.not-paid", one.id, values),)


def _told(run: Run, note: str) -> tuple[Message, ...]:
    values = {"project": run.project.name, "month": month_words(run.month), "note": note}
    occasion = f"{run.id}|{run.version}"
    return tuple(notifying.clerks(run.project.id, "payments.run.incomplete", occasion, values))


def month_words(month: str) -> str:
    """`2026-10` -> 2026年10月."""
    year, _, number = month.partition("-")
    return f"{year}年{int(number)}月" if number.isdecimal() else month
