"""Departments state facts of an enterprise; its office sees them, objects, and is answered."""

from collections.abc import Iterable
from datetime import date

from mashangban.domains.policies import errors, events, permissions
from mashangban.domains.policies.repository import indicators, profiles
from mashangban.domains.policies.rules import profile as rules
from mashangban.domains.policies.rules import values, written
from mashangban.domains.policies.rules.conditions.facts import Indicator
from mashangban.domains.policies.rules.conditions.wording import worded
from mashangban.domains.policies.rules.profile import Profile, Statement
from mashangban.domains.policies.schemas.profiles import (
    AnswerForm,
    CorrectionForm,
    DisputeForm,
    DisputeQuery,
    DisputeView,
    EarlierView,
    FactDoneView,
    StatementForm,
    StatementsForm,
    StatementView,
)
from mashangban.domains.policies.terms import Access, FactType
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import FieldError, NotFound
from mashangban.kernel.events import following
from mashangban.kernel.http.bodies import validated
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place, Principal
from mashangban.registry import service as registry


def state(act: Act, enterprise_id: str, form: StatementsForm) -> FactDoneView:
    """A department states facts. Raises WrongFacts, OlderStatement, NotFound beyond reach."""
    enterprise = registry.enterprise(enterprise_id)
    before = profiles.find(enterprise_id) or Profile(enterprise_id, enterprise.name, enterprise.county)
    act.actor.reach(permissions.STATE_FACTS).require(Place(region=before.region))
    new = _statements(form.facts, clock.local_date(act.at))
    old = profiles.some(enterprise_id, [one.code for one in new])
    facts = [old[one.code].followed(one) if one.code in old else one for one in new]
    return _write(act, before, facts, events.FACTS_STATED)


def _statements(forms: Iterable[StatementForm], today: date) -> list[Statement]:
    given = {one.code: one for one in forms}
    catalogue = indicators.catalogue(given)
    found, wrong = [], []
    for code, one in given.items():
        fact = catalogue.find(code)
        try:
            if fact is None:
                raise values.WrongValue(f"没有登记指标 {code}")
            found.append(rules.stated(fact, one.value, one.stated_on, one.valid_until, one.source, today))
        except values.WrongValue as refused:
            wrong.append(FieldError(code, str(refused)))
    if wrong:
        raise errors.WrongFacts(errors=wrong)
    return found


def dispute(act: Act, enterprise_id: str, code: str, form: DisputeForm) -> FactDoneView:
    """The enterprise's office says that a fact is wrong. Raises AlreadyDisputed, NotFound."""
    before = profiles.get(enterprise_id)
    act.actor.reach(permissions.DISPUTE_FACTS).require(Place(orgs=before.place.orgs))
    fact = _one(enterprise_id, code).objected(form.reason, act.at)
    return _write(act, before, [fact], events.FACT_DISPUTED)


def answer(act: Act, enterprise_id: str, code: str, form: AnswerForm) -> FactDoneView:
    """The department answers, with the right value where it was wrong. Raises NotDisputed, WrongFacts."""
    before = profiles.get(enterprise_id)
    act.actor.reach(permissions.STATE_FACTS).require(Place(region=before.region))
    fact = _one(enterprise_id, code)
    if form.correction is not None:
        (new,) = _statements(
            [StatementForm(code=code, **form.correction.model_dump())], clock.local_date(act.at)
        )
        fact = fact.followed(new)
    return _write(act, before, [fact.answered(form.words)], events.FACT_ANSWERED)


def shown(actor: Principal, enterprise_id: str) -> list[StatementView]:
    """Every fact of an enterprise for its own office; for officers of its region those that offices may use."""
    profile = profiles.get(enterprise_id, actor.reach(permissions.VIEW_PROFILES))
    own = actor.reach(permissions.VIEW_PROFILES).covers(Place(orgs=profile.place.orgs))
    found = profiles.statements(enterprise_id)
    facts = indicators.catalogue(found)
    pairs = [(fact, one) for code, one in sorted(found.items()) if (fact := facts.find(code)) is not None]
    return [view(fact, one) for fact, one in pairs if own or fact.access is not Access.OWNER]


