"""Declared facts: one item each, read by their codes, listed by department."""

from collections.abc import Iterable

from mashangban.domains.policies import errors
from mashangban.domains.policies.models import TABLE, IndicatorRecord
from mashangban.domains.policies.rules.conditions.facts import Catalogue, Indicator
from mashangban.domains.policies.terms.departments import Department
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.events import GENESIS, Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction


def catalogue(codes: Iterable[str]) -> Catalogue:
    """The declared facts among these codes, in one batch read."""
    keys = [(f"INDICATOR#{code}", "INDICATOR") for code in dict.fromkeys(codes)]
    return Catalogue(map(_indicator, IndicatorRecord.batch_get(keys)) if keys else ())


def of_department(department: Department, page: PageRequest) -> Page[Indicator]:
    """A department's facts by code."""
    return pagination.query(IndicatorRecord, f"INDICATORS#{department.value}", page, index="GSI1").map(
        _indicator
    )


def create(act: Act, new: Indicator, event: Event, answer: Schema) -> None:
    """Declare a fact. Raises IndicatorExists."""
    with Transaction(act, TABLE) as tx:
        tx.create(record(new), event, otherwise=errors.IndicatorExists())
        tx.answer(answer)


def record(new: Indicator) -> IndicatorRecord:
    """A declared fact as it lies in the table."""
    return IndicatorRecord(
        f"INDICATOR#{new.code}",
        "INDICATOR",
        GSI1PK=f"INDICATORS#{new.department.value}",
        GSI1SK=new.code,
        code=new.code,
        name=new.name,
        type=new.type,
        department=new.department,
        unit=new.unit or None,
        options=new.options,
        fields=new.fields,
        access=new.access,
        version=0,
        chain=GENESIS,
    )


def _indicator(record: IndicatorRecord) -> Indicator:
    return Indicator(
        record.code,
        record.name,
        record.type,
        record.department,
        record.unit or "",
        record.options,
        record.fields,
        record.access,
    )
