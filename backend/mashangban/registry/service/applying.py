"""Writing checked rows: each row is one act on one record, and doing it twice changes nothing."""

import random
import time
from dataclasses import replace

from mashangban.identity.identifiers import mask_name
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Busy, Stale
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role
from mashangban.registry import errors, events
from mashangban.registry.repository import conflicts as conflict_store
from mashangban.registry.repository import enterprises as enterprise_store
from mashangban.registry.repository import projects as project_store
from mashangban.registry.rules import offers as rules
from mashangban.registry.rules.imports import Conflict, Job
from mashangban.registry.rules.merge import Clash
from mashangban.registry.rules.offers import Offer
from mashangban.registry.rules.records import Enterprise, Project
from mashangban.registry.terms import ConflictState, Register

_RUNS = 5
_SYSTEM = Role.SYSTEM.value


def apply(act: Act, job: Job, offer: Offer) -> None:
    """Write one row. Someone else's change meanwhile is read anew and weighed again."""
    write = _project if job.register is Register.PROJECTS else _enterprise
    for run in range(_RUNS):
        try:
            return write(act, job, offer)
        except (Stale, errors.CodeTaken):
            time.sleep(random.uniform(0, 0.02) * 2**run)  # noqa: S311 - jitter, not a secret
    raise Busy()


def _project(act: Act, job: Job, offer: Offer) -> None:
    found = project_store.find_codes([offer.code]).get(offer.code)
    if found is None:
        new = replace(rules.new_project(ids.new_id(act.at), offer, job.source), updated_at=act.at)
        told = {"county": new.county, "status": new.status.value, "import": job.id}
        event = following(act, events.PROJECT_REGISTERED, new, _SYSTEM, told)
        return project_store.create(act, new, event, None)
    held = project_store.get(found)
    weighed = rules.weigh_project(held, offer, job.source)
    _queue(act, job, held, weighed.clashes)
    if weighed.changes:
        after = replace(rules.project_after(held, offer, weighed.changes, job.source), updated_at=act.at)
        news: dict[str, object] = {"fields": sorted(weighed.changes), "import": job.id}
        event = following(act, events.PROJECT_CHANGED, held, _SYSTEM, news)
        project_store.save(act, held, after, event, None)
    return None


def _enterprise(act: Act, job: Job, offer: Offer) -> None:
    found = enterprise_store.find_code(offer.code)
    masked = mask_name(offer.fields.get("legal_person", ""))
    if found is None:
        new = replace(rules.new_enterprise(ids.new_id(act.at), offer, job.source, masked), updated_at=act.at)
        told = {"county": new.county, "import": job.id}
        event = following(act, events.ENTERPRISE_REGISTERED, new, _SYSTEM, told)
        return enterprise_store.create(act, new, event, None)
    held = enterprise_store.get(found)
    weighed = rules.weigh_enterprise(held, offer, job.source)
    _queue(act, job, held, weighed.clashes)
    if weighed.changes:
        shown = masked if "legal_person" in weighed.changes else held.legal_person_masked
        after = replace(rules.enterprise_with(held, weighed.changes, job.source, shown), updated_at=act.at)
        news: dict[str, object] = {"fields": sorted(weighed.changes), "import": job.id}
        event = following(act, events.ENTERPRISE_CHANGED, held, _SYSTEM, news)
        enterprise_store.save(act, held, after, event, None)
    return None


def _queue(act: Act, job: Job, held: Project | Enterprise, clashes: tuple[Clash, ...]) -> None:
    for clash in clashes:
        identity = conflict_store.conflict_id(held.id, clash.field, clash.offered_source.value, clash.offered)
        conflict = Conflict(
            id=identity,
            register=job.register,
            record_id=held.id,
            record_name=held.name,
            county=held.county,
            field=clash.field,
            held=clash.held,
            held_source=clash.held_source,
            offered=clash.offered,
            offered_source=clash.offered_source,
            state=ConflictState.OPEN,
            at=act.at,
        )
        told = {"record": held.id, "field": clash.field, "import": job.id}
        event = following(act, events.CONFLICT_FOUND, conflict, _SYSTEM, told)
        conflict_store.create(act, conflict, event)
