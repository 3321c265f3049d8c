"""The form that changes what a worker is paid: a row of a draft, or a line that was shown already."""

import re
from dataclasses import dataclass
from typing import Any

from mashangban.console.forms import FORM, Form, attempt
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import Field, Flash, Tone
from mashangban.domains.wages import permissions, schemas
from mashangban.domains.wages.console import lines, tables
from mashangban.domains.wages.models import TABLE
from mashangban.domains.wages.schemas.lines import WageItem
from mashangban.domains.wages.service import correcting, making, viewing
from mashangban.domains.wages.terms import ItemKind
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError, FieldError, Invalid, NotFound
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
HOME = lines.HOME
_DECIMAL = re.compile(r"(\d{1,9})(?:\.(\d{1,3}))?")


@pages.route(HOME + "/{line_id}/change", methods=["GET"])
@page(permission=permissions.CHANGE_LINE, template="console/form.html")
def change_form(call: PageCall, line_id: str) -> View:
    shown = viewing.show_line(call.actor, line_id)
    action, back = f"{HOME}/{line_id}/change", f"{HOME}/{line_id}"
    return _change_view(_Target(shown.name_masked, shown.unit, action, back, True), _typed(shown), None)


@pages.route(HOME + "/{line_id}/change", methods=["POST"], content_types=[FORM])
@form(permission=permissions.CHANGE_LINE, template="console/form.html", once=TABLE, again=HOME + "/{id}")
def change(call: PageCall, line_id: str) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: correcting.change(call.act, line_id, _asked(given)))
    if not isinstance(done, AppError):
        return Go(f"{HOME}/{line_id}", Flash(Tone.GOOD, "已改，工人会看到改前改后，并重新核对"))
    shown = viewing.show_line(call.actor, line_id)
    action, back = f"{HOME}/{line_id}/change", f"{HOME}/{line_id}"
    target = _Target(shown.name_masked, shown.unit, action, back, True)
    return _change_view(target, {name: given.one(name) for name in given.values}, done)


@pages.route(tables.HOME + "/{table_id}/rows/{contract_id}", methods=["GET"])
@page(permission=permissions.MAKE_TABLE, template="console/form.html")
def row_form(call: PageCall, table_id: str, contract_id: str) -> View:
    target, one = _draft(call, table_id, contract_id)
    return _change_view(target, _typed(one), None)


@pages.route(tables.HOME + "/{table_id}/rows/{contract_id}", methods=["POST"], content_types=[FORM])
@form(
    permission=permissions.MAKE_TABLE, template="console/form.html", once=TABLE, again=tables.HOME + "/{id}"
)
def change_row(call: PageCall, table_id: str, contract_id: str) -> View | Go:
    given, number = Form.read(call.body), _page(call)
    done = attempt(lambda: making.change_row(call.act, table_id, contract_id, number, _asked(given)))
    if isinstance(done, AppError):
        target, _ = _draft(call, table_id, contract_id)
        return _change_view(target, {name: given.one(name) for name in given.values}, done)
    return Go(f"{tables.HOME}/{table_id}?page={number}", Flash(Tone.GOOD, "已保存"))


@dataclass(frozen=True, slots=True)
class _Target:
    """Whose pay a form changes, where it goes, and whether the worker saw it already."""

    name: str
    unit: str
    action: str
    back: str
    shown: bool


def _draft(call: PageCall, table_id: str, contract_id: str) -> tuple[_Target, schemas.GridRow]:
    number = _page(call)
    rows = viewing.grid(call.actor, table_id, number).rows
    found = next((row for row in rows if row.contract_id == contract_id), None)
    if found is None:
        raise NotFound()
    here = f"{tables.HOME}/{table_id}"
    return _Target(
        found.name_masked, found.unit, f"{here}/rows/{contract_id}?page={number}", here, False
    ), found


def _page(call: PageCall) -> int:
    asked = call.request.query.get("page", "0")
    return int(asked) if asked.isdecimal() else 0


def _typed(one: schemas.LineView | schemas.GridRow) -> dict[str, str]:
    values = {"quantity": _decimal(one.quantity_milli, 1000), "note": one.note}
    for item in one.items:
        values[item.kind.value] = _decimal(item.amount_fen, 100)
        values[f"{item.kind.value}_words"] = item.words
    return values


def _asked(given: Form) -> schemas.ChangeForm:
    items = [
        WageItem(
            kind=kind, words=given.one(f"{kind.value}_words")[:60], amount_fen=_number(given, kind.value, 100)
        )
        for kind in ItemKind
        if given.one(kind.value)
    ]
    return given.parse(schemas.ChangeForm, quantity_milli=_number(given, "quantity", 1000), items=items)


def _number(given: Form, name: str, parts: int) -> int:
    """A decimal as typed, in its smallest parts."""
    found = _DECIMAL.fullmatch(given.one(name).replace(",", ""))
    places = len(str(parts)) - 1
    if found is None or len(found.group(2) or "") > places:
        raise Invalid(errors=[FieldError(name, f"请填数字，最多{places}位小数")])
    return int(found.group(1)) * parts + int((found.group(2) or "").ljust(places, "0"))


def _decimal(number: int, parts: int) -> str:
    whole, rest = divmod(number, parts)
    return f"{whole}.{rest:0{len(str(parts)) - 1}d}".rstrip("0").rstrip(".") if rest else str(whole)


def _change_view(target: _Target, values: dict[str, str], refused: AppError | None) -> View:
    wrong = {one.field: one.message for one in refused.errors} if refused else {}

    def one(name: str, label: str, **more: Any) -> Field:
        return Field(name, label, values.get(name, ""), error=wrong.get(name, ""), **more)

    fields = [
        one("quantity", f"数量（{target.unit}）", required=True),
        one("note", "说明（和考勤不同时写明）"),
    ]
    for kind in ItemKind:
        fields.append(one(kind.value, f"{kind.label}（元）"))
        fields.append(
            one(
                f"{kind.value}_words",
                f"{kind.label}原因" + ("（必填）" if kind is ItemKind.DEDUCTION else ""),
            )
        )
    if target.shown:
        fields.append(one("reason", "为什么改（工人会看到）", kind="textarea", full=True))
    context: dict[str, Any] = {
        "fields": fields,
        "action": target.action,
        "key": ids.new_id(),
        "hidden": {},
        "refused": refused,
        "submit": "保存并请工人重新核对" if target.shown else "保存",
        "back": target.back,
    }
    lead = "单价是合同约定的，不能在这里改。" + ("工人已经看过，改动会显示改前改后。" if target.shown else "")
    return View(
        f"{target.name}的工资", context, lead=lead, crumbs=tables.CRUMBS, status=422 if refused else 200
    )
