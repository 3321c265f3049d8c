"""One project's money on one page: account, forecast, runs, security, differences; and the acts on its account."""

from mashangban.console import downloads
from mashangban.console.forms import FORM, Form, attempt, error_of
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import (
    Cell,
    Choice,
    Column,
    Empty,
    Fact,
    Field,
    Flash,
    Link,
    Row,
    Step,
    Table,
    Tile,
    Tone,
)
from mashangban.domains.payments import permissions, schemas
from mashangban.domains.payments.console import words
from mashangban.domains.payments.models import TABLE
from mashangban.domains.payments.service import (
    accounts,
    deposits,
    differences,
    reconciling,
    retrying,
    viewing,
)
from mashangban.domains.payments.service.viewing import Served
from mashangban.domains.payments.terms import AccountState, Bank, DifferenceState
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.pagination import PageRequest

pages = Blueprint(__name__)
HOME = "/console/payments/projects"
_CRUMBS = (Link("工资专户", "/console/payments/accounts"),)
_FEW = PageRequest(limit=10)


@pages.route(HOME + "/{project_id}", methods=["GET"])
@page(permission=permissions.VIEW_ACCOUNT, template="payments/project.html")
def project(call: PageCall, project_id: str) -> View:
    served = viewing.show_project(call.act, project_id)
    context = {
        "home": f"{HOME}/{project_id}",
        "project_id": project_id,
        **_account(call, served),
        **_lists(call, served),
    }
    return View(served.name, context, crumbs=_CRUMBS)


def _account(call: PageCall, served: Served) -> dict[str, object]:
    one = served.account
    may = call.actor.holds
    log = viewing.account_log(call.actor, served.id) if one else []
    state = one.state if one else None
    return {
        "account": one,
        "badge": Cell(one.state_label, tone=words.TONES.get(one.state, Tone.PLAIN)) if one else None,
        "tiles": _tiles(one) if one else [],
        "facts": _facts(one) if one else [],
        "steps": [Step(line.at, line.label, by=line.by_label, hash=line.hash) for line in log],
        "may_open": one is None and may(permissions.OPEN_ACCOUNT),
        "may_refresh": one is not None and state is not AccountState.CLOSED and may(permissions.REFRESH),
        "may_announce": state is AccountState.OPEN and may(permissions.ANNOUNCE_CLOSING),
        "may_withdraw": state is AccountState.CLOSING and may(permissions.ANNOUNCE_CLOSING),
        "may_close": state is AccountState.CLOSING and may(permissions.CLOSE_ACCOUNT),
        "may_settle": may(permissions.SETTLE_DIFFERENCE),
    }


def _lists(call: PageCall, served: Served) -> dict[str, object]:
    entries = viewing.page_of_entries(call.actor, served.id, _FEW).items if served.account else []
    report = reconciling.last_report(call.actor, served.id) if served.account else None
    return {
        "runs": viewing.runs_of_project(call.actor, served.id, _FEW).items,
        "run_tones": words.TONES,
        "entries": entries,
        "kinds": {"payment": "付工资", "funding": "拨入人工费", "return": "银行退回"},
        "report": report,
        "exports": downloads.links(f"{HOME}/{served.id}/reconciliation", {}) if report else (),
        "differences": differences.of_project(call.actor, served.id, DifferenceState.OPEN, _FEW).items,
        "deposits": deposits.of_project(call.act, served.id),
        "may_keep": call.actor.holds(permissions.KEEP_DEPOSIT),
        "yuan": words.yuan,
    }


