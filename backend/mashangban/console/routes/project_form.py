"""The form of a project: filled, locked where another system decides, and shown again with what is wrong."""

from dataclasses import replace

from mashangban.console.forms import Form, error_of
from mashangban.console.pages import View
from mashangban.console.routes import lists
from mashangban.console.views import Choice, Field, Link
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError, FieldError, Invalid
from mashangban.registry import permissions, service
from mashangban.registry.codes import narrow
from mashangban.registry.schemas.outputs import ProjectView
from mashangban.registry.terms import (
    PROJECT_AUTHORITY,
    PROJECT_LABELS,
    PartyKind,
    ProjectNature,
    ProjectStatus,
    Source,
)

_HOME = "/console/projects"
_BLANK_UNITS = 3


def view(given: Form, changing: ProjectView | None, refused: AppError | None) -> View:
    """The page for a new project, or for changing one."""
    action = f"{_HOME}/{changing.id}" if changing else _HOME
    crumbs = (Link("项目", _HOME), Link(changing.name, action)) if changing else (Link("项目", _HOME),)
    context = {
        "fields": _fields(given, changing.sources if changing else {}, refused),
        "units": _units(given),
        "unit_kinds": [Choice(kind.value, kind.label) for kind in PartyKind],
        "unit_error": error_of(refused, "parties"),
        "action": action,
        "back": action,
        "key": ids.new_id(),
        "hidden": {"version": given.one("version")} if changing else {},
        "refused": refused,
        "submit": "保存修改" if changing else "登记项目",
    }
    title = "修改项目" if changing else "新建项目"
    return View(title, context, crumbs=crumbs, status=refused.status if refused else 200)


def filled(shown: ProjectView) -> Form:
    """The form with a project's present values."""
    values = {name: (str(getattr(shown, name) or ""),) for name in PROJECT_LABELS if name != "parties"}
    codes = {one.id: one.uscc for one in service.enterprises(party.enterprise_id for party in shown.parties)}
    units = tuple(codes[party.enterprise_id] for party in shown.parties)
    kinds = tuple(party.kind for party in shown.parties)
    return Form({**values, "unit": units, "unit_kind": kinds, "version": (str(shown.version),)})


def parties(given: Form) -> list[dict[str, str]]:
    """The typed credit codes as enterprises of the register. Raises Invalid naming the unknown ones."""
    found, unknown = [], []
    for text, kind in zip(given.all("unit"), given.all("unit_kind"), strict=False):
        code = narrow(text)
        if not code:
            continue
        firm = service.enterprise_by_code(code)
        if firm is None:
            unknown.append(FieldError("parties", f"{code} 还没有登记，请先在企业名录里登记"))
        else:
            found.append({"enterprise_id": firm.id, "kind": kind})
    if unknown:
        raise Invalid(errors=unknown)
    return found


def _units(given: Form) -> list[tuple[str, str]]:
    typed = [pair for pair in zip(given.all("unit"), given.all("unit_kind"), strict=False) if pair[0]]
    return typed + [("", PartyKind.GENERAL_CONTRACTOR.value)] * _BLANK_UNITS


def _fields(given: Form, sources: dict[str, str], refused: AppError | None) -> list[Field]:
    shapes = (
        Field("code", "", required=True, hint="像 2103-330106-04-01-123456"),
        Field("name", "", required=True, attributes={"maxlength": "100"}),
        Field("county", "", kind="select", required=True, choices=_counties()),
        Field("address", "", required=True, attributes={"maxlength": "200"}),
        Field(
            "status", "", kind="select", choices=tuple(Choice(one.value, one.label) for one in ProjectStatus)
        ),
        Field(
            "nature", "", kind="select", choices=tuple(Choice(one.value, one.label) for one in ProjectNature)
        ),
        Field("permit_number", "", hint="18 位数字，没有可不填", attributes={"inputmode": "numeric"}),
        Field("starts_on", "", kind="date"),
        Field("ends_on", "", kind="date"),
    )
    return [_dressed(shape, given, sources, refused) for shape in shapes]


def _counties() -> tuple[Choice, ...]:
    return (Choice("", "请选择"), *lists.county_choices(permissions.WRITE_PROJECTS))


def _dressed(shape: Field, given: Form, sources: dict[str, str], refused: AppError | None) -> Field:
    decides = PROJECT_AUTHORITY.get(shape.name)
    locked = decides is not None and sources.get(shape.name) == decides
    default = ProjectStatus.UNDER_CONSTRUCTION.value if shape.name == "status" else ""
    return replace(
        shape,
        label=PROJECT_LABELS[shape.name],
        value=given.one(shape.name) or default,
        error=error_of(refused, shape.name),
        hint=f"以“{Source(decides).label}”为准，要改请在那里改" if locked and decides else shape.hint,
    )
