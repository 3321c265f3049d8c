"""Turning other rooms' news into reports: each piece of news once, whatever the order it comes in."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from mashangban.domains.reporting import events
from mashangban.domains.reporting.errors import KnownAlready
from mashangban.domains.reporting.models import ReportingEmployment
from mashangban.domains.reporting.repository import early, reports
from mashangban.domains.reporting.rules import report as rules
from mashangban.domains.reporting.rules.mapping import map_of
from mashangban.domains.reporting.rules.report import DayFact, LineFact, Report
from mashangban.domains.reporting.service import telling
from mashangban.domains.reporting.terms import ReportState, Topic
from mashangban.domains.reporting.terms.codes import NoCode, Word
from mashangban.domains.reporting.terms.platforms import platform_of
from mashangban.employment import repository as employments
from mashangban.employment.rules import Employment
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Busy, NotFound, Stale

DAY = "attendance.day"
LINE = "wages.line"
_TRIES = 8
Content = Callable[[Report], Report]


def employed(act: Act, contract_id: str) -> None:
    """A contract came into force, changed or ended; what was told of it before is taken up."""
    one = employments.get(ReportingEmployment, contract_id)
    _keep(act, one, Topic.WORKER, contract_id, "", lambda report: _newer(report, one.version))
    for record in early.put_by_of(contract_id):
        heard(act, str(record.message_kind), record.body)
        early.forget(record)


def heard(act: Act, kind: str, body: Mapping[str, Any]) -> None:
    """A worker's day or a line of pay as it stands now."""
    contract_id = str(body["contract"])
    source = str(body["day"] if kind == DAY else body["line"])
    employment = _known(contract_id)
    if employment is None:
        early.put_by(contract_id, source, kind, body)
        # The employment may have arrived in this very moment, and not seen what was just put by.
        employment = _known(contract_id)
    if employment is not None:
        (_day if kind == DAY else _line)(act, employment, body)


def _known(contract_id: str) -> Employment | None:
    try:
        return employments.get(ReportingEmployment, contract_id)
    except NotFound:
        return None


def _day(act: Act, employment: Employment, body: Mapping[str, Any]) -> None:
    names = ("day", "halves", "minutes", "overtime_minutes", "state", "version")
    fact = DayFact(**{name: body[name] for name in names}, witnesses=tuple(body["witnesses"]))
    _keep(
        act,
        employment,
        Topic.ATTENDANCE,
        employment.contract_id,
        fact.day[:7],
        lambda report: report,
        day=fact,
    )


def _line(act: Act, employment: Employment, body: Mapping[str, Any]) -> None:
    names = ("line", "table", "month", "amount_fen", "halves", "state", "version")
    fact = LineFact(**{name: body[name] for name in names})

    def content(report: Report) -> Report:
        newer = _newer(report, fact.version)
        return replace(newer, line=fact.after(report.line), month=fact.month)

    draft = _is_draft(employment, fact, act)
    _keep(act, employment, Topic.PAY, fact.line, "", content, only_known=draft)


def _is_draft(employment: Employment, fact: LineFact, act: Act) -> bool:
    """Nobody reports a line that its worker has not confirmed, unless it was reported before."""
    codes = map_of(platform_of(employment.region).code, clock.local_date(act.at)).codes
    found = codes[Word.PAY_STATUS].get(fact.state)
    return isinstance(found, NoCode) and found.for_now


def _newer(report: Report, version: int) -> Report:
    if version <= report.told:
        raise KnownAlready()
    return replace(report, told=version)


def _keep(
    act: Act,
    employment: Employment,
    topic: Topic,
    source: str,
    month: str,
    content: Content,
    *,
    day: DayFact | None = None,
    only_known: bool = False,
) -> None:
    """Put news into its report and the report into the outbox; one that waits there already only takes the news."""
    for _ in range(_TRIES):
        before = reports.find(rules.report_id(topic, source, month))
        if before is None and only_known:
            return
        try:
            after = content(before or rules.opened(topic, employment, source, month, act.at))
            _write(act, before, after, day)
            return
        except KnownAlready:
            return
        except Stale:  # it was sent, or told of, in this very moment: look again
            continue
    raise Busy()


def _write(act: Act, before: Report | None, after: Report, day: DayFact | None) -> None:
    if before is None:
        reports.keep(act, None, after, telling.told(act, events.OPENED, None, after), day=day)
    elif before.state is ReportState.WAITING:
        reports.keep(act, before, after, None, day=day)
    else:
        due = rules.again(after, act.at)
        reports.keep(act, before, due, telling.told(act, events.CHANGED, before, due), day=day)
