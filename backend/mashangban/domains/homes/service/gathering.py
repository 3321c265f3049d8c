"""Parent issues: opened by an office, joined report by report, news to every household; each confirms its own."""

from mashangban.domains.homes import events, permissions
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.repository import bindings, defects, estates, homes, words
from mashangban.domains.homes.repository import defectrows as rows
from mashangban.domains.homes.repository import issues as repository
from mashangban.domains.homes.rules import issue as rules
from mashangban.domains.homes.rules import tally
from mashangban.domains.homes.rules.defect import Defect
from mashangban.domains.homes.rules.issue import Issue
from mashangban.domains.homes.schemas import (
    DefectDone,
    DefectRow,
    IssueDone,
    IssueForm,
    IssueJoin,
    IssueNews,
    IssueRow,
    IssueView,
    NewsLine,
)
from mashangban.domains.homes.service import defecttelling as telling
from mashangban.domains.homes.service import defectviews, reporting
from mashangban.kernel import clock, history, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import following
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Role

_CANDIDATES = PageRequest(limit=50)


def open_issue(act: Act, estate_id: str, given: IssueForm) -> IssueDone:
    """The builder or a regulator names one fault behind many reports. Raises NotFound beyond reach, RudeWords."""
    estate = estates.get(estate_id)
    new = Issue(
        id=ids.new_id(act.at),
        number=ids.public_number("GX", act.at),
        estate_id=estate.id,
        estate_name=estate.name,
        region=estate.region,
        builder=estate.builder,
        category=given.category,
        title=rules.public(given.title),
        opened_at=act.at,
    )
    act.actor.reach(permissions.OPEN_ISSUE).require(new.place)
    role = act.actor.role_for(permissions.OPEN_ISSUE, new.place)
    event = following(act, events.ISSUE_OPENED, new, role, {"category": new.category.value})
    answer = IssueDone(id=new.id, number=new.number)
    repository.create(act, new, event, answer)
    return answer


def join(act: Act, issue_id: str, given: IssueJoin) -> DefectDone:
    """A household joins with its own report, or the builder lets a report join. Raises NotOneFault, AlreadyJoined."""
    issue, one = repository.get(issue_id), defects.get(given.defect_id)
    role = _joining_role(act, one)
    after = rules.join(one, issue)
    event = following(act, events.DEFECT_JOINED, one, role, {"issue": issue.id})
    answer = defectviews.done(after)
    repository.join(act, issue, one, after, event, answer)
    return answer


def tell(act: Act, issue_id: str, given: IssueNews) -> IssueDone:
    """News for every household of the issue. Raises NotFound beyond reach, RudeWords."""
    one = repository.get(issue_id)
    act.actor.reach(permissions.OPEN_ISSUE).require(one.place)
    role = act.actor.role_for(permissions.OPEN_ISSUE, one.place)
    event = following(act, events.ISSUE_TOLD, one, role)
    answer = IssueDone(id=one.id, number=one.number)
    repository.told(act, one, event, rules.public(given.text), answer)
    return answer


def spread(act: Act, issue_id: str, number: int) -> None:
    """Each household is told the news once, however often the stream says so."""
    text = words.of(repository.get(issue_id).subject).get(number, "")
    for defect_id, told in repository.members(issue_id):
        if told < number:
            one = defects.get(defect_id)
            notice = telling.household(one, "homes.defect.news")
            event = following(act, events.DEFECT_TOLD, one, Role.SYSTEM, {"issue": issue_id}, notice)
            repository.pass_on(act, issue_id, number, one, event, text)


def of_estate(act: Act, estate_id: str, page: PageRequest) -> Page[IssueRow]:
    """An estate's issues, for whoever lives in it, its builder and the regulators. Raises NotFound beyond reach."""
    estate = estates.get(estate_id)
    place = Place(estate.region, frozenset({estate.builder.id}))
    if not act.actor.reach(permissions.VIEW_ISSUE).covers(place) and not _lives_in(act, estate_id):
        raise NotFound()
    return repository.of_estate(estate_id, page).map(_row)


def show(act: Act, issue_id: str) -> IssueView:
    """An issue with its counts and news, for its households, the builder and the regulators. Raises NotFound."""
    one = repository.get(issue_id)
    if not act.actor.reach(permissions.VIEW_ISSUE).covers(one.place) and not _lives_in(act, one.estate_id):
        raise NotFound()
    counted, said = rows.counters("issue", one.id), words.of(one.subject)
    news = [event for event in history.of(TABLE, one.subject) if event.type == events.ISSUE_TOLD]
    return IssueView(
        **_row(one).model_dump(),
        estate_name=one.estate_name,
        joined=counted.get("issue.joined", 0),
        open=counted.get("issue.open", 0),
        confirmed=counted.get("issue.confirmed", 0),
        news=[NewsLine(at=event.at, text=said.get(event.version, "")) for event in news],
    )


def to_join(act: Act, issue_id: str) -> list[DefectRow]:
    """Reports of the same kind in the same estate that the builder may let join, the oldest first."""
    one = repository.get(issue_id)
    if not act.actor.holds(permissions.ANSWER_DEFECT):
        return []
    if not act.actor.reach(permissions.ANSWER_DEFECT).covers(one.place):
        return []
    found = [
        row
        for bucket in (tally.LATE, tally.OPEN)
        for row in rows.of_estate(one.estate_id, bucket, _CANDIDATES).items
        if row.shown["category"] == one.category.value and not row.issue_id
    ]
    return [defectviews.row(row) for row in found]


def _joining_role(act: Act, one: Defect) -> Role:
    if reporting.may_judge(one, homes.get(one.home_id), act):
        return Role.PERSON
    return act.actor.role_for(permissions.ANSWER_DEFECT, one.place)


def _lives_in(act: Act, estate_id: str) -> bool:
    today, me = clock.local_date(act.at), act.actor.person_id
    mine = homes.many(bindings.of_person(me, PageRequest()).items)
    return any(home.estate_id == estate_id and home.resident(me, today) for home in mine.values())


def _row(one: Issue) -> IssueRow:
    return IssueRow(
        id=one.id,
        number=one.number,
        title=one.title,
        category=one.category.value,
        category_label=one.category.label,
        opened_at=one.opened_at,
    )
