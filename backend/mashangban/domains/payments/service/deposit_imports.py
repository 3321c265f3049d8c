"""Deposits entered from a sheet: all rows in one transaction or none, and every mistake named."""

import hashlib

from mashangban.domains.payments import errors, events, permissions
from mashangban.domains.payments.repository import deposit_imports as store
from mashangban.domains.payments.repository import deposits as deposit_items
from mashangban.domains.payments.rules import deposit as deposit_rules
from mashangban.domains.payments.rules import deposit_sheet as rules
from mashangban.domains.payments.rules.deposit import Deposit
from mashangban.domains.payments.rules.deposit_sheet import COLUMNS, Brought, Typed
from mashangban.domains.payments.schemas import DepositImportView, DepositOrder
from mashangban.domains.payments.service import deposits, viewing
from mashangban.domains.payments.service.steps import next_event
from mashangban.domains.payments.terms import DepositKind
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Invalid, NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.money import yuan
from mashangban.kernel.permissions import Principal
from mashangban.registry import service as registry
from mashangban.registry import sheets
from mashangban.registry.codes import is_code, narrow
from mashangban.registry.rules.columns import RowError, cells_of, template_head
from mashangban.registry.rules.records import Project
from mashangban.registry.schemas.inputs import ProjectQuery
from mashangban.registry.sheets import XLSX

_NOT_FOUND = "没有这个项目，或者不归您办"


def bring_in(act: Act, filename: str, content: bytes) -> DepositImportView:
    """Read a sheet and enter all of its rows, or say what is wrong and enter none. Raises SheetEmpty, SheetTooLarge,
    SheetAlreadyIn, DepositExists when somebody entered one of them meanwhile."""
    if not content:
        raise errors.SheetEmpty()
    if len(content) > rules.MOST_BYTES:
        raise errors.SheetTooLarge()
    sha256 = hashlib.sha256(content).hexdigest()
    if store.same_file(sha256):
        raise errors.SheetAlreadyIn()
    made, wrong = _read(act, content)
    in_order = tuple(sorted(wrong, key=lambda one: (one.row, one.column)))
    rows = 0 if wrong else len(made)
    brought = Brought(ids.new_id(act.at), filename, sha256, act.actor.person_id, act.at, rows, in_order)
    answer = view(brought)
    store.keep(act, brought, [] if wrong else [(one, _event(act, one, sha256)) for one in made], answer)
    return answer


def show(actor: Principal, import_id: str) -> DepositImportView:
    """What became of one's own sheet. Raises NotFound."""
    return view(_own(actor, import_id))


def error_sheet(actor: Principal, import_id: str) -> bytes:
    """What is wrong with a sheet as a file to work through."""
    return sheets.problem_sheet(_own(actor, import_id).errors)


def template(actor: Principal) -> bytes:
    """An XLSX file with the right head; an office finds its projects filled in."""
    head = template_head(rules.LAYOUT)
    served = registry.projects(one.id for one in viewing.projects_of_office(actor))
    empty = [""] * (len(COLUMNS) - 3)
    return sheets.write(XLSX, head, ((one.code, one.name, DepositKind.WAGES.label, *empty) for one in served))


def view(one: Brought) -> DepositImportView:
    """A sheet's outcome on the wire."""
    found = [{"row": e.row, "column": e.column, "message": e.message} for e in one.errors]
    return DepositImportView.model_validate(
        {"id": one.id, "filename": one.filename, "rows": one.rows, "errors": found, "at": one.at}
    )


def _read(act: Act, content: bytes) -> tuple[list[Deposit], list[RowError]]:
    try:
        typed, wrong = _typed(content)
    except sheets.SheetUnreadable as refused:
        return [], [RowError(0, "", str(refused))]
    if not typed and not wrong:
        return [], [RowError(0, "", "表头下面没有内容")]
    wrong += rules.repeated(typed)
    made: list[Deposit] = []
    for one in typed:
        found = _deposit(act, one)
        if isinstance(found, Deposit):
            made.append(found)
        else:
            wrong.append(found)
    return made, wrong


def _typed(content: bytes) -> tuple[list[Typed], list[RowError]]:
    sheet = sheets.opened(content, rules.LAYOUT, rules.MOST_ROWS)
    typed, wrong = list[Typed](), sheet.wrong
    for number, row in [] if wrong else sheet.below.rows:
        cells = cells_of(sheet.places, sheets.texts(row))
        one = sheets.forbidden(number, cells, COLUMNS, sheet.below.formulas) or rules.read(number, cells)
        if isinstance(one, Typed):
            typed.append(one)
        else:
            wrong += one
    return typed, wrong


def _deposit(act: Act, one: Typed) -> Deposit | RowError:
    """A row as the deposit it enters, with the law's own checks."""
    project = _project(act.actor, one.code)
    if project is None:
        return RowError(one.row, COLUMNS["code"], _NOT_FOUND)
    if any(known.kind is one.kind for known in deposit_items.of_project(project.id)):
        return RowError(one.row, COLUMNS["code"], f"这个项目的{one.kind.label}已经登记过，请在登记簿里办理")
    order = DepositOrder(kind=one.kind, price_fen=one.price_fen, permit_on=one.permit_on, factor=one.factor)
    try:
        owed = deposits.owed(act, project.id, order)
    except NotFound:
        return RowError(one.row, COLUMNS["code"], _NOT_FOUND)
    except errors.NotTheContractor:
        return RowError(one.row, COLUMNS["code"], "这个项目还没有登记施工总承包单位")
    except Invalid as refused:
        return RowError(one.row, COLUMNS["permit_on"], refused.errors[0].message)
    return _stored(act, one, owed)


def _stored(act: Act, one: Typed, owed: Deposit) -> Deposit | RowError:
    if one.storage is None:
        return owed
    try:
        return deposit_rules.store(owed, one.storage, clock.local_date(act.at))
    except errors.DepositTooSmall:
        return RowError(one.row, COLUMNS["amount"], f"低于应存的{yuan(owed.required_fen)}")
    except errors.WrongState:
        return RowError(one.row, COLUMNS["valid_until"], "有效期已经过了")


def _project(actor: Principal, code: str) -> Project | None:
    """The project of a code, within the reach of who enters it."""
    if not is_code(code):
        return None
    found = registry.list_projects(actor, ProjectQuery(q=code)).items
    exact = [one.id for one in found if narrow(one.code) == narrow(code)]
    return registry.project(exact[0]) if exact else None


def _event(act: Act, one: Deposit, sha256: str) -> Event:
    role = act.actor.role_for(permissions.KEEP_DEPOSIT, one.place)
    data = {"kind": one.kind.value, "price_fen": one.price_fen, "required_fen": one.required_fen}
    stored = {"form": one.storage.form.value, "amount_fen": one.storage.amount_fen} if one.storage else {}
    return next_event(act, events.DEPOSIT_IMPORTED, one, {**data, **stored, "sha256": sha256}, role=role)


def _own(actor: Principal, import_id: str) -> Brought:
    found = store.find(import_id)
    if found is None or found.person_id != actor.person_id:
        raise NotFound()
    return found
