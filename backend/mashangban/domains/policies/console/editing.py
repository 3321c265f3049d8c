"""The form of a policy: everything it says, its condition tried while it is typed, examples beside it."""

from typing import Any

from mashangban.console import regions
from mashangban.console.forms import FORM, Form, attempt, error_of
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import Choice, Field, Flash, Link, Tone
from mashangban.domains.policies import permissions
from mashangban.domains.policies.console import items, places
from mashangban.domains.policies.console.fields import SECTIONS, field
from mashangban.domains.policies.models import TABLE
from mashangban.domains.policies.schemas import IndicatorQuery, PolicyForm
from mashangban.domains.policies.service import cataloguing, composing, drafting, trying
from mashangban.domains.policies.service.trying import Typed
from mashangban.domains.policies.terms import Answer
from mashangban.domains.policies.terms.departments import Department
from mashangban.domains.policies.terms.items import MOST_CASES
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import MAX_LIMIT
from mashangban.registry.rules.columns import Cells

pages = Blueprint(__name__)
_SPARE_ROWS = 2
_ANSWERS = tuple(Choice(one.value, one.label) for one in Answer)
_DEPARTMENTS = tuple(Choice(one.value, one.label) for one in Department)


@pages.route(items.HOME + "/new", methods=["GET"])
@page(permission=permissions.EDIT_POLICIES, template="policies/edit.html")
def blank(call: PageCall) -> View:
    choices = places.known(call.actor, permissions.EDIT_POLICIES)
    today = clock.local_date(call.at).isoformat()
    cells = {
        "region": regions.chosen(call.request.query.get("region"), choices),
        "valid_from": today,
        "opens_on": today,
        "publicity_days": "5",
    }
    examples = [Typed("达标的", "", Answer.YES), Typed("差一项的", "", Answer.NO)]
    return _view(call, cells, examples, None, "")


@pages.route(items.HOME + "/new", methods=["POST"], content_types=[FORM])
@form(
    permission=permissions.EDIT_POLICIES,
    template="policies/edit.html",
    once=TABLE,
    again=items.HOME + "/{id}",
)
def begin(call: PageCall) -> Go | View:
    given = Form.read(call.body)
    cells, examples = _typed(given)

    def run() -> Any:
        edition = composing.edition_of(cells, examples)
        new = PolicyForm.model_validate(edition.model_dump() | {"region": cells.get("region", "")})
        return drafting.begin(call.act, new)

    done = attempt(run)
    if isinstance(done, AppError):
        return _view(call, cells, examples, done, "")
    return Go(f"{items.HOME}/{done.id}", Flash(Tone.GOOD, "草稿已保存", "企业还看不到，发布后才生效。"))


@pages.route(items.HOME + "/{policy_id}/edit", methods=["GET"])
@page(permission=permissions.EDIT_POLICIES, template="policies/edit.html")
def edit(call: PageCall, policy_id: str) -> View:
    shown = drafting.view(call.act, policy_id)
    cells, examples = composing.typed(shown.region, shown.content)
    return _view(call, cells, examples, None, policy_id)


@pages.route(items.HOME + "/{policy_id}/edit", methods=["POST"], content_types=[FORM])
@form(
    permission=permissions.EDIT_POLICIES,
    template="policies/edit.html",
    once=TABLE,
    again=items.HOME + "/{id}",
)
def rewrite(call: PageCall, policy_id: str) -> Go | View:
    cells, examples = _typed(Form.read(call.body))
    done = attempt(lambda: drafting.rewrite(call.act, policy_id, composing.edition_of(cells, examples)))
    if isinstance(done, AppError):
        return _view(call, cells, examples, done, policy_id)
    return Go(f"{items.HOME}/{policy_id}", Flash(Tone.GOOD, "草稿已保存", "发布后企业才看到新的内容。"))


@pages.route("/console/policies/conditions/trial", methods=["POST"], content_types=[FORM])
@form(permission=permissions.EDIT_POLICIES, template="policies/trial.html", again="")
def trial(call: PageCall) -> View:
    cells, examples = _typed(Form.read(call.body))
    return View("试读", {"trial": trying.attempt(call.act, cells.get("condition", ""), examples)})


@pages.route("/console/policies/indicators", methods=["GET"])
@page(permission=permissions.READ_INDICATORS, template="policies/indicators.html")
def indicators(call: PageCall) -> View:
    asked = call.request.query.get("department", "")
    department = Department(asked) if asked in set(Department) else Department.MARKET
    cursor = call.request.query.get("cursor") or None
    found = cataloguing.listed(IndicatorQuery(department=department, limit=MAX_LIMIT, cursor=cursor))
    context = {"found": found.items, "next": found.next_cursor, "department": department}
    return View("指标目录", {**context, "departments": _DEPARTMENTS})


def _typed(given: Form) -> tuple[Cells, list[Typed]]:
    """What stands in the form; rows of examples that are empty are left out."""
    cells = {name: given.one(name) for names in SECTIONS.values() for name in names if given.one(name)}
    cells |= {name: given.one(name) for name in ("region", "condition") if given.one(name)}
    rows = [
        Typed(given.one(f"case_name_{n}"), facts, _answer(given.one(f"case_expected_{n}")))
        for n in range(MOST_CASES)
        if (facts := given.one(f"case_facts_{n}"))
    ]
    return cells, rows


def _answer(text: str) -> Answer:
    return Answer(text) if text in set(Answer) else Answer.YES


def _view(
    call: PageCall, cells: Cells, examples: list[Typed], refused: AppError | None, policy_id: str
) -> View:
    sections = {
        title: [field(name, cells.get(name, ""), error_of(refused, name)) for name in names]
        for title, names in SECTIONS.items()
    }
    region = Field(
        "region",
        "地区",
        cells.get("region", ""),
        "select",
        choices=places.known(call.actor, permissions.EDIT_POLICIES),
        error=error_of(refused, "region"),
    )
    home = f"{items.HOME}/{policy_id}" if policy_id else f"{items.HOME}"
    context = {
        "sections": sections,
        "region": None if policy_id else region,
        "condition": cells.get("condition", ""),
        "condition_error": error_of(refused, "condition"),
        "examples": _rows(examples),
        "answers": _ANSWERS,
        "trial": trying.attempt(call.act, cells.get("condition", ""), examples),
        "refused": refused,
        "case_errors": _case_errors(refused),
        "action": f"{home}/edit" if policy_id else f"{home}/new",
        "back": home,
        "key": ids.new_id(),
    }
    title = f"修改“{cells.get('title', '')}”" if policy_id else "新建政策"
    crumbs = (*items.CRUMBS, *((Link("这项政策", home),) if policy_id else ()))
    return View(title, context, crumbs=crumbs, status=refused.status if refused else 200)


def _case_errors(refused: AppError | None) -> list[str]:
    named = refused.errors if refused else ()
    return [one.message for one in named if one.field.startswith("case")]


def _rows(examples: list[Typed]) -> list[Typed]:
    return [*examples, *[Typed("", "", Answer.YES)] * _SPARE_ROWS][:MOST_CASES]
