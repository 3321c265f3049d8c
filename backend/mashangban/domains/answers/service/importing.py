"""A file of pairs as a job: checked as a whole, confirmed by a second person, written chunk by chunk.

Nothing of it counts before its confirmation, which is one transaction; after it each chunk is set off by the event of
the one before, and a chunk that is brought again writes nothing twice.
"""

import hashlib
from dataclasses import replace

from mashangban.domains.answers import errors, events, permissions
from mashangban.domains.answers.repository import imports as repository
from mashangban.domains.answers.rules import pairsheet
from mashangban.domains.answers.rules.imports import Checked, Import
from mashangban.domains.answers.schemas.imports import AnswerImportQuery, AnswerImportView
from mashangban.domains.answers.service import pairsheets
from mashangban.domains.answers.terms.imports import MOST_ERRORS, MOST_POSTED, ImportState
from mashangban.kernel import ids
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Event, following
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Principal, Role
from mashangban.registry import divisions, sheets
from mashangban.registry.rules import columns
from mashangban.registry.rules.columns import RowError


def start(act: Act, asked: AnswerImportQuery, content: bytes) -> AnswerImportView:
    """Check a file as a whole; nothing of it counts yet. Raises FileEmpty, FileTooLarge, SameFile, UnknownRegion."""
    if asked.region and divisions.find(asked.region) is None:
        raise errors.UnknownRegion()
    act.actor.reach(permissions.RUN_IMPORTS).require(Place(region=asked.region))
    if not content:
        raise errors.FileEmpty()
    if len(content) > MOST_POSTED:
        raise errors.FileTooLarge()
    new = Import(
        id=ids.new_id(act.at),
        region=asked.region,
        filename=asked.filename,
        sha256=hashlib.sha256(content).hexdigest(),
        person_id=act.actor.person_id,
        state=ImportState.REFUSED,
        received_at=act.at,
    )
    if repository.same_file(new):
        raise errors.SameFile()
    checked = pairsheets.check(act, new.region, content)
    return _received(act, new, checked)


def _received(act: Act, new: Import, checked: Checked) -> AnswerImportView:
    if checked.errors:
        new = replace(new, errors=len(checked.errors))
        repository.write_errors(new.id, checked.errors[:MOST_ERRORS], act.at)
    else:
        new = replace(new, state=ImportState.STAGED, rows=checked.rows, chunks=len(checked.chunks))
        repository.stage(new.id, checked.chunks, act.at)
    told = {"sha256": new.sha256, "rows": new.rows, "errors": new.errors}
    event = following(act, events.IMPORT_CHECKED, new, _role(act, new), told)
    answer = view(new, act.actor.person_id)
    repository.create(act, new, event, answer)
    return answer


def confirm(act: Act, import_id: str) -> AnswerImportView:
    """Let a checked file count: the review of all its pairs, so by a second person. Raises ImportNotReady, OwnWork."""
    before = _own(act.actor, import_id)
    if before.state is not ImportState.STAGED:
        raise errors.ImportNotReady()
    if before.person_id == act.actor.person_id:
        raise errors.OwnWork()
    after = replace(before, state=ImportState.APPLYING, reviewer_id=act.actor.person_id)
    told = {"rows": before.rows, "sha256": before.sha256}
    answer = view(after, act.actor.person_id)
    event = following(act, events.IMPORT_CONFIRMED, before, _role(act, before), told)
    repository.activate(act, before, after, event, answer)
    return answer


def cancel(act: Act, import_id: str) -> AnswerImportView:
    """Drop a file that does not count. Raises ImportNotReady."""
    before = _own(act.actor, import_id)
    if before.state is not ImportState.STAGED:
        raise errors.ImportNotReady()
    after = replace(before, state=ImportState.CANCELLED)
    answer = view(after, act.actor.person_id)
    event = following(act, events.IMPORT_CANCELLED, before, _role(act, before))
    repository.advance(act, before, after, event, answer)
    return answer


def show(actor: Principal, import_id: str) -> AnswerImportView:
    """Where an import stands. Raises NotFound beyond reach."""
    return view(_own(actor, import_id), actor.person_id)


def listed(actor: Principal, region: str, page: PageRequest) -> Page[AnswerImportView]:
    """The imports of a region's office, the newest first."""
    actor.reach(permissions.RUN_IMPORTS).require(Place(region=region))
    return repository.of_region(region, page).map(lambda one: view(one, actor.person_id))


def errors_of(actor: Principal, import_id: str) -> list[RowError]:
    """What is wrong with a file, by row and column."""
    return list(repository.errors_of(_own(actor, import_id).id))


def error_sheet(actor: Principal, import_id: str) -> bytes:
    """The same as a file to work through."""
    return sheets.problem_sheet(errors_of(actor, import_id))


def template_sheet() -> bytes:
    """An empty file with the right head and one row that shows how it is filled in."""
    layout = pairsheet.LAYOUT
    shown = [pairsheet.EXAMPLE.get(name, "") for name in layout.columns]
    return sheets.write(sheets.XLSX, columns.template_head(layout), (shown,))


def go_on(event: Event) -> None:
    """The next chunk after an event of an import; any event but the newest was already followed."""
    one = repository.get(event.subject.id)
    if one.version != event.version:
        return
    if one.state is ImportState.APPLYING:
        _write_next(system_act("answers_stream"), one)
    elif one.state in (ImportState.APPLIED, ImportState.CANCELLED):
        repository.drop_staged(one)


def _write_next(act: Act, one: Import) -> None:
    rows = repository.staged(one.id, one.chunks_done)
    skipped = sum(pairsheets.write(act, row, one.person_id, one.reviewer_id) for row in rows)
    after = replace(one, chunks_done=one.chunks_done + 1, skipped=one.skipped + skipped)
    last = after.chunks_done >= one.chunks
    if last:
        after = replace(after, state=ImportState.APPLIED)
    kind = events.IMPORT_FINISHED if last else events.IMPORT_ADVANCED
    event = following(act, kind, one, Role.SYSTEM, {"done": after.chunks_done, "skipped": after.skipped})
    repository.advance(act, one, after, event)


def view(one: Import, person_id: str) -> AnswerImportView:
    """An import as it is shown."""
    return AnswerImportView(
        id=one.id,
        region=one.region,
        filename=one.filename,
        state=one.state,
        state_label=one.state.label,
        received_at=one.received_at,
        rows=one.rows,
        errors=one.errors,
        done=one.chunks_done,
        total=one.chunks,
        own=one.person_id == person_id,
    )


def _own(actor: Principal, import_id: str) -> Import:
    return repository.get(import_id, actor.reach(permissions.RUN_IMPORTS))


def _role(act: Act, one: Import) -> str:
    return act.actor.role_for(permissions.RUN_IMPORTS, one.place)
