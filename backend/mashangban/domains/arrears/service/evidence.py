"""The evidence of a complaint: a PDF from the documents room, and the same as data with the chain it rests on."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from mashangban.audit import service as audit
from mashangban.audit.errors import NotSequenced
from mashangban.audit.schemas import ReceiptView
from mashangban.deadlines import service as deadlines
from mashangban.documents import events as documents
from mashangban.documents.terms import Template
from mashangban.domains.arrears import events
from mashangban.domains.arrears.models import TABLE
from mashangban.domains.arrears.repository import complaints, expectations
from mashangban.domains.arrears.rules import expectation as pay_rules
from mashangban.domains.arrears.rules.complaint import Complaint
from mashangban.domains.arrears.rules.expectation import Expectation
from mashangban.domains.arrears.schemas import EvidenceView
from mashangban.domains.arrears.schemas.evidence import ChainLine, DayLine
from mashangban.domains.arrears.service import presenting, viewing
from mashangban.kernel import clock, history, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.money import yuan
from mashangban.kernel.permissions import Principal, Role

ROOM = "arrears"


def order(act: Act, complaint_id: str) -> None:
    """Have the evidence typeset once a complaint is open; only the worker and the regulators may read it."""
    one = complaints.get(complaint_id)
    if one.document_id:
        return
    document_id = ids.new_id(act.at)
    month = viewing.month_of(one)
    message = documents.order_print(
        document_id,
        Template.ARREARS_EVIDENCE,
        ids.public_number("ZJ", act.at),
        _form(collect(one, month, act.at), act.at),
        service=ROOM,
        subject=f"complaint:{one.id}",
        region=one.facts.region,
        persons=[one.facts.person_id],
    )
    event = following(act, events.EVIDENCE_ORDERED, one, Role.SYSTEM, {"document": document_id}, (message,))
    complaints.move(act, one, replace(one, document_id=document_id), event)


def printed(act: Act, complaint_id: str, body: dict[str, Any]) -> None:
    """The file is there; a second arrival changes nothing."""
    one = complaints.get(complaint_id)
    if one.document_id != body["document_id"] or one.document_sha256 == body["sha256"]:
        return
    event = following(act, events.EVIDENCE_READY, one, Role.SYSTEM, {"sha256": body["sha256"]})
    complaints.move(act, one, replace(one, document_sha256=body["sha256"]), event)


def show(actor: Principal, complaint_id: str, at: datetime) -> EvidenceView:
    """The evidence as data, with the log's receipt. Raises NotFound beyond reach."""
    one = viewing.complaint(actor, complaint_id)
    month = viewing.month_of(one)
    return collect(one, month, at).model_copy(update={"receipt": _receipt(month)})


def collect(one: Complaint, month: Expectation, at: datetime) -> EvidenceView:
    """Everything known of a complaint's month, from this domain's own records."""
    facts, days = month.facts, expectations.days_of(month.id)
    halves = sum(int(day.halves) for day in days)
    chain = history.of(TABLE, month.subject)
    pay = facts.pay
    return EvidenceView(
        complaint_number=one.number,
        contract_number=facts.number,
        project=facts.project.name,
        team=facts.team.name,
        employer=facts.employer.name,
        general_contractor=facts.general_contractor.name,
        month=month.month,
        pay_text=f"{pay.basis.label}，每{pay.unit}{yuan(pay.amount_fen)}，每月{pay.pay_day}日发",
        days=[DayLine(day=day.day, halves=int(day.halves), state=day.state) for day in days],
        days_worked=halves / 2,
        estimated_fen=pay_rules.estimate_fen(month, halves),
        lines=presenting.lines_of(chain),
        clocks=[deadlines.explain(found, at) for found in expectations.clocks_of(month)],
        payers=presenting.payers(facts),
        chain=[
            ChainLine(
                version=event.version,
                event_id=event.id,
                type=event.type,
                label=events.LABELS.get(event.type, event.type),
                at=event.at,
                hash=event.hash,
            )
            for event in chain
        ],
        receipt=None,
        document_id=one.document_id,
        document_sha256=one.document_sha256,
    )


def _receipt(month: Expectation) -> ReceiptView | None:
    try:
        return audit.receipt_of(month.subject)
    except NotSequenced:
        return None


def _form(found: EvidenceView, at: datetime) -> dict[str, Any]:
    """What the paper prints: no name, so that the file itself tells nobody who complained."""
    return {
        "complaint_number": found.complaint_number,
        "contract_number": found.contract_number,
        "project_name": found.project,
        "team_name": found.team,
        "employer_name": found.employer,
        "general_contractor": found.general_contractor,
        "month": found.month,
        "pay": found.pay_text,
        "days": [{"day": day.day.isoformat(), "halves": day.halves} for day in found.days if day.halves],
        "estimated_fen": found.estimated_fen or 0,
        "lines": [
            {"at": clock.spoken(line.at), "label": line.label, "amount_fen": line.amount_fen}
            for line in found.lines
        ],
        "steps": [step.text for running in found.clocks[:1] for step in running.steps],
        "payers": [{"who": one.who, "duty": one.duty, "article": one.article} for one in found.payers],
        "chain": [{"at": clock.spoken(one.at), "label": one.label, "hash": one.hash} for one in found.chain],
        "made_on": clock.local_date(at).isoformat(),
    }
