"""A pay sheet as a job: received, checked as a whole, put into the table by a person's word in one transaction.

Nothing of a sheet counts before that; a stopped process goes on with the chunk it was at, and what is dropped is swept.
"""

import hashlib
import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from mashangban.audit.rules.merkle import Tree
from mashangban.audit.verifier import leaf_hash
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.service import Due
from mashangban.deadlines.terms import Unit
from mashangban.domains.wages import errors, events, permissions
from mashangban.domains.wages.repository import tables
from mashangban.domains.wages.repository import uploads as repository
from mashangban.domains.wages.rules import table as table_rules
from mashangban.domains.wages.rules import uploads as rules
from mashangban.domains.wages.rules.pay import dump
from mashangban.domains.wages.rules.table import CHUNK, Row, Table, Totals
from mashangban.domains.wages.rules.uploads import Typed, Upload
from mashangban.domains.wages.schemas import TableView, UploadForm, UploadView
from mashangban.domains.wages.service import assessing, presenting, reading
from mashangban.domains.wages.terms import TableState, UploadState
from mashangban.employment.rules import Employment
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.imports.terms import MOST_POSTED
from mashangban.kernel import crypto, ids
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import Event, following
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Principal, Role
from mashangban.registry.rules.columns import RowError

_ABREAST = 4
_CHECKPOINT = 20
_DAYS_TO_DECIDE = 7
Pair = tuple[Typed, Employment]


def start(act: Act, table_id: str, form: UploadForm) -> UploadView:
    """Take a sheet in and have it checked. Raises SameFile, TableWrongState, and what the files room says."""
    table = _open_table(act.actor, table_id)
    file = files.hold(act, "wages", form.file_id, Purpose.IMPORT)
    return _received(act, table, _new(act, table, file.filename, file.sha256, file.id))


def start_with(act: Act, table_id: str, filename: str, content: bytes) -> UploadView:
    """The same for a sheet posted by a browser, kept by this room itself. Raises SheetEmpty, SheetTooLarge."""
    table = _open_table(act.actor, table_id)
    if not content:
        raise errors.SheetEmpty()
    if len(content) > MOST_POSTED:
        raise errors.SheetTooLarge()
    new = _new(act, table, filename, hashlib.sha256(content).hexdigest(), "")
    if not repository.same_file(table, new.sha256):
        repository.keep_content(new.id, content)
    return _received(act, table, new)


def _open_table(actor: Principal, table_id: str) -> Table:
    table = _own_table(actor, table_id)
    if table.state is not TableState.DRAFT:
        raise errors.TableWrongState()
    return table


def _new(act: Act, table: Table, filename: str, sha256: str, file_id: str) -> Upload:
    return Upload(
        id=ids.new_id(act.at),
        table_id=table.id,
        file_id=file_id,
        filename=filename,
        sha256=sha256,
        person_id=act.actor.person_id,
        state=UploadState.RECEIVED,
        received_at=act.at,
    )


def _received(act: Act, table: Table, new: Upload) -> UploadView:
    if repository.same_file(table, new.sha256):
        raise errors.SameFile()
    role = act.actor.role_for(permissions.MAKE_TABLE, table.employer_place)
    told = {"table": table.id, "sha256": new.sha256}
    event = following(act, events.UPLOAD_RECEIVED, new, role, told)
    answer = view(new)
    repository.create(act, new, event, answer)
    return answer


def confirm(act: Act, upload_id: str) -> TableView:
    """Let a checked sheet's rows become the table's. Raises UploadNotReady, SameFile, TableWrongState."""
    upload, table = _own(act.actor, upload_id)
    if upload.state is not UploadState.STAGED:
        raise errors.UploadNotReady()
    totals = Totals(upload.rows, upload.fen, upload.blocked, upload.foremen)
    after = table_rules.with_rows(table, upload.id, totals, upload.chunks)
    role = act.actor.role_for(permissions.MAKE_TABLE, table.employer_place)
    told = {"rows": upload.rows, "fen": upload.fen, "root": upload.root, "sha256": upload.sha256}
    applied = replace(upload, state=UploadState.APPLIED)
    dropped = {"dropped": table.rows, "dropped_chunks": table.chunks}
    answer = presenting.table_view(replace(after, version=table.version + 1), act.actor)
    repository.apply(
        act,
        (upload, applied, following(act, events.UPLOAD_APPLIED, upload, role, told)),
        (table, after, following(act, events.ROWS_REPLACED, table, role, {**told, **dropped})),
        answer,
    )
    return answer


def cancel(act: Act, upload_id: str) -> UploadView:
    """Drop a sheet that does not count, also while it is being checked. Raises UploadNotReady."""
    upload, table = _own(act.actor, upload_id)
    role = act.actor.role_for(permissions.MAKE_TABLE, table.employer_place)
    return _cancelled(act, upload, role, None)


def lapse(due: Due) -> None:
    """A checked sheet that nobody decided on is dropped after a week."""
    act = system_act("wages_clock", due.now)
    upload = repository.upload(due.firing.deadline.subject.id)
    _cancelled(act, upload, Role.SYSTEM, due)


def show(actor: Principal, upload_id: str) -> UploadView:
    """Where an upload stands."""
    return view(_own(actor, upload_id)[0])


def of_table(actor: Principal, table_id: str, page: PageRequest) -> Page[UploadView]:
    """A table's uploads, newest first."""
    table = _own_table(actor, table_id)
    return repository.of_table(table.id, page).map(view)


def errors_of(actor: Principal, upload_id: str) -> list[RowError]:
    """What is wrong with a sheet, by row (at most MOST_ERRORS)."""
    return list(repository.errors_of(_own(actor, upload_id)[0].id))


