"""Wage deposits and payment guarantees: what is owed, what was given, when it ends (条例 Art. 24, 32)."""

from dataclasses import replace
from datetime import datetime

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.errors import DeadlineMissing
from mashangban.deadlines.schemas import DeadlineView
from mashangban.deadlines.service import Due
from mashangban.domains.payments import errors, events, permissions
from mashangban.domains.payments.models import PaymentsDeadlineRecord
from mashangban.domains.payments.repository import deposits as store
from mashangban.domains.payments.rules import deposit as rules
from mashangban.domains.payments.rules.deposit import Deposit, Storage
from mashangban.domains.payments.schemas import DepositOrder, DepositQuery, DepositView, StorageForm
from mashangban.domains.payments.service import notifying
from mashangban.domains.payments.service.steps import next_event
from mashangban.domains.payments.terms import (
    DEPOSIT_RATES,
    FACTOR_SOURCE,
    RECORD_FACTORS,
    DepositKind,
    DepositState,
    RecordFactor,
)
from mashangban.employment.rules import Named
from mashangban.kernel import clock
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import FieldError, Invalid
from mashangban.kernel.events import Message
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Role
from mashangban.registry import service as registry
from mashangban.registry import sheets
from mashangban.registry.terms import PartyKind, ProjectStatus

HEAD = (
    "项目", "总承包单位", "种类", "状态", "合同价（元）", "施工许可日期", "应存（元）", "形式", "已存（元）",
    "开具单位", "编号", "有效期到",
)  # fmt: skip
_MOST = 3000


def require(act: Act, project_id: str, order: DepositOrder) -> DepositView:
    """Enter what a project owes; the clock runs 20 working days from the permit. Raises DepositExists."""
    new = owed(act, project_id, order)
    role = act.actor.role_for(permissions.KEEP_DEPOSIT, new.place)
    data = {"kind": new.kind.value, "price_fen": new.price_fen, "required_fen": new.required_fen}
    answer = view(replace(new, version=1), act.at)
    store.require(act, new, next_event(act, events.DEPOSIT_REQUIRED, new, data, role=role), answer)
    return answer


def store_deposit(act: Act, deposit_id: str, form: StorageForm) -> DepositView:
    """Enter how it was secured, or renewed. Raises DepositTooSmall, WrongState."""
    before = store.deposit(deposit_id, act.actor.reach(permissions.KEEP_DEPOSIT))
    role = act.actor.role_for(permissions.KEEP_DEPOSIT, before.place)
    storage = Storage(form.form, form.amount_fen, form.issuer, form.number, form.valid_until)
    after = rules.store(before, storage, clock.local_date(act.at))
    data = {"form": form.form.value, "amount_fen": form.amount_fen}
    answer = view(after, act.at)
    event = next_event(act, events.DEPOSIT_STORED, before, data, role=role)
    store.move(act, before, after, event, answer)
    return answer


def release(act: Act, deposit_id: str) -> DepositView:
    """Give a deposit back once the project is complete. Raises ProjectNotCompleted, WrongState."""
    before = store.deposit(deposit_id, act.actor.reach(permissions.RELEASE_DEPOSIT))
    role = act.actor.role_for(permissions.RELEASE_DEPOSIT, before.place)
    if registry.project(before.project.id).status is not ProjectStatus.COMPLETED:
        raise errors.ProjectNotCompleted()
    after = rules.release(before)
    answer = view(after, act.at)
    event = next_event(act, events.DEPOSIT_RELEASED, before, role=role)
    store.move(act, before, after, event, answer)
    return answer


def show(act: Act, deposit_id: str) -> DepositView:
    """One deposit with its clock."""
    return view(store.deposit(deposit_id, act.actor.reach(permissions.VIEW_DEPOSITS)), act.at, clock_too=True)


def of_project(act: Act, project_id: str) -> list[DepositView]:
    """What a project gave as security."""
    reach = act.actor.reach(permissions.VIEW_DEPOSITS)
    reach.require(registry.project(project_id).place)
    found = [one for one in store.of_project(project_id) if reach.covers(one.place)]
    return [view(one, act.at, clock_too=True) for one in found]


def of_county(act: Act, region: str, asked: DepositQuery) -> Page[DepositView]:
    """A county's register, by state."""
    act.actor.reach(permissions.VIEW_DEPOSITS).require(Place(region=region))
    return store.of_county(region, asked.state, asked.page).map(lambda one: view(one, act.at))


def of_office(act: Act) -> list[DepositView]:
    """The deposits of the contractors and projects one works for."""
    reach = act.actor.reach(permissions.VIEW_DEPOSITS)
    found = [one for org in reach.of("org") for one in store.of_contractor(org, PageRequest(limit=50)).items]
    found += [one for project in reach.of("project") for one in store.of_project(project)]
    once = {one.id: one for one in found if reach.covers(one.place)}
    return [view(one, act.at) for one in once.values()]


