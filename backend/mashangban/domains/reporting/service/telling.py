"""The events of reports and batches, and whom of the province they concern."""

from typing import Any

from mashangban.domains.reporting import events
from mashangban.domains.reporting.rules.batch import Batch
from mashangban.domains.reporting.rules.report import Report
from mashangban.domains.reporting.terms import ReportState
from mashangban.domains.reporting.terms.platforms import NATIONAL, PLATFORMS
from mashangban.identity import service as identity
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Message, happened
from mashangban.kernel.permissions import Grant, Role, Scope
from mashangban.kernel.telling import Whom, notice


def told(
    act: Act, kind: str, before: Report | None, after: Report, role: str = "system", note: str = ""
) -> Event:
    """The event of one step of a report; `note` is an officer's word on it, about codes and not about people."""
    data: dict[str, Any] = {
        "platform": after.platform,
        "region": after.region,
        "project": after.project.id,
        "topic": after.topic.value,
        "state": after.state.value,
        "revision": after.revision,
    }
    data |= {
        name: getattr(after, name)
        for name in ("code", "receipt", "digest", "batch_id")
        if getattr(after, name)
    }
    data |= {"note": note} if note else {}
    version, chain = (before.version, before.chain) if before else (0, after.chain)
    return happened(act, kind, after.subject, data, role=role, version=version + 1, previous=chain)


def batch_told(
    act: Act, kind: str, before: Batch | None, after: Batch, messages: tuple[Message, ...] = ()
) -> Event:
    """The event of one step of a batch, once written with the digest of each report."""
    sent = (
        {one.report_id: one.digest for one in after.entries if one.digest}
        if kind == events.BATCH_WRITTEN
        else {}
    )
    data = {
        "platform": after.platform,
        "state": after.state.value,
        "reports": len(after.entries),
        "sent": sent,
    }
    version, chain = (before.version, before.chain) if before else (0, after.chain)
    return happened(
        act, kind, after.subject, data, messages=messages, role="system", version=version + 1, previous=chain
    )


def work_item(act: Act, platform_code: str, state: ReportState) -> tuple[Message, ...]:
    """Tell those who may put reports right, at most once a day: the list says which."""
    platform = PLATFORMS[platform_code]
    at_nation = platform is NATIONAL
    office = Grant(Role.PLATFORM_ADMIN, Scope("*")) if at_nation else identity.office_of(platform.code)
    day = clock.local_date(act.at).isoformat()
    told = notice(
        Whom(posts=[office], most=5),
        "reporting.report.needs-person",
        {"platform": platform.name},
        link=f"/console/reporting/reports?where={platform.code}&state={state.value}",
        dedupe=f"reporting|{platform.code}|{day}|{state.value}",
        place={} if at_nation else {"region": platform.code},
    )
    return (told,)
