"""The register of enterprises: list, record, new, change."""

from mashangban.console import downloads
from mashangban.console.forms import FORM, Form, attempt, error_of, parse
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.routes import lists, records
from mashangban.console.routes.records import Section, sourced, steps
from mashangban.console.views import Cell, Choice, Column, Empty, Field, Filter, Flash, Link, Row, Table, Tone
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.kernel.permissions import OFFICERS, Place, Principal, Role
from mashangban.registry import permissions, service
from mashangban.registry.models import TABLE
from mashangban.registry.schemas.inputs import EnterpriseChange, EnterpriseInput, EnterpriseQuery
from mashangban.registry.schemas.outputs import EnterpriseView
from mashangban.registry.terms import ENTERPRISE_LABELS, EnterpriseStatus

pages = Blueprint(__name__)
HOME = "/console/enterprises"
TONES = {
    EnterpriseStatus.ACTIVE: Tone.GOOD,
    EnterpriseStatus.SUSPENDED: Tone.WARN,
    EnterpriseStatus.MOVED: Tone.PLAIN,
}
_SEAL_READERS = OFFICERS | {Role.OPERATOR, Role.ENTERPRISE_ADMIN, Role.PLATFORM_ADMIN}
_CRUMBS = (Link("企业", HOME),)
_COLUMNS = (
    Column("name", "单位名称"),
    Column("uscc", "统一社会信用代码", kind="code"),
    Column("county", "注册地", sort="county"),
    Column("status", "登记状态"),
    Column("legal_person", "法定代表人"),
    Column("updated", "更新时间", kind="date"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.READ_ENTERPRISES, template="console/list.html")
def enterprises(call: PageCall) -> View:
    asked = parse(EnterpriseQuery, lists.asked(call.request.query))
    found = service.list_enterprises(call.actor, asked)
    region = lists.region_filter(permissions.READ_ENTERPRISES, asked.region)
    search = Filter("q", "查找", "search", asked.q, hint="名称开头或统一社会信用代码")
    table = Table(
        name="enterprises",
        caption="企业",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=_empty(asked),
        path=HOME,
        filters=(search, region) if region else (search,),
        sort="-county" if asked.descending else "county",
        cursor=asked.cursor,
        next_cursor=found.next_cursor,
        exports=downloads.links(HOME, {"q": asked.q, "region": asked.region}),
    )
    return View("企业", {"list": table, "links": _links(call.actor)})


@pages.route(HOME + "/new", methods=["GET"])
@page(permission=permissions.WRITE_ENTERPRISES, template="console/form.html")
def new_enterprise(call: PageCall) -> View:
    return _form(Form({}), None, None)


@pages.route(HOME, methods=["POST"], content_types=[FORM])
@form(
    permission=permissions.WRITE_ENTERPRISES, template="console/form.html", once=TABLE, again=HOME + "/{id}"
)
def register_enterprise(call: PageCall) -> View | Go:
    given = Form.read(call.body)
    made = attempt(lambda: service.register_enterprise(call.act, given.parse(EnterpriseInput)))
    if isinstance(made, AppError):
        return _form(given, None, made)
    return Go(f"{HOME}/{made.id}", Flash(Tone.GOOD, "企业已登记", made.name))


@pages.route(HOME + "/{enterprise_id}", methods=["GET"])
@page(permission=permissions.READ_ENTERPRISES, template="console/record.html")
def enterprise(call: PageCall, enterprise_id: str) -> View:
    shown = service.view_enterprise(call.actor, enterprise_id)
    links = (
        *_seal(call.actor, shown),
        *records.links_of(
            call.actor,
            f"enterprise:{enterprise_id}",
            f"{HOME}/{enterprise_id}",
            permissions.WRITE_ENTERPRISES,
        ),
    )
    lines = {
        "uscc": shown.uscc,
        "legal_person": shown.legal_person_masked,
        "county": shown.county_name,
        "address": shown.address,
    }
    context = {
        "facts": sourced(lines, ENTERPRISE_LABELS, shown.sources),
        "badge": _status(shown),
        "links": links,
        "sections": (_projects(shown), _credit(call.actor, shown)),
        "steps": steps(service.enterprise_history(call.actor, enterprise_id), ENTERPRISE_LABELS),
    }
    return View(shown.name, context, crumbs=_CRUMBS)


@pages.route(HOME + "/{enterprise_id}/change", methods=["GET"])
@page(permission=permissions.WRITE_ENTERPRISES, template="console/form.html")
def change_page(call: PageCall, enterprise_id: str) -> View:
    shown = service.view_enterprise(call.actor, enterprise_id)
    values = {name: (str(getattr(shown, name, "")),) for name in ENTERPRISE_LABELS}
    return _form(Form({**values, "version": (str(shown.version),)}), shown, None)


@pages.route(HOME + "/{enterprise_id}", methods=["POST"], content_types=[FORM])
@form(
    permission=permissions.WRITE_ENTERPRISES, template="console/form.html", once=TABLE, again=HOME + "/{id}"
)
def change_enterprise(call: PageCall, enterprise_id: str) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: service.change_enterprise(call.act, enterprise_id, given.parse(EnterpriseChange)))
    if isinstance(done, AppError):
        return _form(given, service.view_enterprise(call.actor, enterprise_id), done)
    return Go(f"{HOME}/{enterprise_id}", Flash(Tone.GOOD, "修改已保存"))


