"""Looking at reports: lists, one report with what exactly is sent, the maps in force."""

from mashangban.domains.reporting import events, permissions
from mashangban.domains.reporting.errors import CountyNeeded
from mashangban.domains.reporting.models import TABLE
from mashangban.domains.reporting.repository import reports
from mashangban.domains.reporting.rules import mapping
from mashangban.domains.reporting.rules.mapping import NotReportableError, Wire
from mashangban.domains.reporting.rules.report import Report
from mashangban.domains.reporting.schemas import (
    CodeChoice,
    Correctable,
    LogLine,
    ReportQuery,
    ReportRow,
    ReportView,
)
from mashangban.domains.reporting.service import composing
from mashangban.domains.reporting.terms import Topic
from mashangban.domains.reporting.terms.codes import Word
from mashangban.domains.reporting.terms.platforms import PLATFORMS
from mashangban.kernel import clock, history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place, Principal, Role

_WORDS = {
    Topic.WORKER: (Word.TRADE, Word.PAY_BASIS, Word.UNIT),
    Topic.ATTENDANCE: (),
    Topic.PAY: (Word.TRADE,),
}


def list_reports(actor: Principal, asked: ReportQuery) -> Page[ReportRow]:
    """A county's reports of one state, or what waits for a person on a platform; the last changed first.

    Raises CountyNeeded, NotFound beyond reach.
    """
    actor.reach(permissions.VIEW).require(Place(region=asked.region))
    if asked.region in PLATFORMS:
        if not asked.state.needs_person:
            raise CountyNeeded()
        return reports.waiting_for_a_person(asked.region, asked.state, asked.topic, asked.page).map(row)
    return reports.of_county(asked.region, asked.state, asked.topic, asked.page).map(row)


def show_report(act: Act, report_id: str) -> ReportView:
    """One report whole. Raises NotFound beyond reach."""
    found = reports.report(report_id, act.actor.reach(permissions.VIEW))
    payload, missing = _payload(act, found)
    return ReportView(
        **row(found).model_dump(),
        revision=found.revision,
        next_at=found.next_at,
        digest=found.digest,
        batch_key=found.batch_id,
        attempts=found.attempts,
        chosen=found.chosen,
        payload=payload,
        missing=missing,
        correctable=_choices(act, found),
        actions=_actions(act.actor, found),
        log=[_line(one) for one in history.of(TABLE, found.subject)],
    )


def correctable(report: Report) -> tuple[Word, ...]:
    """The words for which an officer may pick another code of the platform."""
    return _WORDS[report.topic]


def row(one: Report) -> ReportRow:
    """A report as lists show it."""
    plain = (
        "id",
        "topic",
        "state",
        "platform",
        "region",
        "name_masked",
        "month",
        "changed_at",
        "code",
        "reason",
    )
    return ReportRow(
        **{name: getattr(one, name) for name in plain},
        topic_label=one.topic.label,
        state_label=one.state.label,
        platform_name=PLATFORMS[one.platform].name,
        project_name=one.project.name,
        receipt=one.receipt,
    )


def _payload(act: Act, report: Report) -> tuple[Wire, str]:
    try:
        return composing.shown(act, report), ""
    except NotReportableError as refused:
        return {}, refused.reason


def _choices(act: Act, report: Report) -> list[Correctable]:
    code_map = composing.book_of(report, clock.local_date(act.at)).map
    return [
        Correctable(
            word=word,
            label=word.label,
            codes=[CodeChoice(value=v, label=label) for v, label in mapping.choices(code_map, word).items()],
        )
        for word in correctable(report)
    ]


def _actions(actor: Principal, report: Report) -> list[str]:
    if not report.state.needs_person or not actor.holds(permissions.PUT_RIGHT):
        return []
    if not actor.reach(permissions.PUT_RIGHT).covers(report.place):
        return []
    return ["retry", "correct"] if correctable(report) else ["retry"]


def _line(event: Event) -> LogLine:
    data = event.data
    words = (("receipt", "回执"), ("code", "代码"), ("note", "说明"))
    note = "；".join(f"{label} {data[name]}" for name, label in words if data.get(name))
    by = Role(event.role).label
    return LogLine(at=event.at, label=events.LABELS[event.type], by_label=by, note=note, hash=event.hash)
