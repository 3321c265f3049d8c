"""Who works here: accounts of staff, and the roles people hold at a place."""

from datetime import datetime, time, timedelta

from mashangban.console import staff_places
from mashangban.console.forms import FORM, Form, attempt, error_of
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import Choice, Field, Flash, Link, Tone
from mashangban.identity import permissions
from mashangban.identity import service as identity
from mashangban.identity.schemas import GrantView, StaffCreation
from mashangban.identity.service.granting import GrantOrder
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import AppError, FieldError, Invalid
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Role, Scope
from mashangban.kernel.sessions import IDENTITY

pages = Blueprint(__name__)
HOME = "/console/staff"
_CRUMBS = (Link("人员与权限", HOME),)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.READ_GRANTS, template="console/staff.html")
def staff(call: PageCall) -> View:
    scope = staff_places.asked(call.actor, call.request.query.get("scope", ""))
    return _roster(call, scope, Form({}), None)


@pages.route(HOME + "/grants", methods=["POST"], content_types=[FORM])
@form(permission=permissions.CHANGE_GRANTS, template="console/staff.html", once=IDENTITY, again=HOME)
def grant(call: PageCall) -> View | Go:
    given = Form.read(call.body)
    scope = staff_places.asked(call.actor, given.one("scope"))
    made = attempt(lambda: identity.grant(call.act, _order(given, scope), staff_places.place_of(scope)))
    if isinstance(made, AppError):
        return _roster(call, scope, given, made)
    said = Flash(
        Tone.GOOD, "已授予", f"{made.name_masked or made.phone_masked or '新人员'} 现在是{made.role_label}"
    )
    return Go(f"{HOME}?scope={scope}", said)


@pages.route(HOME + "/revocations", methods=["POST"], content_types=[FORM])
@form(permission=permissions.CHANGE_GRANTS, template="console/staff.html", once=IDENTITY, again=HOME)
def revoke(call: PageCall) -> Go:
    given = Form.read(call.body)
    scope = staff_places.asked(call.actor, given.one("scope"))
    done = attempt(lambda: identity.revoke(call.act, given.one("grant"), staff_places.place_of))
    if isinstance(done, AppError):
        return Go(f"{HOME}?scope={scope}", Flash(Tone.BAD, done.title, done.next or ""))
    return Go(f"{HOME}?scope={scope}", Flash(Tone.GOOD, "已收回", "对方下一次点击时就不再有这个权限"))


@pages.route(HOME + "/new", methods=["GET"])
@page(permission=permissions.CREATE_STAFF, template="console/form.html")
def new_account(call: PageCall) -> View:
    return _account_form(Form({}), None)


@pages.route(HOME, methods=["POST"], content_types=[FORM])
@form(permission=permissions.CREATE_STAFF, template="console/staff_access.html", once=IDENTITY, again=HOME)
def open_account(call: PageCall) -> View:
    given = Form.read(call.body)
    opened = attempt(lambda: identity.create_staff(call.act, given.parse(StaffCreation)))
    if isinstance(opened, AppError):
        return _account_form(given, opened)
    groups = " ".join(opened.totp_secret[at : at + 4] for at in range(0, len(opened.totp_secret), 4))
    context = {"access": opened, "secret": groups, "grant": f"{HOME}?person={opened.person_id}"}
    return View("账号已开通", context, crumbs=_CRUMBS)


def _roster(call: PageCall, scope: Scope, given: Form, refused: AppError | None) -> View:
    cursor = call.request.query.get("cursor")
    found = identity.grants_at(
        call.actor, scope, PageRequest(cursor, 50), call.at, staff_places.place_of(scope)
    )
    person = given.one("person_id") or call.request.query.get("person", "")
    context = {
        "scope": str(scope),
        "scopes": staff_places.choices(call.actor, scope),
        "grants": [_line(one) for one in found.items],
        "next": f"{HOME}?scope={scope}&cursor={found.next_cursor}" if found.next_cursor else None,
        "fields": _grant_fields(given, scope, person, refused),
        "person": person,
        "refused": refused,
        "key": ids.new_id(),
        "may_open": call.actor.holds(permissions.CREATE_STAFF),
    }
    lead = "谁在这个地方担任什么。授予和收回马上生效，并记入本人的记录。"
    return View("人员与权限", context, lead=lead, status=refused.status if refused else 200)


def _line(one: GrantView) -> dict[str, str]:
    until = clock.local_date(one.valid_to).isoformat() if one.valid_to else "长期"
    who = one.name_masked or "未实名"
    return {
        "id": one.grant_id,
        "who": who,
        "phone": one.phone_masked or "",
        "role": one.role_label,
        "until": until,
        "since": clock.local_date(one.valid_from).isoformat(),
    }


def _grant_fields(given: Form, scope: Scope, person: str, refused: AppError | None) -> list[Field]:
    roles = (Choice("", "请选择"), *(Choice(one.value, one.label) for one in staff_places.roles_at(scope)))
    who = Field(
        "phone", "手机号", given.one("phone"), kind="tel", required=True, error=error_of(refused, "phone"),
        hint="对方用这个手机号登录后就有权限",
    )  # fmt: skip
    role = Field(
        "role", "角色", given.one("role"), "select", True, error=error_of(refused, "role"), choices=roles
    )
    until = Field(
        "valid_to", "有效期到", given.one("valid_to"), "date", error=error_of(refused, "valid_to"),
        hint="不填为长期；用印经办人必须填，最长一年",
    )  # fmt: skip
    return [role, until] if person else [who, role, until]


def _order(given: Form, scope: Scope) -> GrantOrder:
    if given.one("role") not in set(Role):
        raise Invalid(errors=[FieldError("role", "请选择角色")])
    return GrantOrder(
        role=Role(given.one("role")),
        scope=scope,
        person_id=given.one("person_id") or None,
        phone=given.one("phone") or None,
        label=staff_places.label(scope),
        valid_to=_end_of_day(given.one("valid_to")),
    )


def _end_of_day(text: str) -> datetime | None:
    """A grant until a day holds through that day in China."""
    if not text:
        return None
    try:
        day = datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a calendar day, put into China's zone below
    except ValueError as wrong:
        raise Invalid(errors=[FieldError("valid_to", "日期应像 2026-11-23")]) from wrong
    return datetime.combine(day + timedelta(days=1), time(), clock.SHANGHAI)


def _account_form(given: Form, refused: AppError | None) -> View:
    fields = [
        Field(
            "username", "用户名", given.one("username"), required=True, error=error_of(refused, "username"),
            hint="小写字母开头，4 到 32 位", attributes={"pattern": "[a-z][a-z0-9._-]{3,31}"},
        ),
        Field("name", "姓名", given.one("name"), required=True, error=error_of(refused, "name")),
        Field("phone", "手机号", given.one("phone"), kind="tel", error=error_of(refused, "phone"), hint="可不填"),
    ]  # fmt: skip
    context: dict[str, object] = {
        "fields": fields,
        "action": HOME,
        "back": HOME,
        "key": ids.new_id(),
        "hidden": {},
        "refused": refused,
        "submit": "开通账号",
    }
    return View(
        "开通账号",
        context,
        lead="开通后会显示一次初始密码和验证器密钥，请当面交给本人。开通后还要授予角色才能使用。",
        crumbs=_CRUMBS,
        status=refused.status if refused else 200,
        template="console/form.html",
    )