def _row(one: EnterpriseView) -> Row:
    cells = {
        "name": Cell(one.name),
        "uscc": Cell(one.uscc),
        "county": Cell(lists.place_name(one.county)),
        "status": _status(one),
        "legal_person": Cell(one.legal_person_masked),
        "updated": Cell(one.updated_at.date().isoformat() if one.updated_at else ""),
    }
    return Row(f"{HOME}/{one.id}", cells)


def _status(one: EnterpriseView) -> Cell:
    return Cell(one.status_label, tone=TONES.get(EnterpriseStatus(one.status), Tone.BAD))


def _empty(asked: EnterpriseQuery) -> Empty:
    if asked.q or asked.region:
        return Empty(
            "没有符合条件的企业", "名称从开头几个字查；信用代码要填完整 18 位。", Link("清除筛选", HOME)
        )
    return Empty("还没有登记企业", "可以新建，也可以用表格批量导入。")


def _seal(actor: Principal, shown: EnterpriseView) -> tuple[Link, ...]:
    """Its seal with the register of uses, for its own people and the offices of its county."""
    place = Place(region=shown.county, orgs=frozenset({shown.id}))
    reads = any(
        grant.role in _SEAL_READERS and grant.scope.covers(place, actor.person_id) for grant in actor.grants
    )
    return (Link("电子印章", f"/console/documents/seals/{shown.id}", "audit"),) if reads else ()


def _links(actor: Principal) -> tuple[Link, ...]:
    if not actor.holds(permissions.WRITE_ENTERPRISES):
        return ()
    upload = Link("批量导入", "/console/imports/new?register=enterprises", "import")
    return (upload, Link("新建企业", HOME + "/new", "plus"))


def _projects(shown: EnterpriseView) -> Section:
    rows = [
        (Cell(kind.kind.label), Cell(one.name, href=f"/console/projects/{one.id}"), Cell(one.status.label))
        for one in service.projects_of(shown.id).items
        for kind in one.parties
        if kind.enterprise_id == shown.id
    ]
    return Section("参建项目", ("类型", "项目", "状态"), rows, Empty("还没有参建项目"))


def _credit(actor: Principal, shown: EnterpriseView) -> Section:
    """What credit keeps of this enterprise; objection and repair are asked for at the authority that reported it."""
    rows = [
        (
            Cell(one.kind_label),
            Cell(one.level_label, tone=Tone.GOOD if one.level == "repaid" else Tone.BAD),
            Cell(one.reason),
            Cell(clock.spoken(one.at)),
        )
        for one in service.credit_facts(actor, shown.id)
    ]
    return Section("信用事实", ("类型", "情况", "事由", "时间"), rows, Empty("没有信用事实"))


def _form(given: Form, changing: EnterpriseView | None, refused: AppError | None) -> View:
    action = f"{HOME}/{changing.id}" if changing else HOME
    context = {
        "fields": _fields(given, refused),
        "action": action,
        "back": action,
        "key": ids.new_id(),
        "hidden": {"version": given.one("version")} if changing else {},
        "refused": refused,
        "submit": "保存修改" if changing else "登记企业",
    }
    crumbs = (*_CRUMBS, Link(changing.name, action)) if changing else _CRUMBS
    title = "修改企业" if changing else "新建企业"
    return View(title, context, crumbs=crumbs, status=refused.status if refused else 200)


def _fields(given: Form, refused: AppError | None) -> list[Field]:
    counties = (Choice("", "请选择"), *lists.county_choices(permissions.WRITE_ENTERPRISES))
    statuses = tuple(Choice(one.value, one.label) for one in EnterpriseStatus)

    def field(name: str, **more: object) -> Field:
        shape: dict[str, object] = {"value": given.one(name), "error": error_of(refused, name), **more}
        return Field(name, ENTERPRISE_LABELS[name], **shape)  # type: ignore[arg-type]

    return [
        field(
            "uscc",
            required=True,
            hint="营业执照上的 18 位代码",
            attributes={"maxlength": "24", "class": "mono"},
        ),
        field("name", required=True, attributes={"maxlength": "100"}),
        field("county", kind="select", required=True, choices=counties),
        field("address", attributes={"maxlength": "200"}),
        field(
            "legal_person", required=True, hint="保存后只显示姓，名字加密存放", attributes={"maxlength": "50"}
        ),
        field("status", kind="select", choices=statuses),
    ]
