"""Departments that answer, the people at their posts, and how fast a city promises to answer."""

from mashangban.deadlines.rules.periods import Term
from mashangban.domains.helpdesk import errors, events, permissions
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.repository import departments
from mashangban.domains.helpdesk.rules import promise as rules
from mashangban.domains.helpdesk.rules import uniting
from mashangban.domains.helpdesk.rules.department import Department, Post, city_of
from mashangban.domains.helpdesk.schemas import (
    DepartmentDone,
    DepartmentForm,
    DepartmentView,
    FormerName,
    PostForm,
    PostView,
    PromiseForm,
    PromiseLine,
    PromiseView,
)
from mashangban.domains.helpdesk.terms import TicketClass
from mashangban.identity import service as identity
from mashangban.kernel import history, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Subject, following, happened
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Principal, Role


def open_department(act: Act, given: DepartmentForm) -> DepartmentDone:
    """A department begins to answer. Raises NotFound beyond reach."""
    new = Department(
        ids.new_id(act.at), given.name, given.region, given.level, tuple(given.topics), given.general
    )
    role = act.actor.role_for(permissions.KEEP, new.place)
    event = following(act, events.DEPARTMENT_OPENED, new, role, {"region": new.region})
    answer = DepartmentDone(id=new.id, name=new.name)
    departments.open_department(act, new, event, answer)
    return answer


def change_department(act: Act, department_id: str, given: DepartmentForm) -> DepartmentDone:
    """Name, level and topics are corrected; its region stays.

    Raises UnknownDepartment, NotFound beyond reach, MergedAlready.
    """
    one = _standing(department_id)
    role = act.actor.role_for(permissions.KEEP, one.place)
    after = Department(
        one.id,
        given.name,
        one.region,
        given.level,
        tuple(given.topics),
        given.general,
        one.into_id,
        one.into_from,
        one.planned_by,
        one.agreed,
        one.merged,
        one.version,
        one.chain,
    )
    renamed = {"was": one.name, "name": after.name} if after.name != one.name else {}
    event = following(act, events.DEPARTMENT_CHANGED, one, role, renamed)
    answer = DepartmentDone(id=one.id, name=after.name)
    departments.change(act, one, after, event, answer)
    return answer


def fill_post(act: Act, department_id: str, person_id: str, given: PostForm) -> PostView:
    """Put somebody at posts, or none.

    Raises UnknownDepartment, NotFound beyond reach or for no such person, MergedAlready.
    """
    one = _standing(department_id)
    role = act.actor.role_for(permissions.KEEP, one.place)
    identity.person(person_id)
    post = Post(person_id, one.desk, tuple(dict.fromkeys(given.kinds)), tuple(dict.fromkeys(given.topics)))
    data = {"person": person_id, "kinds": [kind.value for kind in post.kinds]}
    event = following(act, events.POST_FILLED if post.kinds else events.POST_LEFT, one, role, data)
    answer = _post(post)
    departments.fill(act, one, post, event, answer)
    return answer


def in_region(actor: Principal, region: str, page: PageRequest) -> Page[DepartmentView]:
    """The departments of a county or a city as their keeper has them, also those that went into another."""
    return departments.in_region(region, page).map(lambda one: _kept(actor, one))


def answering(region: str, page: PageRequest) -> Page[DepartmentView]:
    """Those of them that take something: what anybody may turn to."""
    found = departments.in_region(region, page)
    return Page([_view(one) for one in found.items if not one.merged], found.next_cursor)


def show_department(actor: Principal, department_id: str) -> DepartmentView:
    """A department for whoever keeps it. Raises UnknownDepartment, NotFound beyond reach."""
    one = departments.get(department_id)
    actor.reach(permissions.KEEP).require(one.place)
    chain = history.of(TABLE, one.subject)
    former = [FormerName(name=event.data["was"], until=event.at) for event in chain if "was" in event.data]
    into = departments.get(one.into_id).name if one.into_id else ""
    return _kept(actor, one).model_copy(update={"former": former, "into_name": into})


def heirs(actor: Principal, department_id: str) -> list[DepartmentView]:
    """The other departments of its place, into which it may go. Raises UnknownDepartment, NotFound beyond reach."""
    one = departments.get(department_id)
    actor.reach(permissions.KEEP).require(one.place)
    return [_view(each) for each in departments.all_in(one.region) if each.id != one.id and not each.into_id]


def posts_at(actor: Principal, department_id: str) -> list[PostView]:
    """Who is at a department's posts. Raises UnknownDepartment, NotFound beyond reach."""
    one = departments.get(department_id)
    actor.reach(permissions.LIST).require(one.place)
    return [_post(post) for post in departments.posts_at(department_id)]


def my_posts(actor: Principal) -> list[PostView]:
    """Where one works oneself."""
    actor.reach(permissions.LIST)
    return [_post(post) for post in departments.posts_of(actor.person_id)]


def promise(act: Act, given: PromiseForm) -> PromiseView:
    """A city's own times, shorter than the common rule. Raises SlowerThanRule, NotFound beyond reach."""
    role = _promiser(act.actor, given.region)
    times = rules.checked(given.times)
    _, version, chain = departments.promise_of(given.region)
    subject = Subject("helppromise", given.region[:4])
    data = {klass.value: amount for klass, amount in times.items()}
    event = happened(act, events.PROMISED, subject, data, role=role, version=version + 1, previous=chain)
    answer = _promise(times)
    departments.promise(act, times, event, answer)
    return answer


def own_promise(actor: Principal, region: str) -> PromiseForm:
    """What a city promised itself, as its keeper may change it. Raises NotFound beyond reach."""
    _promiser(actor, region)
    return PromiseForm(region=city_of(region), times=dict(departments.promise_of(region)[0]))


def promised(region: str) -> PromiseView:
    """How fast each class is answered in a place, and whose rule that is."""
    return _promise(departments.promise_of(region)[0])


def _promiser(actor: Principal, region: str) -> Role:
    """A promise binds every county of a city: only the city makes it."""
    return actor.role_for(permissions.KEEP, Place(region=city_of(region)))


def _promise(own: rules.Promise) -> PromiseView:
    def line(klass: TicketClass, term: Term) -> PromiseLine:
        return PromiseLine(
            klass=klass.value, label=klass.label, words=klass.words, term=term.label, source=term.source
        )

    return PromiseView(items=[line(klass, rules.term_of(klass, own)) for klass in TicketClass])


def _standing(department_id: str) -> Department:
    one = departments.get(department_id)
    if one.merged:
        raise errors.MergedAlready()
    return one


def _kept(actor: Principal, one: Department) -> DepartmentView:
    """A department for whoever keeps it: they read whether a merger waits for them."""
    return _view(one).model_copy(update={"may_agree": uniting.may_agree(one, actor.person_id)})


def _view(one: Department) -> DepartmentView:
    return DepartmentView(
        id=one.id,
        name=one.name,
        region=one.region,
        level=one.level.value,
        level_label=one.level.label,
        topics=[topic.value for topic in one.topics],
        topic_labels=[topic.label for topic in one.topics],
        general=one.general,
        into_id=one.into_id,
        into_from=one.into_from,
        agreed=one.agreed,
        merged=one.merged,
    )


def _post(one: Post) -> PostView:
    return PostView(
        person_id=one.person_id,
        department_id=one.desk.id,
        department_name=one.desk.name,
        kinds=[kind.value for kind in one.kinds],
        kind_labels=[kind.label for kind in one.kinds],
        topic_labels=[topic.label for topic in one.topics],
    )
