"""A builder's sheet as a job: received, checked as a whole, confirmed by a person, written chunk by chunk.

Nothing of it counts before its activation, which is one transaction; after it the outcome is decided, and each step is
set off by the event of the one before, so that a stopped process goes on where it was.

A sheet comes through the files room (API) or is posted whole by a browser. The latter is kept by this room itself: the
files room takes a file in two steps, by its own rights to its own table, which this function may only read.
"""

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

from mashangban.domains.homes import errors, events, permissions
from mashangban.domains.homes.repository import estates
from mashangban.domains.homes.repository import imports as repository
from mashangban.domains.homes.rules.estate import Estate
from mashangban.domains.homes.rules.imports import Checked, Import
from mashangban.domains.homes.schemas import ImportForm, ImportView
from mashangban.domains.homes.service import contractsheets, factsheets, homesheets, presenting
from mashangban.domains.homes.terms import CHUNK, MOST_ROWS, ImportKind, ImportState
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.imports.terms import MOST_POSTED
from mashangban.kernel import ids
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import Event, following
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Principal, Role
from mashangban.registry import sheets
from mashangban.registry.rules import columns
from mashangban.registry.rules.columns import Layout, RowError

_ABREAST = 8
_MOST_ERRORS = 2_000


@dataclass(frozen=True, slots=True)
class Reader:
    """How one kind of sheet is read, what it does to the estate at once, and how a row is written."""

    layout: Layout
    check: Callable[[Estate, sheets.Numbered], Checked]
    grow: Callable[[Estate, list[dict[str, Any]]], Estate]
    apply: Callable[[Act, Estate, dict[str, Any]], None]


_READERS = {
    ImportKind.ESTATE: Reader(homesheets.LAYOUT, homesheets.check, homesheets.grow, homesheets.apply),
    ImportKind.CONTRACTS: Reader(
        contractsheets.LAYOUT, contractsheets.check, contractsheets.grow, contractsheets.apply
    ),
    ImportKind.FACTS: Reader(factsheets.LAYOUT, factsheets.check, factsheets.grow, factsheets.apply),
}


def start(act: Act, estate_id: str, form: ImportForm) -> ImportView:
    """Take a sheet in and have it checked. Raises SameFile, ImportRunning, and what the files room says."""
    estate = _free(act.actor, estate_id)
    file = files.hold(act, "homes", form.file_id, Purpose.IMPORT)
    return _received(act, estate, _new(act, estate, form.kind, file.filename, file.sha256, file.id))


def start_with(act: Act, estate_id: str, kind: ImportKind, filename: str, content: bytes) -> ImportView:
    """The same for a sheet that a browser posts. Raises SheetEmpty, SheetTooLarge, SameFile, ImportRunning."""
    estate = _free(act.actor, estate_id)
    if not content:
        raise errors.SheetEmpty()
    if len(content) > MOST_POSTED:
        raise errors.SheetTooLarge()
    new = _new(act, estate, kind, filename, hashlib.sha256(content).hexdigest(), "")
    if not repository.same_file(new):
        repository.keep_content(new.id, content)
    return _received(act, estate, new)


def _free(actor: Principal, estate_id: str) -> Estate:
    estate = estates.own(estate_id, actor.reach(permissions.IMPORT))
    if estate.applying:
        raise errors.ImportRunning()
    return estate


def _new(act: Act, estate: Estate, kind: ImportKind, filename: str, sha256: str, file_id: str) -> Import:
    return Import(
        id=ids.new_id(act.at),
        estate_id=estate.id,
        kind=kind,
        file_id=file_id,
        filename=filename,
        sha256=sha256,
        person_id=act.actor.person_id,
        state=ImportState.RECEIVED,
        received_at=act.at,
    )


def _received(act: Act, estate: Estate, new: Import) -> ImportView:
    if repository.same_file(new):
        raise errors.SameFile()
    role = act.actor.role_for(permissions.IMPORT, estate.office)
    event = following(act, events.IMPORT_RECEIVED, new, role, {"sha256": new.sha256})
    answer = presenting.import_view(new)
    repository.create(act, new, event, answer)
    return answer


def confirm(act: Act, import_id: str) -> ImportView:
    """Let a checked sheet count: its outcome is decided. Raises ImportNotReady, ImportOutdated, SameFile."""
    one, estate = _own(act.actor, import_id)
    if one.state is not ImportState.STAGED:
        raise errors.ImportNotReady()
    if estate.imports != one.seen or estate.applying:
        raise errors.ImportOutdated()
    rows = [row for number in range(one.chunks) for row in repository.staged(one.id, number)]
    grown = replace(_READERS[one.kind].grow(estate, rows), imports=estate.imports + 1, applying=one.id)
    after = replace(one, state=ImportState.APPLYING)
    role = act.actor.role_for(permissions.IMPORT, estate.office)
    told = {"rows": one.rows, "sha256": one.sha256, "import": one.id}
    answer = presenting.import_view(after)
    repository.activate(
        act,
        (one, after, following(act, events.IMPORT_ACTIVATED, one, role, told)),
        (estate, grown, following(act, events.ESTATE_GROWN, estate, role, told)),
        answer,
    )
    return answer


