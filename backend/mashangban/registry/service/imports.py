"""Bulk import as a job: received, checked as a whole, confirmed by a person, written, finished.

Nothing of a file counts before its activation, which is one transaction; after it the outcome is decided, and each step
is set off by the event of the one before, so that a stopped process goes on where it was.
"""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from mashangban.audit.rules.merkle import Tree
from mashangban.audit.verifier import leaf_hash
from mashangban.kernel import crypto, ids
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import Forbidden, Stale
from mashangban.kernel.events import Event, canonical, following
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Principal, Reach, Role
from mashangban.registry import errors, events, permissions, sheets
from mashangban.registry.repository import imports as store
from mashangban.registry.rules import imports as rules
from mashangban.registry.rules import offers as offer_rules
from mashangban.registry.rules.columns import RowError
from mashangban.registry.rules.imports import Job
from mashangban.registry.rules.merge import Merge
from mashangban.registry.rules.offers import Offer
from mashangban.registry.rules.records import Enterprise, Project
from mashangban.registry.schemas.outputs import ImportView
from mashangban.registry.service import applying, checking, history
from mashangban.registry.service.checking import Checked
from mashangban.registry.service.views import import_view
from mashangban.registry.terms import ImportState, Register, Source

_ABREAST = 8


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """A file for a register, and the system it was exported from."""

    register: Register
    source: Source
    filename: str


def start_import(act: Act, order: ImportOrder, content: bytes) -> ImportView:
    """Take a file in and have it checked; nothing is imported yet. Raises SheetTooLarge, NoSheet, AlreadyImported."""
    if not content:
        raise errors.NoSheet("文件是空的")
    if len(content) > rules.MAX_BYTES:
        raise errors.SheetTooLarge()
    job = Job(
        id=ids.new_id(act.at),
        register=order.register,
        source=order.source,
        filename=order.filename,
        sha256=hashlib.sha256(content).hexdigest(),
        region=_region(act.actor),
        person_id=act.actor.person_id,
        state=ImportState.RECEIVED,
        parts=0,
        received_at=act.at,
    )
    if store.same_file(job):
        raise errors.AlreadyImported()
    job = replace(job, parts=store.write_file(job.id, content, act.at))
    told = {"register": job.register.value, "source": job.source.value, "sha256": job.sha256}
    role = history.role_of(act, permissions.RUN_IMPORTS, job.place)
    event = following(act, events.IMPORT_RECEIVED, job, role, told)
    answer = import_view(replace(job, version=1))
    store.create(act, job, event, answer)
    return answer


def confirm_import(act: Act, import_id: str) -> ImportView:
    """Let a checked file count: from here on its outcome is decided. Raises ImportNotReady, AlreadyImported."""
    job = _own(act.actor, import_id)
    if job.state is not ImportState.STAGED:
        raise errors.ImportNotReady()
    after = replace(job, state=ImportState.APPLYING)
    told = {"rows": job.rows, "root": job.root, "sha256": job.sha256}
    return _moved(act, job, after, events.IMPORT_ACTIVATED, told, claim=True)


def cancel_import(act: Act, import_id: str) -> ImportView:
    """Drop a file that does not count yet. Raises ImportNotReady."""
    job = _own(act.actor, import_id)
    if job.state not in (ImportState.RECEIVED, ImportState.STAGED):
        raise errors.ImportNotReady()
    return _moved(act, job, replace(job, state=ImportState.CANCELLED), events.IMPORT_CANCELLED, {})


def view_import(actor: Principal, import_id: str) -> ImportView:
    """Where an import stands."""
    return import_view(_own(actor, import_id))


def list_imports(actor: Principal, page: PageRequest) -> Page[ImportView]:
    """The imports of one's office, newest first."""
    return store.page_of_region(_region(actor), page).map(import_view)


def import_errors(actor: Principal, import_id: str, page: PageRequest) -> Page[RowError]:
    """What is wrong with a file, by row."""
    return store.page_of_errors(_own(actor, import_id).id, page)


def error_sheet(actor: Principal, import_id: str, kind: str) -> bytes:
    """The same as a file to work through."""
    return sheets.problem_sheet(store.all_errors(_own(actor, import_id).id), kind)


def template_sheet(register: Register, kind: str) -> bytes:
    """An empty file with the right head."""
    required = {rules.KEY[register], *rules.REQUIRED[register]}
    head = [label + ("*" if name in required else "") for name, label in rules.COLUMNS[register].items()]
    return sheets.write(kind, head, ())


