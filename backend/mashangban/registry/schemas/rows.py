"""One row of an import, from text. An absent value says nothing about the record."""

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from mashangban.kernel.http import Schema
from mashangban.kernel.labelled import Labelled
from mashangban.registry import divisions
from mashangban.registry.schemas.inputs import Name, PermitNumber, PersonName, ProjectCode, UsccText
from mashangban.registry.terms import EnterpriseStatus, ProjectNature, ProjectStatus

_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


def _county(text: str) -> str:
    """A county by its code or its full name."""
    code = text.strip()
    if divisions.is_county(code):
        return code
    found = divisions.county_named(code)
    if found is None:
        raise ValueError("没有这个县区；请填 6 位代码或全名，如 浙江省杭州市西湖区")
    return found


def _day(text: str) -> date:
    found = _DATE.fullmatch(text.strip())
    try:
        if found:
            return date(*(int(part) for part in found.groups()))
    except ValueError:
        pass
    raise ValueError("日期应像 2026-03-01")


def _labelled(terms: type[Labelled]) -> BeforeValidator:
    known = {one.label: one.value for one in terms} | {one.value: one.value for one in terms}

    def read(text: str) -> str:
        if text.strip() not in known:
            raise ValueError("请填：" + "、".join(one.label for one in terms))
        return known[text.strip()]

    return BeforeValidator(read)


County = Annotated[str, BeforeValidator(_county)]
Day = Annotated[date, BeforeValidator(_day)]


class ProjectRow(Schema):
    """A project as a sheet tells it; units by credit code."""

    code: ProjectCode
    name: Name | None = None
    permit_number: PermitNumber | None = None
    county: County | None = None
    address: Annotated[str, Field(min_length=2, max_length=200)] | None = None
    status: Annotated[ProjectStatus, _labelled(ProjectStatus)] | None = None
    nature: Annotated[ProjectNature, _labelled(ProjectNature)] | None = None
    starts_on: Day | None = None
    ends_on: Day | None = None
    owner: UsccText | None = None
    contractor: UsccText | None = None
    supervisor: UsccText | None = None


class EnterpriseRow(Schema):
    """An enterprise as a sheet tells it."""

    uscc: UsccText
    name: Name | None = None
    county: County | None = None
    address: Annotated[str, Field(min_length=2, max_length=200)] | None = None
    legal_person: PersonName | None = None
    status: Annotated[EnterpriseStatus, _labelled(EnterpriseStatus)] | None = None
