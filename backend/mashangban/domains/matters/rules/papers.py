"""What each paper of a matter rests on; its sentences are the documents room's. Pure."""

from datetime import date
from typing import Any

from mashangban.domains.matters.rules.dossier import Dossier, Entry
from mashangban.domains.matters.rules.item import Pinned
from mashangban.domains.matters.rules.matter import Matter
from mashangban.domains.matters.terms import PERMIT, Brought, Outcome, PaperKind
from mashangban.kernel import clock


def form(
    kind: PaperKind, one: Matter, pinned: Pinned, dossier: Dossier, applicant: str, due: str, today: date
) -> dict[str, Any]:
    """The data of a printed paper (documents, `matter-paper`); `due` is the moment until which the office has time."""
    said = one.asked if kind is PaperKind.SUPPLEMENT else one.reason
    return {
        "kind": kind.value,
        "permit": pinned.kind == PERMIT,
        "granted": one.outcome is Outcome.GRANTED,
        "silent": one.silent,
        "department": pinned.department,
        "applicant": applicant,
        "item": pinned.name,
        "edition": pinned.edition,
        "code": pinned.code,
        "times": _times(one),
        "due": due,
        "said": said.splitlines(),
        "basis": list(pinned.basis) if kind is PaperKind.DECISION else [],
        "papers": [_paper(entry) for entry in dossier.entries] if kind is PaperKind.RECEIPT else [],
        "phone": pinned.phone,
        "complaints": pinned.complaints,
        "made_on": today.isoformat(),
    }


def _times(one: Matter) -> list[list[str]]:
    known = (("提交时间", one.submitted_at), ("补齐时间", one.received_at if one.asked else None))
    more = (("受理时间", one.accepted_at), ("决定时间", one.decided_at))
    return [[label, clock.spoken(at)] for label, at in (*known, *more) if at is not None]


def _paper(one: Entry) -> list[str]:
    how = {
        Brought.FILES: f"{len(one.files)} 个文件",
        Brought.NOT_MINE: f"没有这种情况：{one.because}",
    }.get(one.how, one.how.label)
    return [one.name, how]