def go_on(event: Event) -> None:
    """The next step after an event of an upload: check what was received, sweep what was dropped."""
    upload = repository.upload(event.subject.id)
    if event.type == events.UPLOAD_CANCELLED:
        repository.drop_rows(upload.id, max(upload.chunks, repository.progress(upload.id)[2]))
    elif event.type == events.UPLOAD_RECEIVED and upload.version == event.version:
        try:
            _check(system_act("wages_stream"), upload)
        except Stale:
            return  # cancelled meanwhile, or another delivery was faster


def view(one: Upload) -> UploadView:
    """An upload as its clerk sees it."""
    done, total, _ = (
        repository.progress(one.id) if one.state is UploadState.RECEIVED else (one.rows, one.rows, 0)
    )
    return UploadView(
        id=one.id,
        table_id=one.table_id,
        filename=one.filename,
        state=one.state,
        state_label=one.state.label,
        done=done,
        total=total,
        rows=one.rows,
        errors=one.errors,
        total_fen=one.fen,
        blocked=one.blocked,
        root=one.root or None,
        received_at=one.received_at,
    )


def _check(act: Act, upload: Upload) -> None:
    table = tables.table(upload.table_id)
    content = files.content(upload.file_id) if upload.file_id else repository.content(upload.id)
    found = reading.read(table, content)
    if found.errors:
        shown = found.errors[: rules.MOST_ERRORS]
        repository.write_errors(upload.id, shown, act.at)
        refused = replace(upload, state=UploadState.REFUSED, errors=len(found.errors))
        return _checked(act, upload, refused)
    staged = _staged(act, upload, table, found.rows)
    if staged is None:
        return None
    totals = staged.totals
    after = replace(
        upload,
        state=UploadState.STAGED,
        rows=totals.lines,
        chunks=-(-totals.lines // CHUNK),
        fen=totals.fen,
        blocked=totals.blocked,
        foremen=totals.foremen,
        root=Tree().grown(staged.leaves)[0].root().hex(),
    )
    return _checked(act, upload, after)


@dataclass(frozen=True, slots=True)
class _Staged:
    """What rows add up to, and the leaves of their tree: no row is kept once it lies in its chunk."""

    totals: Totals
    leaves: list[bytes]


def _checked(act: Act, before: Upload, after: Upload) -> None:
    told = {"state": after.state.value, "rows": after.rows, "errors": after.errors, "root": after.root}
    event = following(act, events.UPLOAD_CHECKED, before, Role.SYSTEM, told)
    waiting = None
    if after.state is UploadState.STAGED:
        term = Term(_DAYS_TO_DECIDE, Unit.CALENDAR_DAY, "平台约定")
        waiting = Deadline(after.subject, repository.STAGED_KIND, "启用导入的工资表", act.at, term)
    repository.advance(act, before, after, event, begins=waiting)


def _staged(act: Act, upload: Upload, table: Table, pairs: Sequence[Pair]) -> _Staged | None:
    """All rows, staged chunk by chunk from where an earlier try stopped; None once it was cancelled."""
    blocks = [pairs[start : start + CHUNK] for start in range(0, len(pairs), CHUNK)]
    _, _, before = repository.progress(upload.id)
    sums, leaves = Totals(0, 0, 0, ()), list[bytes]()
    with ThreadPoolExecutor(_ABREAST) as threads:
        for start in range(0, len(blocks), _CHECKPOINT):
            if repository.upload(upload.id).state is not UploadState.RECEIVED:
                return None
            numbers = range(start, min(start + _CHECKPOINT, len(blocks)))
            for made in threads.map(
                lambda n: _block(upload, table, n, blocks[n], stage=n >= before), numbers
            ):
                sums = sums.plus(made.totals)
                leaves += made.leaves
            repository.note_progress(upload.id, sums.lines, len(pairs), max(before, numbers[-1] + 1), act.at)
    return _Staged(sums, leaves)


def _block(upload: Upload, table: Table, number: int, pairs: Sequence[Pair], *, stage: bool) -> _Staged:
    around = assessing.around(table.month, [employment for _, employment in pairs])
    rows = [
        around.row(
            reading.content_of(one, employment, around.tally(employment.contract_id).halves), employment
        )
        for one, employment in pairs
    ]
    if stage:
        tables.stage(upload.id, number, rows)
    totals = table_rules.totals(rows, {employment.foreman_id for _, employment in pairs})
    return _Staged(totals, [_leaf(upload, row) for row in rows])


def _leaf(upload: Upload, row: Row) -> bytes:
    """A row's leaf in the tree of all rows (RFC 9162); keyed, so that it tells nothing about a person."""
    text = f"payroll|{upload.id}|{row.contract_id}|{json.dumps(dump(row.content))}"
    return leaf_hash(crypto.mac("lookup-key", text))


def _cancelled(act: Act, upload: Upload, role: Role, due: Due | None) -> UploadView:
    if upload.state not in (UploadState.RECEIVED, UploadState.STAGED):
        raise errors.UploadNotReady()
    after = replace(upload, state=UploadState.CANCELLED)
    event = following(act, events.UPLOAD_CANCELLED, upload, role)
    answer = view(after)
    repository.advance(act, upload, after, event, answer, settles=due)
    return answer


def _own(actor: Principal, upload_id: str) -> tuple[Upload, Table]:
    upload = repository.upload(upload_id)
    return upload, _own_table(actor, upload.table_id)


def _own_table(actor: Principal, table_id: str) -> Table:
    return tables.table(table_id, actor.reach(permissions.MAKE_TABLE), "employer_place")
