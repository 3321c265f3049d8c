"""The register of deposits and guarantees: list, what is owed, how it was secured, release, export."""

import re

from mashangban.console import downloads, regions
from mashangban.console.forms import FORM, Form, attempt, error_of
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import (
    Cell,
    Choice,
    Column,
    Empty,
    Fact,
    Field,
    Filter,
    Flash,
    Link,
    Row,
    Table,
    Tone,
)
from mashangban.domains.payments import permissions, schemas
from mashangban.domains.payments.console import words
from mashangban.domains.payments.models import TABLE
from mashangban.domains.payments.service import deposits as service
from mashangban.domains.payments.service import viewing
from mashangban.domains.payments.terms import DepositForm, DepositKind, DepositState
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError, FieldError, Invalid, NotFound
from mashangban.kernel.http import Blueprint, Reply

pages = Blueprint(__name__)
HOME = "/console/payments/deposits"
_CRUMBS = (Link("保证金和担保", HOME),)
_YUAN = re.compile(r"([0-9]{1,11})(?:\.([0-9]{1,2}))?")
_COLUMNS = (
    Column("project", "项目"),
    Column("kind", "种类"),
    Column("state", "状态"),
    Column("required", "应存（元）", kind="number"),
    Column("stored", "已存（元）", kind="number"),
    Column("form", "形式"),
    Column("until", "有效期到", kind="date"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.VIEW_DEPOSITS, template="console/list.html")
def deposits(call: PageCall) -> View:
    places = words.counties(call.actor, permissions.VIEW_DEPOSITS)
    table = _county(call, places) if places else _office(call)
    links = [Link("登记应存金额", f"{HOME}/new", "plus")] if not places else []
    links.append(Link("导入表格", f"{HOME}/imports/new", "import"))
    may = call.actor.holds(permissions.KEEP_DEPOSIT)
    return View("保证金和担保", {"list": table, "links": tuple(links) if may else ()})


def _county(call: PageCall, places: tuple[Choice, ...]) -> Table:
    where, asked = _asked(call, places)
    found = service.of_county(call.act, where, asked)
    states = (Choice("", "全部"), *(Choice(one.value, one.label) for one in DepositState))
    chosen = asked.state.value if asked.state else ""
    filters = (
        Filter("where", "地区", value=where, choices=places),
        Filter("state", "状态", value=chosen, choices=states),
    )
    return _table(
        [_row(one) for one in found.items],
        filters=filters,
        cursor=asked.cursor,
        next_cursor=found.next_cursor,
        exports=downloads.links(HOME, {"where": where, "state": chosen}) if found.items else (),
    )


def _office(call: PageCall) -> Table:
    return _table([_row(one) for one in service.of_office(call.act)])


def _table(
    rows: list[Row],
    *,
    filters: tuple[Filter, ...] = (),
    cursor: str | None = None,
    next_cursor: str | None = None,
    exports: tuple[Link, ...] = (),
) -> Table:
    return Table(
        name="deposits",
        caption="保证金和担保",
        columns=_COLUMNS,
        rows=tuple(rows),
        empty=Empty("没有登记", "总承包单位取得施工许可证后，在项目页面登记。"),
        path=HOME,
        filters=filters,
        cursor=cursor,
        next_cursor=next_cursor,
        exports=exports,
    )


def _asked(call: PageCall, places: tuple[Choice, ...]) -> tuple[str, schemas.DepositQuery]:
    given = call.request.query
    state = DepositState(given["state"]) if given.get("state") in set(DepositState) else None
    where = regions.chosen(given.get("where"), places)
    return where, schemas.DepositQuery(state=state, cursor=given.get("cursor") or None)


@pages.route(HOME + "/export", methods=["GET"])
@page(permission=permissions.VIEW_DEPOSITS, template="console/problem.html")
def export(call: PageCall) -> Reply:
    name, kind = downloads.chosen_format(call)
    places = words.counties(call.actor, permissions.VIEW_DEPOSITS)
    if not places:
        raise NotFound()
    where, asked = _asked(call, places)
    return downloads.download(
        service.export_county(call.act, where, asked, kind), f"保证金和担保.{name}", kind
    )


@pages.route(HOME + "/new", methods=["GET"])
@page(permission=permissions.KEEP_DEPOSIT, template="console/form.html")
def new(call: PageCall) -> View:
    project = call.request.query.get("project", "")
    return _new_form(call, {"project": project, "kind": DepositKind.WAGES.value, "factor": "none"}, None)


@pages.route(HOME, methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_DEPOSIT, template="console/form.html", once=TABLE, again=HOME + "/{id}")
def require(call: PageCall) -> View | Go:
    given = Form.read(call.body)

    def done() -> schemas.DepositView:
        order = given.parse(schemas.DepositOrder, price_fen=_fen(given.one("price"), "price_fen"))
        return service.require(call.act, given.one("project"), order)

    result = attempt(done)
    if isinstance(result, AppError):
        names = ("project", "kind", "price", "permit_on", "factor")
        return _new_form(call, {name: given.one(name) for name in names}, result)
    return Go(f"{HOME}/{result.id}", Flash(Tone.GOOD, "已登记", "从施工许可之日起 20 个工作日内存好。"))


@pages.route(HOME + "/{deposit_id}", methods=["GET"])
@page(permission=permissions.VIEW_DEPOSITS, template="payments/deposit.html")
def deposit(call: PageCall, deposit_id: str) -> View:
    shown = service.show(call.act, deposit_id)
    return _deposit_view(call, shown, {}, None)


@pages.route(HOME + "/{deposit_id}/storage", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_DEPOSIT, template="payments/deposit.html", once=TABLE, again=HOME + "/{id}")
def store(call: PageCall, deposit_id: str) -> View | Go:
    given = Form.read(call.body)

    def done() -> schemas.DepositView:
        storage = given.parse(schemas.StorageForm, amount_fen=_fen(given.one("amount"), "amount_fen"))
        return service.store_deposit(call.act, deposit_id, storage)

    result = attempt(done)
    if isinstance(result, AppError):
        names = ("form", "amount", "issuer", "number", "valid_until")
        values = {name: given.one(name) for name in names}
        return _deposit_view(call, service.show(call.act, deposit_id), values, result)
    return Go(f"{HOME}/{deposit_id}", Flash(Tone.GOOD, "已登记", "到期前 30 天会提醒续办。"))


@pages.route(HOME + "/{deposit_id}/release", methods=["POST"], content_types=[FORM])
@form(permission=permissions.RELEASE_DEPOSIT, once=TABLE, again=HOME + "/{id}")
def release(call: PageCall, deposit_id: str) -> Go:
    done = attempt(lambda: service.release(call.act, deposit_id))
    if isinstance(done, AppError):
        return Go(f"{HOME}/{deposit_id}", Flash(Tone.BAD, done.title, done.next or ""))
    return Go(f"{HOME}/{deposit_id}", Flash(Tone.GOOD, "已退还"))


def _row(one: schemas.DepositView) -> Row:
    return Row(
        f"{HOME}/{one.id}",
        {
            "project": Cell(one.project_name, sub=one.contractor_name),
            "kind": Cell(one.kind_label),
            "state": Cell(one.state_label, tone=words.TONES.get(one.state, Tone.PLAIN)),
            "required": Cell(words.yuan(one.required_fen)),
            "stored": Cell(words.yuan(one.amount_fen)),
            "form": Cell(one.form_label),
            "until": Cell(one.valid_until.isoformat() if one.valid_until else ""),
        },
    )


def _new_form(call: PageCall, values: dict[str, str], refused: AppError | None) -> View:
    served = viewing.projects_of_office(call.actor)
    if values["project"] and values["project"] not in {one.id for one in served}:
        served = [*served, viewing.show_project(call.act, values["project"])]
    projects = (Choice("", "请选择"), *(Choice(one.id, one.name) for one in served))
    kinds = tuple(Choice(one.value, one.label) for one in DepositKind)
    factors = tuple(Choice(one.key, one.label) for one in service.factors())

    def one(key: str, label: str, error: str = "", **more: object) -> Field:
        wrong = error_of(refused, error or key)
        return Field(key, label, values.get(key, ""), required=True, error=wrong, **more)  # type: ignore[arg-type]

    fields = [
        one("project", "项目", kind="select", choices=projects),
        one("kind", "种类", kind="select", choices=kinds),
        one("price", "合同价（元）", "price_fen", hint="应存金额按当地比例自动计算"),
        one("permit_on", "施工许可日期", kind="date"),
        one("factor", "企业支付工资的记录", kind="select", choices=factors),
    ]
    context: dict[str, object] = {
        "fields": fields, "action": HOME, "key": ids.new_id(), "hidden": {}, "refused": refused, "submit": "登记",
        "back": HOME,
    }  # fmt: skip
    return View("登记应存的保证金或担保", context, crumbs=_CRUMBS, status=422 if refused else 200)


def _deposit_view(
    call: PageCall, shown: schemas.DepositView, values: dict[str, str], refused: AppError | None
) -> View:
    context = {
        "deposit": shown,
        "badge": Cell(shown.state_label, tone=words.TONES.get(shown.state, Tone.PLAIN)),
        "facts": _facts(shown),
        "fields": _storage_fields(values, refused),
        "refused": refused,
        "may_store": shown.state is not DepositState.RELEASED and call.actor.holds(permissions.KEEP_DEPOSIT),
        "may_release": shown.state in {DepositState.STORED, DepositState.EXPIRED}
        and call.actor.holds(permissions.RELEASE_DEPOSIT),
        "home": f"{HOME}/{shown.id}",
    }
    title = f"{shown.project_name} {shown.kind_label}"
    return View(title, context, crumbs=_CRUMBS, status=422 if refused else 200)


def _storage_fields(values: dict[str, str], refused: AppError | None) -> list[Field]:
    def one(key: str, label: str, error: str = "", **more: object) -> Field:
        return Field(key, label, values.get(key, ""), error=error_of(refused, error or key), **more)  # type: ignore[arg-type]

    forms = tuple(Choice(form.value, form.label) for form in DepositForm)
    return [
        one("form", "形式", kind="select", required=True, choices=forms),
        one("amount", "金额（元）", "amount_fen", required=True),
        one("issuer", "存储银行或开具单位", required=True),
        one("number", "存单或保函编号", required=True),
        one("valid_until", "有效期到", kind="date", hint="现金存储可以不填"),
    ]


def _facts(one: schemas.DepositView) -> list[Fact]:
    return [
        Fact("项目", one.project_name, href=f"/console/payments/projects/{one.project_id}"),
        Fact("总承包单位", one.contractor_name),
        Fact("合同价", f"{words.yuan(one.price_fen)} 元"),
        Fact("施工许可日期", one.permit_on.isoformat()),
        Fact("企业记录", one.factor_label),
        Fact("应存", f"{words.yuan(one.required_fen)} 元", source=one.source),
        Fact("形式", one.form_label),
        Fact("已存", f"{words.yuan(one.amount_fen)} 元" if one.amount_fen is not None else ""),
        Fact("存储银行或开具单位", one.issuer),
        Fact("编号", one.number),
        Fact("有效期到", one.valid_until.isoformat() if one.valid_until else ""),
    ]


def _fen(text: str, field: str) -> int:
    """Yuan as typed, in fen. Raises Invalid."""
    found = _YUAN.fullmatch(text.replace(",", "").replace("，", ""))
    if found is None:
        raise Invalid(errors=[FieldError(field, "请填写金额，如 270000 或 270000.50")])
    whole, rest = found.groups()
    return int(whole) * 100 + int((rest or "").ljust(2, "0"))
