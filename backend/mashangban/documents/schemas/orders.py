"""Orders as they arrive in messages from other rooms."""

from base64 import b64decode
from functools import cache
from typing import Any, Literal

from pydantic import AwareDatetime, Field, TypeAdapter, ValidationError

from mashangban.documents import errors
from mashangban.documents.schemas.claim_forms import ClaimForm
from mashangban.documents.schemas.forms import (
    ArrearsEvidence,
    ContractSupplement,
    LabourContract,
    PaySlip,
    SitePoster,
)
from mashangban.documents.schemas.guide_forms import PackagePoster
from mashangban.documents.schemas.home_forms import DoorSheet, HomeInspection
from mashangban.documents.schemas.matter_forms import MatterPaper
from mashangban.documents.terms import Template
from mashangban.kernel.errors import FieldError
from mashangban.kernel.http import Schema

_FORMS: dict[Template, Any] = {
    Template.LABOUR_CONTRACT: LabourContract,
    Template.CONTRACT_SUPPLEMENT: ContractSupplement,
    Template.PAY_SLIP: PaySlip,
    Template.SITE_POSTER: SitePoster,
    Template.ARREARS_EVIDENCE: ArrearsEvidence,
    Template.DOOR_SHEET: DoorSheet,
    Template.HOME_INSPECTION: HomeInspection,
    Template.CLAIM_FORM: ClaimForm,
    Template.MATTER_PAPER: MatterPaper,
    Template.PACKAGE_POSTER: PackagePoster,
}


class OriginOrder(Schema):
    """Where the answer goes: a table's name and the subject there."""

    service: str = Field(pattern=r"[a-z]+")
    subject: str = Field(min_length=3, max_length=120)


class AccessOrder(Schema):
    """Who may read the file: their scopes must reach one of these."""

    region: str = Field(pattern=r"^\d{2}(\d{2}){0,2}$")
    orgs: list[str] = Field(default_factory=list, max_length=20)
    project: str | None = None
    persons: list[str] = Field(default_factory=list, max_length=20)


class RenderOrder(Schema):
    """Print one form as revision 0."""

    document_id: str = Field(min_length=10, max_length=64)
    template: Template
    number: str = Field(min_length=3, max_length=40)
    data: dict[str, Any]
    origin: OriginOrder
    access: AccessOrder


class WorkerEvidence(Schema):
    """What proves the worker's act: the handwriting over revision 0, when, under which consent, by whom."""

    name: str = Field(min_length=1, max_length=60)
    handwriting: str = Field(max_length=24_000)
    signed_at: AwareDatetime
    consent_version: str = Field(min_length=1, max_length=40)
    read_aloud: bool = False
    real_name_reference: str = Field(min_length=1, max_length=120)

    @property
    def packed(self) -> bytes:
        """The packed strokes."""
        return b64decode(self.handwriting)


class SealUse(Schema):
    """Under whose authority the seal is used, and by whom."""

    enterprise_id: str = Field(min_length=1, max_length=64)
    operator_name: str = Field(min_length=1, max_length=60)
    operator_id: str | None = Field(None, max_length=64)
    authorisation: Literal["single", "bulk", "standing"]
    authorisation_id: str | None = Field(None, max_length=64)
    countersigned_at: AwareDatetime


class SealOrder(Schema):
    """Put the enterprise's seal alone on revision 0 of that hash."""

    document_id: str = Field(min_length=10, max_length=64)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    seal: SealUse


class SignOrder(SealOrder):
    """Put the worker's signature and the employer's seal on revision 0 of that hash."""

    worker: WorkerEvidence


@cache
def _adapter(template: Template) -> TypeAdapter[Any]:
    return TypeAdapter(_FORMS[template])


def checked_form(order: RenderOrder) -> dict[str, Any]:
    """The form's data, checked. Raises UnusableForm that names the fields, without repeating their values."""
    try:
        form: dict[str, Any] = _adapter(order.template).validate_python(order.data)
    except ValidationError as refused:
        found = [
            ".".join(map(str, one["loc"])) for one in refused.errors(include_url=False, include_input=False)
        ]
        raise errors.UnusableForm(
            "缺少或填错：" + "、".join(found), errors=[FieldError(field, "缺少或填错") for field in found]
        ) from refused
    return form