def _tiles(one: schemas.AccountView) -> list[Tile]:
    seen = one.forecast
    at = f"银行 {clock.spoken(one.balance_at)} 的数" if one.balance_at else "还没有向银行查过"
    tiles = [Tile("专户余额", words.yuan(one.balance_fen) or "—", "元", note=at, tone=Tone.ACCENT)]
    if seen is not None:
        day = f"{seen.day.month}月{seen.day.day}日发薪"
        unknown = f"；{seen.unpriced} 人按量计酬，没有算入" if seen.unpriced else ""
        short = Tone.BAD if seen.gap_fen else Tone.GOOD
        tiles += [
            Tile("下次预计要付", words.yuan(seen.need_fen), "元", note=f"{day}，{seen.basis}{unknown}"),
            Tile("还差", words.yuan(seen.gap_fen), "元", note="提前 15、7、3 天和当天自动预警", tone=short),
        ]
    return tiles


def _facts(one: schemas.AccountView) -> list[Fact]:
    return [
        Fact("总承包单位", one.contractor_name),
        Fact("开户银行", one.bank_label),
        Fact("账号", one.number_masked),
        Fact("每月发薪日", f"{one.pay_day} 日（遇节假日提前）"),
        Fact("登记时间", clock.spoken(one.opened_at)),
        Fact("注销时间", clock.spoken(one.closed_at) if one.closed_at else ""),
    ]


@pages.route(HOME + "/{project_id}/account", methods=["GET"])
@page(permission=permissions.OPEN_ACCOUNT, template="console/form.html")
def new_account(call: PageCall, project_id: str) -> View:
    served = viewing.show_project(call.act, project_id)
    return _form(project_id, served.name, {"pay_day": "15"}, None)


@pages.route(HOME + "/{project_id}/account", methods=["POST"], content_types=[FORM])
@form(permission=permissions.OPEN_ACCOUNT, template="console/form.html", once=TABLE, again=HOME + "/{id}")
def open_account(call: PageCall, project_id: str) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: accounts.open_account(call.act, project_id, given.parse(schemas.AccountForm)))
    if isinstance(done, AppError):
        values = {name: given.one(name) for name in ("bank", "number", "pay_day")}
        return _form(project_id, viewing.show_project(call.act, project_id).name, values, done)
    return Go(f"{HOME}/{project_id}", Flash(Tone.GOOD, "专户已登记", "余额和流水以后自动向银行查询。"))


def _form(project_id: str, name: str, values: dict[str, str], refused: AppError | None) -> View:
    banks = (Choice("", "请选择"), *(Choice(one.value, one.label) for one in Bank))

    def one(key: str, label: str, **more: object) -> Field:
        error = error_of(refused, key)
        return Field(key, label, values.get(key, ""), required=True, error=error, **more)  # type: ignore[arg-type]

    fields = [
        one("bank", "开户银行", kind="select", choices=banks),
        one("number", "专户账号", hint="户名要和总承包单位一致，登记时向银行核实"),
        one("pay_day", "每月发薪日", hint="1 到 28"),
    ]
    context: dict[str, object] = {
        "fields": fields,
        "action": f"{HOME}/{project_id}/account",
        "key": ids.new_id(),
        "hidden": {},
        "refused": refused,
        "submit": "登记专户",
        "back": f"{HOME}/{project_id}",
    }
    return View(f"{name}：登记工资专户", context, crumbs=_CRUMBS, status=422 if refused else 200)


@pages.route(HOME + "/{project_id}/refresh", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REFRESH, once=TABLE, again=HOME + "/{id}")
def refresh(call: PageCall, project_id: str) -> Go:
    return acted(
        f"{HOME}/{project_id}", lambda: retrying.refresh_account(call.act, project_id), "已向银行查询"
    )


@pages.route(HOME + "/{project_id}/reconciliation", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REFRESH, once=TABLE, again="/console/payments/accounts")
def reconcile(call: PageCall, project_id: str) -> Go:
    done = attempt(lambda: reconciling.reconcile_project(call.act, project_id))
    where = f"{HOME}/{project_id}"
    if isinstance(done, AppError):
        return Go(where, Flash(Tone.BAD, done.title, done.next or ""))
    if done.differences:
        return Go(
            where,
            Flash(Tone.WARN, f"对账发现 {done.differences} 处差异", "请逐条核实并说明，系统不会自动改账。"),
        )
    return Go(
        where,
        Flash(Tone.GOOD, "对账一致", f"核对了 {done.transfers} 笔付款、{done.entries} 条流水，一分不差。"),
    )


