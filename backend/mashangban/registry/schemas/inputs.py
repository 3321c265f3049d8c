"""What people and programs send to the registers."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from mashangban.identity.identifiers import WrongIdentifier, parse_person_name, parse_uscc
from mashangban.kernel.http import ListQuery, Schema
from mashangban.registry import divisions
from mashangban.registry.codes import parse_permit_number, parse_project_code
from mashangban.registry.terms import EnterpriseStatus, PartyKind, ProjectNature, ProjectStatus


def _county(code: str) -> str:
    if not divisions.is_county(code):
        raise ValueError("没有这个县区代码")
    return code


def _uscc(text: str) -> str:
    try:
        return parse_uscc(text).number
    except WrongIdentifier as wrong:
        raise ValueError(str(wrong)) from wrong


def _person_name(text: str) -> str:
    try:
        return parse_person_name(text)
    except WrongIdentifier as wrong:
        raise ValueError(str(wrong)) from wrong


ProjectCode = Annotated[str, Field(max_length=40), AfterValidator(parse_project_code)]
PermitNumber = Annotated[str, Field(max_length=30), AfterValidator(parse_permit_number)]
County = Annotated[str, Field(max_length=6), AfterValidator(_county)]
UsccText = Annotated[str, Field(max_length=30), AfterValidator(_uscc)]
Name = Annotated[str, Field(min_length=2, max_length=100)]
PersonName = Annotated[str, Field(max_length=50), AfterValidator(_person_name)]


class PartyInput(Schema):
    """A participating unit: an enterprise of the register in one capacity (参建类型)."""

    enterprise_id: str = Field(min_length=26, max_length=26)
    kind: PartyKind


class ProjectInput(Schema):
    """A project as an office types it."""

    code: ProjectCode
    name: Name
    permit_number: PermitNumber = ""
    county: County
    address: str = Field(min_length=2, max_length=200)
    status: ProjectStatus = ProjectStatus.UNDER_CONSTRUCTION
    nature: ProjectNature = ProjectNature.NEW
    starts_on: date | None = None
    ends_on: date | None = None
    parties: list[PartyInput] = Field(default_factory=list, max_length=30)

    @model_validator(mode="after")
    def _in_order(self) -> "ProjectInput":
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValueError("计划竣工不能早于开工日期")
        return self


class ProjectChange(ProjectInput):
    """The whole record as it should be, and the version it was read at."""

    version: int = Field(ge=1)


class EnterpriseInput(Schema):
    """An enterprise as an office types it."""

    uscc: UsccText
    name: Name
    county: County
    address: str = Field("", max_length=200)
    legal_person: PersonName
    status: EnterpriseStatus = EnterpriseStatus.ACTIVE


class EnterpriseChange(EnterpriseInput):
    version: int = Field(ge=1)


class ProjectQuery(ListQuery):
    """`region` narrows to a province, city or county; `q` is an exact code or the beginning of a name."""

    region: str = Field("", max_length=6, pattern=r"^\d*$")
    status: ProjectStatus | None = None
    q: str = Field("", max_length=60)
    descending: bool = False


class EnterpriseQuery(ListQuery):
    region: str = Field("", max_length=6, pattern=r"^\d*$")
    q: str = Field("", max_length=60)
    descending: bool = False


class PersonQuery(ListQuery):
    region: str = Field("", max_length=6, pattern=r"^\d*$")


class PersonLookup(Schema):
    """An ID number in full. It comes in a body, because addresses are logged and remembered by browsers."""

    id_number: str = Field(min_length=15, max_length=30)


class ConflictQuery(ListQuery):
    region: str = Field("", max_length=6, pattern=r"^\d*$")


class Settlement(Schema):
    """A person's decision about two sources that disagree."""

    take: bool
    reason: str = Field(min_length=2, max_length=200)


class BoardQuery(Schema):
    """Which region's board; empty is one's own."""

    region: str = Field("", max_length=6, pattern=r"^\d*$")
