"""Writing the payload of a report: read at sending time, so that nothing personal waits in the outbox."""

import hashlib
from dataclasses import dataclass, field
from datetime import date

from mashangban.domains.reporting import partners
from mashangban.domains.reporting.models import ReportingEmployment
from mashangban.domains.reporting.repository import early, reports
from mashangban.domains.reporting.rules import objects
from mashangban.domains.reporting.rules.mapping import Book, NotReportableError, Wire, map_of
from mashangban.domains.reporting.rules.objects import Facts, Where, Who
from mashangban.domains.reporting.rules.report import Report
from mashangban.domains.reporting.terms import Topic
from mashangban.employment import repository as employments
from mashangban.employment.rules import Employment
from mashangban.identity import service as identity
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import canonical
from mashangban.registry import service as registry


@dataclass(slots=True)
class Registers:
    """Codes of projects and employers, each read once: the reports of a batch share few of them."""

    known: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def codes(self, employment: Employment) -> tuple[str, str]:
        """Project code and unified social credit code. Raises NotReportableError."""
        key = (employment.project.id, employment.employer.id)
        if key not in self.known:
            self.known[key] = _codes(*key)
        return self.known[key]


def _codes(project_id: str, employer_id: str) -> tuple[str, str]:
    try:
        return registry.project(project_id).code, registry.enterprise(employer_id).uscc
    except NotFound as missing:
        raise NotReportableError("项目或用人单位没有登记代码", for_now=False) from missing


def payload(act: Act, report: Report, registers: Registers) -> Wire:
    """The standard objects with the worker's real name and their number encrypted for the platform.

    Raises NotReportableError.
    """
    employment = employments.get(ReportingEmployment, report.contract_id)
    number = ""
    if report.line is not None:
        number = early.pay_roll(act, report.line.table, employment.region, report.line.month)
    where = Where(*registers.codes(employment), number)
    return _write(report, Facts(employment, _named(employment), where), clock.local_date(act.at))


def shown(act: Act, report: Report) -> Wire:
    """The same with name and number masked, for screens. Raises NotReportableError."""
    employment = employments.get(ReportingEmployment, report.contract_id)
    who = Who(employment.name_masked, "（加密发送，不显示）")
    number = early.known_pay_roll(report.line.table) if report.line else ""
    where = Where(*Registers().codes(employment), number or "（发送时编号）")
    return _write(report, Facts(employment, who, where), clock.local_date(act.at))


def digest(written: Wire) -> str:
    """SHA-256 of a payload's canonical JSON; the numbers in it are ciphertexts, so that it tells nothing."""
    return hashlib.sha256(canonical(written).encode()).hexdigest()


def book_of(report: Report, day: date) -> Book:
    """The language of the report's platform, with the codes picked for this report."""
    return Book(map_of(report.platform, day), report.chosen)


def _write(report: Report, facts: Facts, day: date) -> Wire:
    book = book_of(report, day)
    if report.topic is Topic.WORKER:
        return objects.worker(book, facts)
    if report.topic is Topic.ATTENDANCE:
        return objects.attendance(book, facts, reports.days_of(report.id))
    assert report.line is not None
    return objects.pay(book, facts, report.line)


def _named(employment: Employment) -> Who:
    try:
        found = identity.real_name(employment.person_id)
    except NotFound:
        found = None
    if found is None:
        raise NotReportableError("工人的实名信息已撤回或删除", for_now=False)
    return Who(found.name, partners.encrypt(found.id_number))
