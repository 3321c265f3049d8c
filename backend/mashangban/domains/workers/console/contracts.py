"""Contracts: the list that waits for one, one contract whole, and the employer's acts on it."""

from dataclasses import dataclass

from mashangban.console import downloads
from mashangban.console.forms import FORM, Form, attempt
from mashangban.console.pages import Go, PageCall, View, form, page, refusal
from mashangban.console.views import (
    Cell,
    Choice,
    Column,
    Empty,
    Fact,
    Filter,
    Flash,
    Link,
    Row,
    Step,
    Table,
    Tone,
)
from mashangban.domains.workers import permissions, schemas
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.rules import wording
from mashangban.domains.workers.service import boards, exporting, signing, sites, viewing
from mashangban.domains.workers.terms import ContractState
from mashangban.kernel import clock
from mashangban.kernel.errors import AppError, NotFound
from mashangban.kernel.http import Blueprint, Reply
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Principal
from mashangban.registry import divisions

pages = Blueprint(__name__)
HOME = "/console/workers/contracts"
TONES = {
    ContractState.OFFERED: Tone.PLAIN,
    ContractState.WORKER_SIGNED: Tone.WARN,
    ContractState.COUNTERSIGNED: Tone.ACCENT,
    ContractState.SEALED: Tone.GOOD,
    ContractState.FAILED: Tone.BAD,
}
_CRUMBS = (Link("劳动合同", HOME),)
_COLUMNS = (
    Column("number", "合同编号", kind="code"),
    Column("worker", "工人"),
    Column("trade", "工种"),
    Column("project", "项目"),
    Column("employer", "用人单位"),
    Column("state", "状态"),
    Column("opened", "登记时间", kind="date"),
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which contracts: of one project or one county, in one state."""

    where: str
    state: ContractState | None
    query: schemas.ContractListQuery

    @property
    def filters(self) -> dict[str, str]:
        return {"where": self.where, "state": self.state.value if self.state else ""}


_NOTHING: Page[schemas.ContractRow] = Page([])


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST, template="workers/contracts.html")
def contracts(call: PageCall) -> View:
    places = _places(call.actor)
    asked = _asked(call, places)
    found = viewing.contracts_at(call.actor, asked.where, asked.query) if asked.where else _NOTHING
    waiting = asked.state is ContractState.WORKER_SIGNED and call.actor.holds(permissions.COUNTERSIGN)
    table = Table(
        name="contracts",
        caption="劳动合同",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有这样的合同", "换一个项目、地区或状态看看。"),
        path=HOME,
        filters=_filters(asked, places),
        cursor=asked.query.cursor,
        next_cursor=found.next_cursor,
        exports=downloads.links(HOME, asked.filters) if found.items else (),
    )
    bulk = [one.id for one in found.items] if waiting else []
    return View("劳动合同", {"list": table, "links": (), "bulk": bulk})


@pages.route(HOME + "/export", methods=["GET"])
@page(permission=permissions.LIST, template="console/problem.html")
def export(call: PageCall) -> Reply:
    name, kind = downloads.chosen_format(call)
    asked = _asked(call, _places(call.actor))
    if not asked.where:
        raise NotFound()
    content = exporting.export_contracts(call.actor, asked.where, asked.query, kind)
    return downloads.download(content, f"劳动合同.{name}", kind)


@pages.route(HOME + "/{contract_id}", methods=["GET"])
@page(permission=permissions.VIEW, template="workers/contract.html")
def contract(call: PageCall, contract_id: str) -> View:
    shown = viewing.show_contract(call.actor, contract_id)
    log = viewing.log_of(call.actor, contract_id)
    context = {
        "contract": shown,
        "badge": Cell(shown.state_label, tone=TONES.get(shown.state, Tone.PLAIN)),
        "facts": _facts(shown),
        "steps": [Step(line.at, line.label, by=line.by_label, hash=line.hash) for line in log],
        "file": f"/console/documents/{shown.document.document_id}/file" if shown.document.document_id else "",
    }
    return View(f"合同 {shown.number}", context, crumbs=_CRUMBS)


@pages.route(HOME + "/{contract_id}/countersignature", methods=["POST"], content_types=[FORM])
@form(permission=permissions.COUNTERSIGN, once=TABLE, again=HOME + "/{id}")
def countersign(call: PageCall, contract_id: str) -> Go:
    done = attempt(lambda: signing.countersign(call.act, contract_id))
    return _told(done, contract_id, "已确认，正在盖章", "几秒后印章就会加盖完成，工人会收到消息。")


@pages.route(HOME + "/countersignatures", methods=["POST"], content_types=[FORM])
@form(permission=permissions.COUNTERSIGN, once=TABLE, again=HOME)
def countersign_many(call: PageCall) -> Go:
    chosen = list(Form.read(call.body).all("contract"))
    result = signing.countersign_many(call.act, schemas.Bulk(contract_ids=chosen))
    failed = [line for line in result.results if not line.ok]
    good = len(result.results) - len(failed)
    text = "；".join(dict.fromkeys(line.title or "" for line in failed))
    return Go(
        HOME, Flash(Tone.WARN if failed else Tone.GOOD, f"已确认 {good} 份，未办成 {len(failed)} 份", text)
    )


@pages.route(HOME + "/{contract_id}/refusal", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REFUSE, once=TABLE, again=HOME + "/{id}")
def refuse(call: PageCall, contract_id: str) -> Go:
    given = Form.read(call.body)
    done = attempt(lambda: signing.refuse(call.act, contract_id, given.parse(schemas.Reason)))
    return _told(done, contract_id, "已退回", "原因已告诉工人，工人可以重新登记。")


@pages.route(HOME + "/{contract_id}/retry", methods=["POST"], content_types=[FORM])
@form(permission=permissions.REFUSE, once=TABLE, again=HOME + "/{id}")
def retry(call: PageCall, contract_id: str) -> Go:
    return _told(attempt(lambda: signing.retry(call.act, contract_id)), contract_id, "正在重新处理", "")


def _told(done: schemas.ContractDone | AppError, contract_id: str, title: str, text: str) -> Go:
    where = f"{HOME}/{contract_id}"
    if isinstance(done, AppError):
        return Go(where, refusal(done))
    return Go(where, Flash(Tone.GOOD, title, text))


def _places(actor: Principal) -> tuple[Choice, ...]:
    """What one may list: the counties of a region, or the projects one serves."""
    reach = actor.reach(permissions.LIST)
    counties = tuple(one for region in reach.of("region") for one in _counties(region))
    return counties or tuple(Choice(card.id, _waiting(card)) for card in _busiest_first(actor))


def _counties(region: str) -> list[Choice]:
    """All counties of a region, those with contracts first and with their number."""
    busy = boards.counties_in_force(region)
    rest = [county.code for county in divisions.counties(region) if county.code not in busy]
    named = [Choice(code, f"{divisions.name(code)}（{count} 份）") for code, count in busy.items()]
    return [*named, *(Choice(code, divisions.name(code)) for code in rest)]


def _busiest_first(actor: Principal) -> list[schemas.ProjectCard]:
    return sorted(sites.my_projects(actor), key=lambda card: -card.counts.worker_signed)


def _waiting(card: schemas.ProjectCard) -> str:
    count = card.counts.worker_signed
    return f"{card.name}（{count} 份待盖章）" if count else card.name


def _asked(call: PageCall, places: tuple[Choice, ...]) -> _Asked:
    given = call.request.query
    known = {place.value for place in places}
    where = given.get("where", "")
    state = ContractState(given["state"]) if given.get("state") in set(ContractState) else None
    query = schemas.ContractListQuery(state=state, cursor=given.get("cursor") or None, limit=20)
    return _Asked(where if where in known else next((place.value for place in places), ""), state, query)


def _filters(asked: _Asked, places: tuple[Choice, ...]) -> tuple[Filter, ...]:
    states = (Choice("", "全部"), *(Choice(one.value, one.label) for one in ContractState))
    label = "地区" if asked.where.isdecimal() else "项目"
    return (
        Filter("where", label, value=asked.where, choices=places),
        Filter("state", "状态", value=asked.state.value if asked.state else "", choices=states),
    )


def _row(one: schemas.ContractRow) -> Row:
    return Row(
        f"{HOME}/{one.id}",
        {
            "number": Cell(one.number),
            "worker": Cell(one.worker_name_masked),
            "trade": Cell(one.trade.name),
            "project": Cell(one.project.name, sub=one.team.name),
            "employer": Cell(one.employer.name),
            "state": Cell(one.state_label, tone=TONES.get(one.state, Tone.PLAIN)),
            "opened": Cell(clock.spoken(one.opened_at)),
        },
    )


def _facts(one: schemas.ContractView) -> list[Fact]:
    terms = one.terms
    until = wording.day(terms.period.end) if terms.period.end else "任务完成"
    certificate = one.certificate
    lines = [
        Fact("工人", f"{one.worker.name_masked}（{one.worker.id_number_masked}）"),
        Fact("用人单位", one.employer.name),
        Fact("项目", one.project.name, href=f"/console/workers/projects/{one.project.id}"),
        Fact("班组", one.team.name),
        Fact("工种", one.trade.name),
        Fact("期限", f"{wording.day(terms.period.start)} 至 {until}"),
        Fact("工资", _pay(one)),
        Fact("发薪日", f"每月 {terms.pay.pay_day} 日"),
    ]
    if certificate is not None:
        until = f"{certificate.number}，有效期到 {wording.day(certificate.valid_until)}"
        listed = certificate.registered
        href = f"/console/workers/certificates/{listed}" if listed else None
        lines.append(Fact("特种作业证", until, "工人登记的证书" if listed else "工人登记上工时填写", href))
    trained = one.training
    words = f"有记录，{wording.day(trained.held_on)}" if trained else "没有记录，本人确认参加过"
    href = f"/console/workers/trainings/{trained.training_id}" if trained else None
    return [*lines, Fact("进场安全培训", words, href=href)]


def _pay(one: schemas.ContractView) -> str:
    pay = one.terms.pay
    return f"{pay.basis.label}，{pay.amount_fen / 100:,.2f} 元/{pay.unit}"
