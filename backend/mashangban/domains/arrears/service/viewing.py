"""Looking: one's own months and complaints, a project's warnings, a county's work."""

from datetime import datetime

from mashangban.domains.arrears import permissions
from mashangban.domains.arrears.repository import complaints, expectations, rows
from mashangban.domains.arrears.rules.board import Listed
from mashangban.domains.arrears.rules.complaint import Complaint
from mashangban.domains.arrears.rules.expectation import Expectation
from mashangban.domains.arrears.schemas import (
    AccusedRow,
    ComplaintRow,
    ComplaintView,
    PayRow,
    PayView,
    PlaceQuery,
)
from mashangban.domains.arrears.service import accused, presenting
from mashangban.domains.arrears.terms import Circumstance
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Permission, Place, Principal, Reach
from mashangban.registry import service as registry

PAY, COMPLAINT = "pay", "complaint"


def my_pay(actor: Principal, page: PageRequest, at: datetime) -> Page[PayRow]:
    """The caller's own months, the newest first."""
    return rows.of_person(PAY, actor.person_id, page).map(lambda row: presenting.listed_row(row, at))


def my_complaints(actor: Principal, page: PageRequest) -> Page[ComplaintRow]:
    """The caller's own complaints, the newest first."""
    return rows.of_person(COMPLAINT, actor.person_id, page).map(presenting.listed_complaint_row)


def show_pay(actor: Principal, expectation_id: str, at: datetime) -> PayView:
    """One month's pay, for its worker, their units and the regulators. Raises NotFound beyond reach."""
    one = expectations.get(expectation_id, actor.reach(permissions.VIEW_PAY))
    return presenting.pay_view(one, at, own=one.facts.person_id == actor.person_id)


def show_complaint(
    actor: Principal, complaint_id: str, at: datetime, circumstance: Circumstance | None = None
) -> ComplaintView:
    """A complaint, for its worker and the regulators. Raises NotFound beyond reach."""
    one = complaint(actor, complaint_id)
    own = one.facts.person_id == actor.person_id
    officer = actor.holds(permissions.HANDLE) and actor.reach(permissions.HANDLE).covers(one.place)
    known = frozenset({circumstance}) if circumstance else frozenset()
    return presenting.complaint_view(one, at, own=own, officer=officer, circumstances=known)


def complaint(actor: Principal, complaint_id: str) -> Complaint:
    """A complaint within reach of its worker and the regulators. Raises NotFound."""
    return complaints.get(complaint_id, actor.reach(permissions.VIEW_COMPLAINT))


def month_of(one: Complaint) -> Expectation:
    """The month a complaint is about."""
    return expectations.get(f"{one.facts.contract_id}-{one.month}")


def late_at(actor: Principal, query: PlaceQuery, at: datetime) -> Page[PayRow]:
    """Months of a project or county by level; an office sees its own people. Raises NotFound beyond reach."""
    reach = _require(actor, permissions.LIST_LATE, query.where)
    found = _page(PAY, query)
    visible = [row for row in found.items if reach.covers(_place(row))]
    return Page(visible, found.next_cursor).map(lambda row: presenting.listed_row(row, at))


def complaints_at(actor: Principal, query: PlaceQuery) -> Page[ComplaintRow]:
    """A county's complaints, for its regulators. Raises NotFound beyond reach."""
    actor.reach(permissions.LIST_COMPLAINTS).require(Place(region=query.where[:6]))
    return rows.of_county(COMPLAINT, query.where[:6], query.bucket, query.page).map(
        presenting.listed_complaint_row
    )


def team_complaints(one: Complaint) -> list[ComplaintRow]:
    """The other open complaints of the same team, which may be joined."""
    found = rows.of_project(COMPLAINT, one.facts.project.id, "open", PageRequest(limit=50)).items
    same = [row for row in found if row.shown["team_id"] == one.facts.team.id and row.id != one.id]
    return [presenting.listed_complaint_row(row) for row in same]


def accused_at(actor: Principal, query: PlaceQuery) -> Page[AccusedRow]:
    """A project's complaints for the accused side, once accepted. Raises NotFound beyond reach."""
    project = registry.project(query.where)
    reach = actor.reach(permissions.ANSWER_COMPLAINT)
    reach.require(project.place)
    found = rows.of_project(COMPLAINT, query.where, query.bucket, query.page)
    visible = [row for row in found.items if reach.covers(_place(row)) and row.shown["state"] != "opened"]
    return Page(visible, found.next_cursor).map(accused.listed)


def _require(actor: Principal, permission: Permission, where: str) -> Reach:
    reach = actor.reach(permission)
    reach.require(Place(region=where) if _is_county(where) else registry.project(where).place)
    return reach


def _page(kind: str, query: PlaceQuery) -> Page[Listed]:
    of = rows.of_county if _is_county(query.where) else rows.of_project
    return of(kind, query.where, query.bucket, query.page)


def _is_county(where: str) -> bool:
    return len(where) == 6 and where.isdecimal()


def _place(row: Listed) -> Place:
    orgs = frozenset({row.shown["employer_id"], row.shown["contractor_id"]})
    return Place(row.region, orgs, row.project)