def go_on(event: Event) -> None:
    """The next step after an event of an import. Any event but the newest was already followed."""
    steps = {
        events.IMPORT_RECEIVED: _check,
        events.IMPORT_ACTIVATED: _apply_next,
        events.IMPORT_ADVANCED: _apply_next,
    }
    step = steps.get(event.type)
    if step is None:
        return
    job = store.get(event.subject.id)
    if job.version == event.version:
        try:
            step(job)
        except Stale:
            return  # the same event came twice at once, and the other one was faster


def _check(job: Job) -> None:
    act = system_act("registry-import")
    checked = checking.check(job, store.read_file(job))
    if checked.errors:
        shown = checked.errors[: rules.MAX_ERRORS]
        store.write_errors(job, shown, act.at)
        after = replace(job, state=ImportState.REFUSED, errors=len(checked.errors), rows=len(checked.offers))
    else:
        after = _staged(act, job, checked)
    told = {"state": after.state.value, "rows": after.rows, "errors": after.errors, "root": after.root}
    _moved(act, job, after, events.IMPORT_CHECKED, told, role=Role.SYSTEM.value)


def _staged(act: Act, job: Job, checked: Checked) -> Job:
    chunks = [
        checked.offers[start : start + rules.CHUNK] for start in range(0, len(checked.offers), rules.CHUNK)
    ]
    for number, offers in enumerate(chunks):
        store.stage(job, number, offers, act.at)
    created = changed = clashes = 0
    for offer in checked.offers:
        held = checked.held.get(offer.code)
        weighed = _weighed(job, held, offer) if held else None
        created += held is None
        changed += bool(weighed and weighed.changes)
        clashes += len(weighed.clashes) if weighed else 0
    return replace(
        job,
        state=ImportState.STAGED,
        rows=len(checked.offers),
        chunks=len(chunks),
        created=created,
        changed=changed,
        clashes=clashes,
        root=_root(job, checked.offers),
    )


def _weighed(job: Job, held: Project | Enterprise, offer: Offer) -> Merge:
    if isinstance(held, Project):
        return offer_rules.weigh_project(held, offer, job.source)
    return offer_rules.weigh_enterprise(held, offer, job.source)


def _root(job: Job, offers: list[Offer]) -> str:
    """One hash for all rows (RFC 9162 tree); the leaves are keyed, so that they tell nothing about a person."""
    leaves = (
        leaf_hash(crypto.mac("lookup-key", f"import|{job.id}|{one.row}|{canonical(dict(one.fields))}"))
        for one in offers
    )
    return Tree().grown(leaves)[0].root().hex()


def _apply_next(job: Job) -> None:
    if job.state is not ImportState.APPLYING:
        return
    act = system_act("registry-import")
    offers = store.staged(job, job.chunks_done)
    # Rows of one file never share a record, so that they can wait for the storage side by side.
    with ThreadPoolExecutor(_ABREAST) as threads:
        for written in [threads.submit(applying.apply, act, job, offer) for offer in offers]:
            written.result()
    after = replace(job, chunks_done=job.chunks_done + 1, done=job.done + len(offers))
    finished = after.chunks_done == job.chunks
    if finished:
        after = replace(after, state=ImportState.APPLIED)
    kind = events.IMPORT_FINISHED if finished else events.IMPORT_ADVANCED
    _moved(act, job, after, kind, {"done": after.done}, role=Role.SYSTEM.value)


def _moved(
    act: Act,
    before: Job,
    after: Job,
    kind: str,
    told: dict[str, object],
    *,
    role: str = "",
    claim: bool = False,
) -> ImportView:
    role = role or history.role_of(act, permissions.RUN_IMPORTS, before.place)
    event = following(act, kind, before, role, told)
    answer = import_view(replace(after, version=before.version + 1))
    store.advance(act, before, after, event, answer, claim=claim)
    return answer


def _own(actor: Principal, import_id: str) -> Job:
    return store.get(import_id, actor.reach(permissions.RUN_IMPORTS))


def _region(actor: Principal) -> str:
    reach: Reach = actor.reach(permissions.RUN_IMPORTS)
    if reach.everywhere:
        return ""
    held = reach.of("region")
    if not held:
        raise Forbidden()
    return held[0]
