"""An item is drafted, changed, published and withdrawn by an office of its region."""

from mashangban.domains.policies import errors, events, permissions
from mashangban.domains.policies.repository import policies
from mashangban.domains.policies.rules import checks
from mashangban.domains.policies.rules.policy import Award, Case, Edition, Material, Policy, Tier
from mashangban.domains.policies.schemas import (
    DraftView,
    EditionForm,
    OfficeQuery,
    PolicyDone,
    PolicyForm,
    PolicyView,
    PolicyWithdrawal,
)
from mashangban.domains.policies.service import cataloguing, presenting
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import FieldError
from mashangban.kernel.events import following
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place, Principal
from mashangban.registry import divisions


def begin(act: Act, form: PolicyForm) -> PolicyDone:
    """Draft a new item of a region within reach. Raises UnknownRegion, NotFound."""
    if divisions.find(form.region) is None:
        raise errors.UnknownRegion()
    act.actor.reach(permissions.EDIT_POLICIES).require(Place(region=form.region))
    content = edition_of(form)
    blank = Policy(ids.new_id(act.at), form.region, content.title, content.department)
    new = blank.drafted(content)
    role = act.actor.role_for(permissions.EDIT_POLICIES, new.place)
    event = following(act, events.POLICY_DRAFTED, new, role, {"region": new.region, "draft": new.draft})
    answer = presenting.done(new, event.version)
    policies.create(act, new, content, event, answer)
    return answer


def rewrite(act: Act, policy_id: str, form: EditionForm) -> PolicyDone:
    """Change the draft, or begin the next edition of what is in force. Raises PolicyWithdrawn."""
    before = policies.get(policy_id, act.actor.reach(permissions.EDIT_POLICIES))
    content = edition_of(form)
    after = before.drafted(content)
    role = act.actor.role_for(permissions.EDIT_POLICIES, before.place)
    event = following(act, events.POLICY_CHANGED, before, role, {"draft": after.draft})
    answer = presenting.done(after, event.version)
    policies.draft(act, before, after, content, event, answer)
    return answer


def publish(act: Act, policy_id: str) -> PolicyDone:
    """Put the draft in force. Raises NotReady with every finding, NothingDrafted, PolicyWithdrawn."""
    before = policies.get(policy_id, act.actor.reach(permissions.PUBLISH_POLICIES))
    if not before.draft:
        raise errors.NothingDrafted()
    content = policies.edition(policy_id, before.draft)
    found = checks.findings(content, cataloguing.catalogue_for(content), clock.local_date(act.at))
    if found:
        raise errors.NotReady(errors=[FieldError(one.field, one.message) for one in found])
    after = before.published(content)
    role = act.actor.role_for(permissions.PUBLISH_POLICIES, before.place)
    event = following(act, events.POLICY_PUBLISHED, before, role, {"edition": after.edition})
    answer = presenting.done(after, event.version)
    policies.change(act, before, after, event, answer)
    return answer


def withdraw(act: Act, policy_id: str, form: PolicyWithdrawal) -> PolicyDone:
    """Take an item out of force, with the reason. Raises NotPublished, PolicyWithdrawn."""
    before = policies.get(policy_id, act.actor.reach(permissions.PUBLISH_POLICIES))
    after = before.taken_back(form.reason)
    role = act.actor.role_for(permissions.PUBLISH_POLICIES, before.place)
    event = following(act, events.POLICY_WITHDRAWN, before, role, {"edition": before.edition})
    answer = presenting.done(after, event.version)
    policies.change(act, before, after, event, answer)
    return answer


def view(act: Act, policy_id: str) -> DraftView:
    """An item with its draft, or with what is in force, and what stands against publishing it."""
    policy = policies.get(policy_id, act.actor.reach(permissions.EDIT_POLICIES))
    editions = policies.editions(policy_id)
    content = dict(editions)[policy.draft or policy.edition]
    facts = cataloguing.catalogue_for(content)
    found = checks.findings(content, facts, clock.local_date(act.at))
    unread = not content.condition.strip() or any(one.field == "condition" for one in found)
    clauses = [] if unread else cataloguing.clauses(content.condition, facts)
    return presenting.draft(policy, content, found, clauses, editions)


def listed(actor: Principal, asked: OfficeQuery) -> Page[PolicyView]:
    """The items of one office, within reach."""
    actor.reach(permissions.EDIT_POLICIES).require(Place(region=asked.region))
    found = policies.of_region(asked.region, asked.page, shelf=asked.shelf, department=asked.department)
    return found.map(presenting.head)


def edition_of(form: EditionForm) -> Edition:
    """What a form says, as the rules know it."""
    tiers = tuple(Tier(one.at_least, one.amount) for one in form.award.tiers)
    award = Award(form.award.kind, form.award.amount, form.award.rate, form.award.base, form.award.cap, tiers)
    given = {name: getattr(form, name) for name in Edition.__dataclass_fields__}
    given |= {
        "award": award,
        "tags": tuple(form.tags),
        "materials": tuple(Material(one.name, one.source, one.fact, one.licence) for one in form.materials),
        "cases": tuple(Case(one.name, one.facts, one.expected) for one in form.cases),
    }
    return Edition(**given)
