"""Gate devices: registered by the site's office, then known by their signature alone."""

import hmac
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mashangban.domains.attendance import errors, events, permissions
from mashangban.domains.attendance.models import AttendanceEmployment
from mashangban.domains.attendance.repository import devices as repository
from mashangban.domains.attendance.rules import device as rules
from mashangban.domains.attendance.rules.calendar import day_of
from mashangban.domains.attendance.rules.device import Device, Judged, Pass
from mashangban.domains.attendance.schemas import (
    DeviceForm,
    DeviceKey,
    DeviceView,
    PassAnswer,
    PassReport,
    PassResult,
    Roster,
    RosterLine,
)
from mashangban.domains.attendance.terms import DeviceState
from mashangban.employment import repository as employments
from mashangban.employment.rules import Employment, Named
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import happened
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import SYSTEM_GRANT, Principal, Role
from mashangban.registry import service as registry

_SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Signed:
    """A machine's request as it came: what the signature covers, and what it claims."""

    method: str
    target: str
    body: bytes
    device_id: str
    timestamp: str
    request_id: str
    signature: str


@dataclass(frozen=True, slots=True)
class Caller:
    """A device whose signature held, and how far its clock is ahead."""

    device: Device
    ahead: timedelta
    request_id: str


def list_devices(actor: Principal, project_id: str, page: PageRequest) -> Page[DeviceView]:
    """A project's gates, with when each was last heard of. Raises NotFound beyond reach."""
    actor.reach(permissions.VIEW_DEVICES).require(registry.project(project_id).place)
    return repository.of_project(project_id, page).map(device_view)


def register(act: Act, project_id: str, form: DeviceForm) -> DeviceKey:
    """Register a gate; its secret is in this answer and nowhere else. Raises DeviceNameTaken."""
    project = registry.project(project_id)
    role = act.actor.role_for(permissions.MANAGE_DEVICES, project.place)
    new = Device(
        id=ids.new_id(act.at),
        name=form.name,
        spot=form.spot,
        project=Named(project.id, project.name),
        region=project.county,
        orgs=tuple(sorted(project.place.orgs)),
        secret=_new_secret(),
        state=DeviceState.ACTIVE,
        late_days=form.late_days,
        registered_at=act.at,
    )
    event = happened(act, events.DEVICE_REGISTERED, new.subject, {"project": project.id}, role=role)
    key = _key(new)
    repository.register(act, new, event, key)
    return key


def rotate(act: Act, device_id: str) -> DeviceKey:
    """Another secret at once: the old one signs nothing any more."""
    device = repository.device(device_id, act.actor.reach(permissions.MANAGE_DEVICES))
    if device.state is DeviceState.REVOKED:
        raise errors.DeviceRevoked()
    after = replace(device, secret=_new_secret())
    key = _key(after)
    _change(act, device, after, events.DEVICE_ROTATED, key)
    return key


def revoke(act: Act, device_id: str) -> DeviceView:
    """A device that is lost or broken sends nothing any more; what it brought stays."""
    device = repository.device(device_id, act.actor.reach(permissions.MANAGE_DEVICES))
    after = replace(device, state=DeviceState.REVOKED)
    view = device_view(after)
    _change(act, device, after, events.DEVICE_REVOKED, view)
    return view


def admit(signed: Signed, now: datetime) -> Caller:
    """Know a device by its signature. Raises BadSignature, DeviceRevoked, ClockSkewed."""
    try:
        device = repository.device(signed.device_id)
    except NotFound as unknown:
        raise errors.BadSignature() from unknown
    expected = rules.signature(
        device.secret, signed.method, signed.target, signed.timestamp, signed.request_id, signed.body
    )
    if not hmac.compare_digest(expected.encode(), signed.signature.encode()):
        raise errors.BadSignature()
    if device.state is DeviceState.REVOKED:
        raise errors.DeviceRevoked()
    return Caller(device, rules.skew(signed.timestamp, now), signed.request_id)


def take(caller: Caller, report: PassReport, now: datetime) -> PassAnswer:
    """Take a device's report as one act. Each line has its own result; a repeat is answered as the first time.

    Raises RequestReplayed.
    """
    passes = [Pass(one.worker, one.at, one.direction, one.sequence) for one in report.passes]
    known = employments.many(AttendanceEmployment, [one.worker for one in passes])
    judged = rules.judge(caller.device, passes, known, now, caller.ahead)
    _store(caller, judged, now)
    results = [
        PassResult(sequence=one.passed.sequence, state=one.state, repeated=one.repeated) for one in judged
    ]
    return PassAnswer(results=results, skew_seconds=_seconds(caller.ahead))


def roster(caller: Caller, now: datetime, page: PageRequest) -> Roster:
    """Who may pass the gate today (条例 Art. 28: no contract in force, no entry)."""
    project = caller.device.project
    found = employments.at_project(AttendanceEmployment, project.id, page)
    today = day_of(now)
    lines = [_roster_line(one) for one in found.items if one.in_force and one.covers(today)]
    return Roster(project=project.name, workers=lines, next_cursor=found.next_cursor)


def device_view(device: Device) -> DeviceView:
    """A device without its secret."""
    return DeviceView(
        id=device.id,
        name=device.name,
        spot=device.spot,
        state=device.state,
        state_label=device.state.label,
        late_days=device.late_days,
        registered_at=device.registered_at,
        last_seen_at=device.last_seen_at,
        skew_seconds=device.skew_seconds,
        passes=sum(high - low + 1 for low, high in device.taken),
    )


def _store(caller: Caller, judged: list[Judged], now: datetime) -> None:
    device = caller.device
    act = Act(Principal(f"device:{device.id}", "", (SYSTEM_GRANT,), real_name=True), now)
    new = [one.passed for one in judged if one.is_new]
    seconds = _seconds(caller.ahead)
    event = None
    if new:
        data = {
            "batch": caller.request_id,
            "passes": len(new),
            "refused": sum(not one.is_new and not one.repeated for one in judged),
            "skew_seconds": seconds,
        }
        event = happened(
            act,
            events.PASSES_TAKEN,
            device.subject,
            data,
            role=Role.SYSTEM,
            version=device.version + 1,
            previous=device.chain,
        )
    repository.take(act, device, new, caller.request_id, seconds, event)


def _change(act: Act, before: Device, after: Device, kind: str, answer: DeviceKey | DeviceView) -> None:
    role = act.actor.role_for(permissions.MANAGE_DEVICES, before.place)
    event = happened(act, kind, before.subject, role=role, version=before.version + 1, previous=before.chain)
    repository.change(act, before, after, event, answer)


def _key(device: Device) -> DeviceKey:
    return DeviceKey(device=device_view(device), secret=device.secret, id=device.id)


def _new_secret() -> str:
    return secrets.token_urlsafe(_SECRET_BYTES)


def _seconds(ahead: timedelta) -> int:
    return int(ahead.total_seconds())


def _roster_line(one: Employment) -> RosterLine:
    return RosterLine(
        worker=one.contract_id,
        contract_number=one.number,
        name_masked=one.name_masked,
        team=one.team.name,
        trade=one.trade.name,
        from_day=one.starts_on,
        until_day=one.ends_on,
    )