def waiting(actor: Principal, asked: DisputeQuery) -> Page[DisputeView]:
    """Objections of a county's enterprises that wait for an answer."""
    actor.reach(permissions.STATE_FACTS).require(Place(region=asked.region))
    found = profiles.disputed(asked.region, asked.page)
    facts = indicators.catalogue(one.code for _, one in found.items)
    names = {one.id: one.name for one in registry.enterprises(owner for owner, _ in found.items)}
    rows = [
        _waiting(owner, names.get(owner, ""), fact, one)
        for owner, one in found.items
        if (fact := facts.find(one.code)) is not None
    ]
    return Page(rows, found.next_cursor)


def disputed(actor: Principal, enterprise_id: str, code: str) -> DisputeView:
    """One objection that waits for its answer. Raises NotDisputed, NotFound beyond reach."""
    profile = profiles.get(enterprise_id)
    actor.reach(permissions.STATE_FACTS).require(Place(region=profile.region))
    one, fact = _one(enterprise_id, code), indicators.catalogue([code]).find(code)
    if fact is None or one.disputed_at is None:
        raise errors.NotDisputed()
    return _waiting(enterprise_id, profile.name, fact, one)


def _waiting(enterprise_id: str, name: str, fact: Indicator, one: Statement) -> DisputeView:
    plain = written.shown(fact, one.value) if fact.type is not FactType.GROUP else ""
    return DisputeView(enterprise_id=enterprise_id, enterprise_name=name, written=plain, fact=view(fact, one))


def answer_written(
    act: Act, enterprise_id: str, code: str, words: str, value: str | None, source: str
) -> FactDoneView:
    """The same answer as it is typed into a page: the right value in words, of today."""
    correction = None
    if value is not None:
        today = clock.local_date(act.at).isoformat()
        raw = {"value": _typed(code, value), "stated_on": today, "source": source}
        correction = validated(CorrectionForm, raw)
    form = validated(AnswerForm, {"words": words, "correction": correction})
    assert isinstance(form, AnswerForm)
    return answer(act, enterprise_id, code, form)


def _typed(code: str, value: str) -> object:
    fact = indicators.catalogue([code]).find(code)
    try:
        return written.wire(fact, value) if fact is not None else value
    except values.WrongValue as refused:
        raise errors.WrongFacts(errors=[FieldError("value", str(refused))]) from refused


def view(fact: Indicator, one: Statement) -> StatementView:
    """A fact as it is shown."""
    money = fact.type is FactType.MONEY
    return StatementView(
        code=one.code,
        name=fact.name,
        department=fact.department,
        department_label=fact.department.label,
        value=one.value,
        words=worded(values.read(fact, one.value), fact.unit, money),
        stated_on=one.stated_on,
        valid_until=one.valid_until,
        source=one.source,
        disputed_at=one.disputed_at,
        dispute=one.dispute,
        answer=one.answer,
        earlier=[
            EarlierView(
                words=worded(values.read(fact, past.value), fact.unit, money),
                stated_on=past.stated_on,
                source=past.source,
            )
            for past in one.earlier
        ],
    )


def _one(enterprise_id: str, code: str) -> Statement:
    found = profiles.some(enterprise_id, [code])
    if code not in found:
        raise NotFound()
    return found[code]


def _write(act: Act, before: Profile, facts: list[Statement], kind: str) -> FactDoneView:
    permission = permissions.DISPUTE_FACTS if kind == events.FACT_DISPUTED else permissions.STATE_FACTS
    role = act.actor.role_for(permission, before.place)
    event = following(act, kind, before, role, {"facts": sorted(one.code for one in facts)})
    done = FactDoneView(enterprise_id=before.enterprise_id, version=event.version)
    profiles.write(act, before, facts, event, done)
    return done
