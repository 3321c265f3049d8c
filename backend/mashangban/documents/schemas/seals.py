"""Seals on the wire: what is asked for, decided, and seen of them."""

from datetime import datetime

from pydantic import Field

from mashangban.documents.terms import ApplicationState, SealKind, SealMatter
from mashangban.kernel.http import ListQuery, Schema


class SealRequest(Schema):
    """A seal to be made for a registered enterprise."""

    enterprise_id: str = Field(min_length=1, max_length=64)
    name: str = Field(min_length=4, max_length=30)
    uscc: str = Field(pattern=r"^[0-9A-Z]{18}$")
    purpose: str = Field("合同专用章", max_length=10)
    serial: str = Field("", max_length=16)


class SealReason(Schema):
    """Why a seal is stopped or resumed; kept in its history."""

    reason: str = Field(min_length=2, max_length=200)


class SealQuery(Schema):
    enterprise_id: str = Field(min_length=1, max_length=64)


class SealView(Schema):
    """An enterprise's seal without its key."""

    enterprise_id: str
    name: str
    uscc: str
    purpose: str
    kind_label: str
    matters: list[str]
    custodian: str
    serial: str
    specimen: bool
    state: str
    state_label: str
    stopped_by_office: bool
    certificate_serial: str
    issued_at: datetime
    valid_to: datetime
    reason: str
    version: int


class SealUseView(Schema):
    """One use of an enterprise's seal: on which paper, when, on whose word."""

    document_id: str
    template_label: str
    number: str
    sha256: str
    certificate_serial: str
    authorisation: str
    authorisation_label: str
    authorisation_id: str | None
    operator_name: str
    confirmed_at: datetime
    sealed_at: datetime


class SealApplicationForm(Schema):
    """What an enterprise asks for; `custodian_id` is one of its own people (see custodians)."""

    kind: SealKind
    matters: list[SealMatter] = Field(min_length=1, max_length=2)
    purpose: str = Field(min_length=2, max_length=200)
    custodian_id: str = Field(min_length=1, max_length=64)


class SealDecision(Schema):
    """An office's word on an application; a refusal gives its reason."""

    approved: bool
    reason: str = Field("", max_length=200)


class SealQueueQuery(ListQuery):
    """A province, city or county; what waits there, or what is decided."""

    region: str = Field(pattern=r"^\d{2}(\d{2}(\d{2})?)?$")
    state: str = Field("open", pattern="^(open|done)$")


class SealApplicationView(Schema):
    """An application as the enterprise and the offices see it; people masked."""

    id: str
    enterprise_id: str
    enterprise_name: str
    uscc: str
    kind: SealKind
    kind_label: str
    matters: list[str]
    purpose: str
    custodian: str
    applicant: str
    applied_at: datetime
    state: ApplicationState
    state_label: str
    decided_at: datetime | None
    decided_by: str
    refusal: str


class SealCustodian(Schema):
    """Someone who may keep the enterprise's seal."""

    person_id: str
    name_masked: str
    role_label: str


class SealStepView(Schema):
    """One line of what happened to an enterprise's seal."""

    at: datetime
    label: str
    text: str
    by_label: str
    hash: str


class SealFolder(Schema):
    """An enterprise's seal with its applications, the newest first, and what the caller may do now."""

    seal: SealView | None
    applications: list[SealApplicationView]
    actions: list[str]