@pages.route(HOME + "/{project_id}/reconciliation/export", methods=["GET"])
@page(permission=permissions.VIEW_ACCOUNT, template="console/problem.html")
def export(call: PageCall, project_id: str) -> Reply:
    name, kind = downloads.chosen_format(call)
    content = reconciling.export_report(call.actor, project_id, kind)
    return downloads.download(content, f"对账差异.{name}", kind)


@pages.route(HOME + "/{project_id}/differences/{difference_id}", methods=["POST"], content_types=[FORM])
@form(permission=permissions.SETTLE_DIFFERENCE, once=TABLE, again=HOME + "/{project_id}")
def settle(call: PageCall, project_id: str, difference_id: str) -> Go:
    given = Form.read(call.body)
    said = lambda: differences.settle(call.act, difference_id, given.parse(schemas.Explanation))  # noqa: E731
    return acted(f"{HOME}/{project_id}", said, "已记下说明")


@pages.route(HOME + "/{project_id}/closing", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ANNOUNCE_CLOSING, once=TABLE, again=HOME + "/{id}")
def announce(call: PageCall, project_id: str) -> Go:
    return acted(
        f"{HOME}/{project_id}",
        lambda: accounts.announce_closing(call.act, project_id),
        "已开始公示，满 30 日可以注销",
    )


@pages.route(HOME + "/{project_id}/closing/withdrawal", methods=["POST"], content_types=[FORM])
@form(permission=permissions.ANNOUNCE_CLOSING, once=TABLE, again=HOME + "/{id}")
def withdraw(call: PageCall, project_id: str) -> Go:
    return acted(
        f"{HOME}/{project_id}", lambda: accounts.withdraw_closing(call.act, project_id), "已撤回公示"
    )


@pages.route(HOME + "/{project_id}/closure", methods=["POST"], content_types=[FORM])
@form(permission=permissions.CLOSE_ACCOUNT, once=TABLE, again=HOME + "/{id}")
def close(call: PageCall, project_id: str) -> Go:
    return acted(f"{HOME}/{project_id}", lambda: accounts.close_account(call.act, project_id), "专户已注销")


@pages.route(HOME + "/{project_id}/payees", methods=["GET"])
@page(permission=permissions.VIEW_PAYEES, template="console/list.html")
def payees(call: PageCall, project_id: str) -> View:
    cursor = call.request.query.get("cursor") or None
    found = viewing.payees_of_project(call.actor, project_id, PageRequest(cursor, 50))
    table = Table(
        name="payees",
        caption="工人收款情况",
        columns=(
            Column("name", "工人"), Column("team", "班组"), Column("bank", "银行"), Column("card", "卡号", kind="code"),
            Column("state", "能不能收款"),
        ),
        rows=tuple(_payee(one) for one in found.items),
        empty=Empty("这个项目还没有在场工人", "工人的合同生效后，会出现在这里。"),
        path=f"{HOME}/{project_id}/payees",
        cursor=cursor,
        next_cursor=found.next_cursor,
    )  # fmt: skip
    lead = "卡号由工人自己在手机上登记，谁也不能代办；没有登记或与别人共用的，工资发不出去。"
    return View("工人收款情况", {"list": table, "links": ()}, lead=lead, crumbs=_CRUMBS)


def _payee(one: schemas.PayeeRow) -> Row:
    tone = {"verified": Tone.GOOD, "shared": Tone.BAD, "refused": Tone.BAD}.get(one.state or "", Tone.WARN)
    cells = {
        "name": Cell(one.name_masked), "team": Cell(one.team_name), "bank": Cell(one.bank_label),
        "card": Cell(one.card_masked), "state": Cell(one.state_label, tone=tone),
    }  # fmt: skip
    return Row("", cells)