def export_county(act: Act, region: str, asked: DepositQuery, kind: str) -> bytes:
    """A county's register as CSV or XLSX, at most 3,000 rows."""
    rows: list[DepositView] = []
    query = asked.model_copy(update={"cursor": None, "limit": 50})
    while len(rows) < _MOST:
        page = of_county(act, region, query)
        rows += page.items
        if page.next_cursor is None:
            break
        query = query.model_copy(update={"cursor": page.next_cursor})
    return sheets.write(kind, HEAD, (_line(one) for one in rows))


def factors() -> list[RecordFactor]:
    """What a contractor's record makes of the rate, for the form."""
    return list(RECORD_FACTORS.values())


def fire(due: Due) -> None:
    """A deposit not stored in time, a guarantee about to end or ended."""
    act = system_act("payments_clock", due.now)
    before = store.deposit(due.firing.deadline.subject.id)
    rung, expiry = due.firing.rung.name, due.firing.deadline.kind.startswith(rules.EXPIRY)
    ended = expiry and rung == rules.DUE and before.state is DepositState.STORED
    after = rules.expire(before) if ended else before
    told = tuple(_words(before, due, expiry))
    kind = events.DEPOSIT_EXPIRED if ended else events.DEPOSIT_REMINDED
    event = next_event(act, kind, before, {"rung": rung}, told)
    store.move(act, before, after, event, settles=due)


def view(one: Deposit, at: datetime, *, clock_too: bool = False) -> DepositView:
    """A deposit in words."""
    storage = one.storage
    return DepositView(
        id=one.id,
        project_id=one.project.id,
        project_name=one.project.name,
        contractor_name=one.contractor.name,
        kind=one.kind,
        kind_label=one.kind.label,
        state=one.state,
        state_label=one.state.label,
        price_fen=one.price_fen,
        permit_on=one.permit_on,
        factor_label=RECORD_FACTORS[one.factor].label,
        required_fen=one.required_fen,
        source=one.source,
        form_label=storage.form.label if storage else "",
        amount_fen=storage.amount_fen if storage else None,
        issuer=storage.issuer if storage else "",
        number=storage.number if storage else "",
        valid_until=storage.valid_until if storage else None,
        deadline=_deadline(one, at) if clock_too else None,
    )


def _deadline(one: Deposit, at: datetime) -> DeadlineView | None:
    running = rules.present(one)
    if running is None:
        return None
    try:
        stored = deadline_items.get(PaymentsDeadlineRecord, one.subject, running.kind)
    except DeadlineMissing:
        return None
    return deadlines.explain(stored, at)


def owed(act: Act, project_id: str, order: DepositOrder) -> Deposit:
    """What a project owes by the rate of its place and day. Raises NotTheContractor, Invalid; NotFound beyond reach."""
    project = registry.project(project_id)
    contractor = project.party(PartyKind.GENERAL_CONTRACTOR)
    act.actor.reach(permissions.KEEP_DEPOSIT).require(project.place)
    if contractor is None:
        raise errors.NotTheContractor()
    factor = RECORD_FACTORS.get(order.factor)
    if factor is None:
        raise Invalid(errors=[FieldError("factor", "请选择企业记录")])
    today = clock.local_date(act.at)
    if order.permit_on > today:
        raise Invalid(errors=[FieldError("permit_on", "施工许可日期不能在今天以后")])
    amount, source = rules.required(DEPOSIT_RATES, project.county, order.price_fen, order.permit_on, factor)
    if order.kind is DepositKind.PAYMENT:
        amount, source = 0, "条例第二十四条；金额按担保合同"
    return Deposit(
        project=Named(project.id, project.name),
        region=project.county,
        contractor=Named(contractor.enterprise_id, contractor.name),
        kind=order.kind,
        state=DepositState.DUE,
        price_fen=order.price_fen,
        permit_on=order.permit_on,
        factor=factor.key,
        required_fen=amount,
        source=source if factor.percent == 100 else f"{source}；{FACTOR_SOURCE}",
        at=act.at,
    )


def _words(one: Deposit, due: Due, expiry: bool) -> list[Message]:
    values = {
        "project": one.project.name,
        "what": one.kind.label,
        "due": due.firing.due.moment,
    }
    kind = "payments.deposit.ending" if expiry else "payments.deposit.missing"
    link = f"{notifying.DEPOSIT_PAGE}{one.id}"
    told = notifying.office(one.place, kind, due.firing.id, values, link)
    if due.firing.rung.name != rules.REMIND:
        told += notifying.officers(one.place, Role.COUNTY_OFFICER, kind, due.firing.id, values, link)
    return told


def _line(one: DepositView) -> tuple[str, ...]:
    return (
        one.project_name,
        one.contractor_name,
        one.kind_label,
        one.state_label,
        _yuan(one.price_fen),
        one.permit_on.isoformat(),
        _yuan(one.required_fen),
        one.form_label,
        _yuan(one.amount_fen) if one.amount_fen is not None else "",
        one.issuer,
        one.number,
        one.valid_until.isoformat() if one.valid_until else "",
    )


def _yuan(fen: int) -> str:
    return f"{fen / 100:.2f}"
