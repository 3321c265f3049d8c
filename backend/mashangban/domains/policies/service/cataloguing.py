"""Facts are declared, listed, and looked up for a condition."""

from collections.abc import Iterable

from mashangban.domains.policies import errors, events, permissions
from mashangban.domains.policies.repository import indicators
from mashangban.domains.policies.rules.checks import readable
from mashangban.domains.policies.rules.conditions.facts import Catalogue, Field, Indicator
from mashangban.domains.policies.rules.conditions.parsing import parse
from mashangban.domains.policies.rules.conditions.reading import Unreadable
from mashangban.domains.policies.rules.conditions.tree import Both, facts_of, settle
from mashangban.domains.policies.rules.conditions.wording import Words
from mashangban.domains.policies.rules.policy import Edition
from mashangban.domains.policies.schemas import (
    ConditionView,
    IndicatorField,
    IndicatorForm,
    IndicatorQuery,
    IndicatorView,
)
from mashangban.domains.policies.terms import FactType
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Subject, happened
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place


def declare(act: Act, form: IndicatorForm) -> IndicatorView:
    """A fact comes into being. Raises IndicatorExists, IndicatorIncomplete."""
    fields = tuple(_field(one) for one in form.fields)
    new = Indicator(
        form.code, form.name, form.type, form.department, form.unit, tuple(form.options), fields, form.access
    )
    _require_whole(new)
    reach = act.actor.reach(permissions.DECLARE_INDICATORS)
    role = act.actor.role_for(permissions.DECLARE_INDICATORS, Place(region=(reach.of("region") or ("",))[0]))
    event = happened(
        act, events.INDICATOR_DECLARED, Subject("indicator", new.code), {"type": new.type.value}, role=role
    )
    answer = view(new)
    indicators.create(act, new, event, answer)
    return answer


def listed(asked: IndicatorQuery) -> Page[IndicatorView]:
    """A department's facts."""
    return indicators.of_department(asked.department, asked.page).map(view)


def read_condition(text: str) -> ConditionView:
    """What a text says, for whoever writes it. Raises ConditionUnreadable with the place."""
    facts = catalogue_of(text)
    try:
        readable(text, facts)
    except Unreadable as wrong:
        raise errors.ConditionUnreadable(wrong.why, start=wrong.span.start, end=wrong.span.end) from wrong
    return ConditionView(clauses=clauses(text, facts), facts=[view(one) for one in facts])


def catalogue_of(text: str, *codes: str) -> Catalogue:
    """The declared facts that a condition asks for, and these; none of a text that can't be read."""
    try:
        asked = facts_of(parse(text))
    except Unreadable:
        asked = ()
    return indicators.catalogue([*asked, *(code for code in codes if code)])


def catalogue_for(edition: Edition) -> Catalogue:
    """The declared facts of everything in an edition: its condition, cases, award and materials."""
    cases = (code for one in edition.cases for code in one.facts)
    return catalogue_of(
        edition.condition, *cases, edition.award.base, *(one.fact for one in edition.materials)
    )


def clauses(text: str, facts: Catalogue) -> list[str]:
    """A checked condition in plain words, one line a clause."""
    condition = settle(parse(text))
    words = Words(facts)
    return [words.of(part) for part in (condition.parts if isinstance(condition, Both) else (condition,))]


def view(one: Indicator) -> IndicatorView:
    """A declared fact as it is shown."""
    return IndicatorView(
        code=one.code,
        name=one.name,
        type=one.type,
        department=one.department,
        unit=one.unit,
        options=list(one.options),
        fields=[IndicatorField.model_validate(field) for field in map(_form, one.fields)],
        access=one.access,
        type_label=one.type.label,
        department_label=one.department.label,
        access_label=one.access.label,
    )


def _form(one: Field) -> dict[str, object]:
    return {
        "name": one.name,
        "label": one.label,
        "type": one.type,
        "unit": one.unit,
        "options": list(one.options),
    }


def _field(form: IndicatorField) -> Field:
    return Field(form.name, form.label, form.type, form.unit, tuple(form.options))


def _require_whole(new: Indicator) -> None:
    """An enumeration has words, a group has fields that are no groups, nothing else has either."""
    parts: tuple[Indicator | Field, ...] = (new, *new.fields)
    chosen = all((one.type is FactType.ENUMERATION) == bool(one.options) for one in parts)
    grouped = (new.type is FactType.GROUP) == bool(new.fields)
    nested = any(one.type is FactType.GROUP for one in new.fields)
    if not chosen or not grouped or nested or _twice(one.name for one in new.fields):
        raise errors.IndicatorIncomplete()


def _twice(names: Iterable[str]) -> bool:
    found = list(names)
    return len(set(found)) < len(found)
