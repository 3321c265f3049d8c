"""A file as a job: checked as a whole, confirmed by a person, written chunk by chunk.

Nothing of it counts before its confirmation, which is one transaction; after it each chunk is set off by the event of
the one before, and a chunk that is brought again writes nothing twice.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from mashangban.imports import errors
from mashangban.imports.events import ImportEvents
from mashangban.imports.repository import Store
from mashangban.imports.rules import Checked, Import, Told
from mashangban.imports.schemas import FileImportView
from mashangban.imports.terms import MOST_ERRORS, MOST_POSTED, ImportState
from mashangban.kernel import ids
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Event, following
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Permission, Place, Principal, Role
from mashangban.registry import sheets
from mashangban.registry.rules import columns
from mashangban.registry.rules.columns import Layout, RowError


@dataclass(frozen=True, slots=True)
class Reader:
    """How one kind of file is read and how a row of it is written.

    `write` gives how many rows it left alone, or tells what became of the row: that is kept with the job.
    """

    layout: Layout
    example: Mapping[str, str]
    check: Callable[[Act, str, bytes], Checked]
    write: Callable[[Act, dict[str, Any], Import], int | Told]


@dataclass(frozen=True, slots=True)
class Desk:
    """The imports of one room: who may, what files hold.

    Where `two_persons`, whoever brought a file can't confirm it: the confirmation is the review.
    """

    store: Store
    events: ImportEvents
    permission: Permission
    readers: Mapping[str, Reader]
    two_persons: bool = False

    def start(self, act: Act, kind: str, region: str, filename: str, content: bytes) -> FileImportView:
        """Check a file as a whole; nothing of it counts yet. Raises FileEmpty, FileTooLarge, SameFile."""
        act.actor.reach(self.permission).require(Place(region=region))
        if not content:
            raise errors.FileEmpty()
        if len(content) > MOST_POSTED:
            raise errors.FileTooLarge()
        new = Import(
            id=ids.new_id(act.at),
            word=self.store.word,
            kind=kind,
            region=region,
            filename=filename,
            sha256=hashlib.sha256(content).hexdigest(),
            person_id=act.actor.person_id,
            state=ImportState.REFUSED,
            received_at=act.at,
        )
        if self.store.same_file(new):
            raise errors.SameFile()
        return self._received(act, new, self.readers[kind].check(act, region, content))

    def confirm(self, act: Act, import_id: str) -> FileImportView:
        """Let a checked file count. Raises ImportNotReady, OwnFile, SameFile."""
        before = self._own(act.actor, import_id)
        if before.state is not ImportState.STAGED:
            raise errors.ImportNotReady()
        if self.two_persons and before.person_id == act.actor.person_id:
            raise errors.OwnFile()
        after = replace(before, state=ImportState.APPLYING, confirmed_by=act.actor.person_id)
        told = {"rows": before.rows, "sha256": before.sha256}
        event = following(act, self.events.confirmed, before, self._role(act, before), told)
        answer = view(after, act.actor)
        self.store.activate(act, before, after, event, answer)
        return answer

    def cancel(self, act: Act, import_id: str) -> FileImportView:
        """Drop a file that does not count. Raises ImportNotReady."""
        before = self._own(act.actor, import_id)
        if before.state is not ImportState.STAGED:
            raise errors.ImportNotReady()
        after = replace(before, state=ImportState.CANCELLED)
        event = following(act, self.events.cancelled, before, self._role(act, before))
        answer = view(after, act.actor)
        self.store.advance(act, before, after, event, answer)
        return answer

    def show(self, actor: Principal, import_id: str) -> FileImportView:
        """Where an import stands. Raises NotFound beyond reach."""
        return view(self._own(actor, import_id), actor)

    def listed(self, actor: Principal, region: str, page: PageRequest) -> Page[FileImportView]:
        """The imports of a region's office, the newest first."""
        actor.reach(self.permission).require(Place(region=region))
        return self.store.of_region(region, page).map(lambda one: view(one, actor))

    def errors_of(self, actor: Principal, import_id: str) -> list[RowError]:
        """What is wrong with a file, by row and column."""
        return list(self.store.errors_of(self._own(actor, import_id).id))

    def error_sheet(self, actor: Principal, import_id: str) -> bytes:
        """The same as a file to work through."""
        return sheets.problem_sheet(self.errors_of(actor, import_id))

    def told_of(self, actor: Principal, import_id: str) -> list[Told]:
        """What became of each row of a file that counts, as far as it is written and its room speaks of it."""
        return list(self.store.told_of(self._own(actor, import_id).id))

    def told_sheet(self, actor: Principal, import_id: str) -> bytes:
        """The same as a file."""
        rows = ((one.what, one.outcome) for one in self.told_of(actor, import_id))
        return sheets.write(sheets.XLSX, ("内容", "结果"), rows)

    def template_sheet(self, kind: str) -> bytes:
        """An empty file with the right head and one row that shows how it is filled in."""
        reader = self.readers[kind]
        shown = [reader.example.get(name, "") for name in reader.layout.columns]
        return sheets.write(sheets.XLSX, columns.template_head(reader.layout), (shown,))

    def go_on(self, event: Event) -> None:
        """The next chunk after an event of an import; any event but the newest was already followed."""
        one = self.store.get(event.subject.id)
        if one.version != event.version:
            return
        if one.state is ImportState.APPLYING:
            self._write_next(system_act(f"{self.events.room}_stream"), one)
        elif one.state in (ImportState.APPLIED, ImportState.CANCELLED):
            self.store.drop_staged(one)

    def _received(self, act: Act, new: Import, checked: Checked) -> FileImportView:
        if checked.errors:
            new = replace(new, errors=len(checked.errors))
            self.store.write_errors(new.id, checked.errors[:MOST_ERRORS], act.at)
        else:
            new = replace(new, state=ImportState.STAGED, rows=checked.rows, chunks=len(checked.chunks))
            self.store.stage(new.id, checked.chunks, act.at)
        told = {"kind": new.kind, "sha256": new.sha256, "rows": new.rows, "errors": new.errors}
        event = following(act, self.events.checked, new, self._role(act, new), told)
        answer = view(new, act.actor)
        self.store.create(act, new, event, answer)
        return answer

    def _write_next(self, act: Act, one: Import) -> None:
        write = self.readers[one.kind].write
        done = [write(act, row, one) for row in self.store.staged(one.id, one.chunks_done)]
        skipped = sum(each.left if isinstance(each, Told) else each for each in done)
        after = replace(one, chunks_done=one.chunks_done + 1, skipped=one.skipped + skipped)
        last = after.chunks_done >= one.chunks
        if last:
            after = replace(after, state=ImportState.APPLIED)
        kind = self.events.finished if last else self.events.advanced
        told = {"done": after.chunks_done, "skipped": after.skipped}
        rows = [each for each in done if isinstance(each, Told)]
        self.store.write_on(act, one, after, following(act, kind, one, Role.SYSTEM, told), rows)

    def _own(self, actor: Principal, import_id: str) -> Import:
        return self.store.get(import_id, actor.reach(self.permission))

    def _role(self, act: Act, one: Import) -> str:
        return act.actor.role_for(self.permission, one.place)


def view(one: Import, actor: Principal) -> FileImportView:
    """An import as a person sees it."""
    return FileImportView(
        id=one.id,
        kind=one.kind,
        region=one.region,
        filename=one.filename,
        state=one.state,
        state_label=one.state.label,
        received_at=one.received_at,
        rows=one.rows,
        errors=one.errors,
        done=one.chunks_done,
        total=one.chunks,
        skipped=one.skipped,
        own=one.person_id == actor.person_id,
    )
