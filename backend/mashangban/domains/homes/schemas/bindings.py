"""Wire shapes of binding, invitations, and a home as its people see it."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.homes.schemas.defects import CoverView
from mashangban.domains.homes.schemas.estates import BatchView, HouseTypeView, Named
from mashangban.domains.homes.terms import InvitationKind, ResidentRole
from mashangban.kernel.http.schemas import Schema


class Binding(Schema):
    """The door's code and the last six letters or digits of the purchase contract's number."""

    code: Annotated[str, Field(min_length=10, max_length=60)]
    contract_tail: Annotated[str, Field(min_length=6, max_length=12, pattern=r"^[0-9A-Za-z\- ]+$")]


class HomeBound(Schema):
    """The home after one was bound; `role` is null while a transfer waits until `from_at`."""

    home_id: str
    label: str
    role: ResidentRole | None
    role_label: str
    from_at: datetime


class MyHomeRow(Schema):
    """One of the caller's own homes."""

    id: str
    label: str
    estate_name: str
    role: ResidentRole
    role_label: str
    until: date | None
    handed_over_on: date | None


class ResidentView(Schema):
    """Somebody bound to the home, as its owners see them."""

    person_id: str
    name_masked: str
    role: ResidentRole
    role_label: str
    since: datetime
    until: date | None
    me: bool


class LeavingView(Schema):
    """An owner who is leaving, to whom the home passes, and until when the word can be taken back."""

    name_masked: str
    heir_name_masked: str | None
    ends_at: datetime
    me: bool


class PurchaseContractView(Schema):
    """The purchase contract, for owners and the builder only."""

    number: str
    signed_on: date
    buyers_masked: list[str]


class WarrantyLine(CoverView):
    """One part of the home, and until when it is under warranty."""

    part: str
    part_label: str


class HomeView(Schema):
    """A home. `area` is in hundredths of a square metre. What is not the caller's to see is empty or null."""

    id: str
    label: str
    estate_id: str
    estate_name: str
    address: str
    builder: Named
    house_type: HouseTypeView | None
    area: int
    batch: BatchView | None
    handed_over_on: date | None
    role: ResidentRole | None
    role_label: str | None
    residents: list[ResidentView]
    leaving: list[LeavingView]
    contract: PurchaseContractView | None
    warranty: list[WarrantyLine]
    version: int


class InvitationForm(Schema):
    """Whom to invite: a tenant, until a day if one is agreed, or the next owner."""

    kind: InvitationKind
    until: date | None = None


class InvitationView(Schema):
    """The single-use code an owner hands on."""

    kind: InvitationKind
    kind_label: str
    code: str
    code_url: str
    ends_at: datetime
    until: date | None


class InvitationCard(Schema):
    """What the invited person is offered."""

    kind: InvitationKind
    kind_label: str
    estate_name: str
    label: str
    by_masked: str
    until: date | None
    ends_at: datetime
    open: bool


class LeavingDone(Schema):
    """`ends_at` is when an owner's word takes effect; null when it took effect at once or was taken back."""

    home_id: str
    ends_at: datetime | None
