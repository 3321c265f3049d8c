"""Parent issues and their members: a join touches its own report and its own member item, nothing that others share."""

from collections.abc import Iterator
from typing import Any

from mashangban.domains.homes.models import TABLE, IssueRecord, MemberRecord
from mashangban.domains.homes.repository import defects, items, words
from mashangban.domains.homes.rules.defect import Defect
from mashangban.domains.homes.rules.issue import Issue
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_FIELDS = items.fields_of(Issue, "id", "version", "chain")


def get(issue_id: str) -> Issue:
    """An issue; whoever calls asks for its place. Raises NotFound."""
    try:
        return _issue(IssueRecord.get(f"HOMESISSUE#{issue_id}", "ISSUE", consistent_read=True))
    except IssueRecord.DoesNotExist as missing:
        raise NotFound() from missing


def of_estate(estate_id: str, page: PageRequest) -> Page[Issue]:
    """An estate's issues, the newest first."""
    found = pagination.query(IssueRecord, f"ISSUES-OF#{estate_id}", page, index="GSI1", newest_first=True)
    return found.map(_issue)


def create(act: Act, new: Issue, event: Event, answer: Schema) -> None:
    """Write a new issue."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        tx.answer(answer)


def told(act: Act, one: Issue, event: Event, text: str, answer: Schema) -> None:
    """Keep the news of an issue; its members are told by the listener."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(one), event, [])
        words.keep(tx, event, text)
        tx.answer(answer)


def join(act: Act, issue: Issue, before: Defect, after: Defect, event: Event, answer: Schema) -> None:
    """A report becomes one of the issue's."""
    with Transaction(act, TABLE) as tx:
        defects.amend(tx, before, after, event)
        tx.create(_member(issue.id, after.id, issue.version))
        tx.answer(answer)


def members(issue_id: str) -> Iterator[tuple[str, int]]:
    """Every report of an issue with the last news its household was told, page by page."""
    key = MemberRecord.SK
    found = MemberRecord.query(f"HOMESISSUE#{issue_id}", key.startswith("MEMBER#"), consistent_read=True)
    return ((one.defect_id, int(one.told)) for one in found)


def pass_on(act: Act, issue_id: str, number: int, one: Defect, event: Event, text: str) -> None:
    """One household is told one piece of news, once."""
    with Transaction(act, TABLE) as tx:
        defects.amend(tx, one, one, event)
        words.keep(tx, event, text)
        told_before: Any = MemberRecord.told
        member = _member(issue_id, one.id, number)
        tx.update(member, [told_before.set(number)], condition=told_before < number)


def _member(issue_id: str, defect_id: str, told_up_to: int) -> MemberRecord:
    return MemberRecord(f"HOMESISSUE#{issue_id}", f"MEMBER#{defect_id}", defect_id=defect_id, told=told_up_to)


def _record(one: Issue) -> IssueRecord:
    return IssueRecord(
        one.subject.pk,
        "ISSUE",
        GSI1PK=f"ISSUES-OF#{one.estate_id}",
        GSI1SK=f"{one.opened_at.isoformat()}#{one.id}",
        **items.stored(one, _FIELDS),
    )


def _issue(record: IssueRecord) -> Issue:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    issue_id = str(record.PK).partition("#")[2]
    return Issue(id=issue_id, **values, version=int(record.version), chain=record.chain)