def cancel(act: Act, import_id: str) -> ImportView:
    """Drop a sheet that does not count. Raises ImportNotReady."""
    one, estate = _own(act.actor, import_id)
    if one.state not in (ImportState.RECEIVED, ImportState.STAGED):
        raise errors.ImportNotReady()
    after = replace(one, state=ImportState.CANCELLED)
    role = act.actor.role_for(permissions.IMPORT, estate.office)
    answer = presenting.import_view(after)
    event = following(act, events.IMPORT_CANCELLED, one, role)
    repository.advance(act, (one, after, event), answer)
    return answer


def show(actor: Principal, import_id: str) -> ImportView:
    """Where an import stands."""
    return presenting.import_view(_own(actor, import_id)[0])


def of_estate(actor: Principal, estate_id: str, page: PageRequest) -> Page[ImportView]:
    """An estate's imports, newest first."""
    estates.own(estate_id, actor.reach(permissions.IMPORT))
    return repository.of_estate(estate_id, page).map(presenting.import_view)


def errors_of(actor: Principal, import_id: str) -> list[RowError]:
    """What is wrong with a sheet, by row."""
    return list(repository.errors_of(_own(actor, import_id)[0].id))


def error_sheet(actor: Principal, import_id: str) -> bytes:
    """The same as a file to work through."""
    return sheets.problem_sheet(errors_of(actor, import_id))


def template_sheet(kind: ImportKind) -> bytes:
    """An empty file with the right head."""
    return sheets.write(sheets.XLSX, columns.template_head(_READERS[kind].layout), ())


def go_on(event: Event) -> None:
    """The next step after an event of an import. Any event but the newest was already followed.

    Raises Stale when what the step writes to changed meanwhile; a faster delivery of the same step is none.
    """
    steps: dict[str, Callable[[Act, Import], None]] = {
        events.IMPORT_RECEIVED: _check,
        events.IMPORT_ACTIVATED: _apply_next,
        events.IMPORT_ADVANCED: _apply_next,
    }
    one = repository.get(event.subject.id)
    if event.type in (events.IMPORT_CANCELLED, events.IMPORT_FINISHED):
        repository.drop_staged(one)
    elif event.type in steps and one.version == event.version:
        try:
            steps[event.type](system_act("homes_stream"), one)
        except Stale:
            if repository.get(one.id).version == event.version:
                raise  # estate or home changed meanwhile: the stream brings the step again


def _check(act: Act, one: Import) -> None:
    estate = estates.get(one.estate_id)
    content = files.content(one.file_id) if one.file_id else repository.content(one.id)
    reader = _READERS[one.kind]
    numbered, wrong = sheets.filled_in(content, reader.layout, MOST_ROWS)
    checked = Checked(errors=tuple(wrong)) if wrong else reader.check(estate, numbered)
    if checked.errors:
        repository.write_errors(one.id, checked.errors[:_MOST_ERRORS], act.at)
        after = replace(one, state=ImportState.REFUSED, errors=len(checked.errors))
    else:
        chunks = [checked.rows[start : start + CHUNK] for start in range(0, len(checked.rows), CHUNK)]
        for number, rows in enumerate(chunks):
            repository.stage(one.id, number, rows, act.at)
        after = replace(
            one,
            state=ImportState.STAGED,
            rows=len(checked.rows),
            created=checked.created,
            changed=checked.changed,
            chunks=len(chunks),
            seen=estate.imports,
        )
    told = {"state": after.state.value, "rows": after.rows, "errors": after.errors}
    event = following(act, events.IMPORT_CHECKED, one, Role.SYSTEM, told)
    repository.advance(act, (one, after, event))


def _apply_next(act: Act, one: Import) -> None:
    if one.state is not ImportState.APPLYING:
        return
    estate, apply = estates.get(one.estate_id), _READERS[one.kind].apply
    # Rows of one sheet never share a home, so that they can wait for the storage side by side.
    with ThreadPoolExecutor(_ABREAST) as threads:
        for written in [
            threads.submit(apply, act, estate, row) for row in repository.staged(one.id, one.chunks_done)
        ]:
            written.result()
    after = replace(one, chunks_done=one.chunks_done + 1)
    if after.chunks_done < one.chunks:
        event = following(act, events.IMPORT_ADVANCED, one, Role.SYSTEM, {"done": after.chunks_done})
        repository.advance(act, (one, after, event))
        return
    event = following(act, events.IMPORT_FINISHED, one, Role.SYSTEM, {"rows": one.rows})
    freed = replace(estate, applying="")
    ended = following(act, events.IMPORT_ENDED, estate, Role.SYSTEM, {"import": one.id})
    repository.advance(
        act, (one, replace(after, state=ImportState.APPLIED), event), estate=(estate, freed, ended)
    )


def _own(actor: Principal, import_id: str) -> tuple[Import, Estate]:
    one = repository.get(import_id)
    return one, estates.own(one.estate_id, actor.reach(permissions.IMPORT))
