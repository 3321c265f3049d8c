"""What an officer does with a report that came back or never left: send again, or with another code."""

from collections.abc import Callable
from dataclasses import replace

from mashangban.domains.reporting import events, permissions
from mashangban.domains.reporting.errors import NothingToRetry, NotTheirCode
from mashangban.domains.reporting.repository import reports
from mashangban.domains.reporting.rules import mapping
from mashangban.domains.reporting.rules import report as rules
from mashangban.domains.reporting.rules.report import Report
from mashangban.domains.reporting.schemas import Correction, ReportDone, Retries, RetriesDone, Retry
from mashangban.domains.reporting.service import composing, telling
from mashangban.domains.reporting.service.viewing import correctable
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound


def retry(act: Act, report_id: str, given: Retry) -> ReportDone:
    """Send as it stands now. Raises NothingToRetry, NotFound beyond reach."""
    return _decide(act, report_id, events.RETRIED, given.note, lambda report: report)


def retry_many(act: Act, given: Retries) -> RetriesDone:
    """Send many again, e.g. all of one page after the platform mended its list; each stands for itself."""
    each = Act(act.actor, act.at)  # the submission is answered once, for all of them
    done, failed = 0, list[str]()
    for report_id in dict.fromkeys(given.reports):
        try:
            retry(each, report_id, Retry(note=given.note))
            done += 1
        except (NothingToRetry, NotFound) as refused:
            failed.append(refused.title)
    result = RetriesDone(done=done, failed=len(failed), reasons=sorted(set(failed)))
    reports.remember(act, result)
    return result


def correct(act: Act, report_id: str, given: Correction) -> ReportDone:
    """Send with another code of the platform for one word. Raises NotTheirCode, NothingToRetry, NotFound."""

    def chosen(report: Report) -> Report:
        book = composing.book_of(report, clock.local_date(act.at))
        if given.word not in correctable(report) or given.code not in mapping.choices(book.map, given.word):
            raise NotTheirCode()
        return replace(report, chosen={**report.chosen, given.word.value: given.code})

    return _decide(act, report_id, events.CORRECTED, given.note, chosen)


def _decide(
    act: Act, report_id: str, kind: str, note: str, put_right: Callable[[Report], Report]
) -> ReportDone:
    before = reports.report(report_id, act.actor.reach(permissions.PUT_RIGHT))
    if not before.state.needs_person:
        raise NothingToRetry()
    after = replace(rules.again(put_right(before), act.at), next_at=act.at)
    role = act.actor.role_for(permissions.PUT_RIGHT, before.place)
    event = telling.told(act, kind, before, after, role.value, note)
    done = ReportDone(id=after.id, state=after.state, state_label=after.state.label)
    reports.move(act, before, after, event, done)
    return done
