"""Gate devices, and what they bring."""

import json
from datetime import datetime, timedelta
from typing import Any

from mashangban.domains.attendance import errors
from mashangban.domains.attendance.models import TABLE, BatchRecord, DeviceNameRecord, DeviceRecord
from mashangban.domains.attendance.rules import sequences
from mashangban.domains.attendance.rules.device import Device, Pass
from mashangban.domains.attendance.terms import Direction
from mashangban.kernel import clock, crypto, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

_FIELDS = tuple(Device.__dataclass_fields__)
_GUARD_KEPT = timedelta(hours=1)


def device(device_id: str, reach: Reach | None = None) -> Device:
    """A device with its secret. Raises NotFound when there is none within reach."""
    try:
        found = _to_device(DeviceRecord.get(f"DEVICE#{device_id}", "DEVICE", consistent_read=True))
    except DeviceRecord.DoesNotExist as missing:
        raise NotFound() from missing
    if reach is not None:
        reach.require(found.place)
    return found


def of_project(project_id: str, page: PageRequest) -> Page[Device]:
    """A project's devices by name."""
    found = pagination.query(DeviceRecord, f"DEVICES#{project_id}", page, index="GSI1")
    return found.map(_to_device)


def register(act: Act, new: Device, event: Event, answer: Schema) -> None:
    """Write a new device. Raises DeviceNameTaken."""
    with Transaction(act, TABLE) as tx:
        tx.create(_to_record(new), event)
        name = DeviceNameRecord(f"DEVICENAME#{new.project.id}#{new.name}", "DEVICENAME")
        tx.create(name, otherwise=errors.DeviceNameTaken())
        tx.answer(answer)


def change(act: Act, before: Device, after: Device, event: Event, answer: Schema) -> None:
    """Give a device another secret or another state."""
    actions = [
        DeviceRecord.secret.set(_seal_secret(after)),
        DeviceRecord.state.set(after.state),
    ]
    with Transaction(act, TABLE) as tx:
        tx.amend(_key(before), event, actions)
        tx.answer(answer)


def take(
    act: Act, before: Device, passes: list[Pass], request_id: str, skew_seconds: int, event: Event | None
) -> None:
    """Store a request's new passes at once, with what was seen of the device. Raises RequestReplayed.

    Without new passes (a heartbeat, a repeat) only the request's number and the time are noted.
    """
    seen = [DeviceRecord.last_seen_at.set(act.at), DeviceRecord.skew_seconds.set(skew_seconds)]
    record = BatchRecord(
        f"DEVICE#{before.id}", f"BATCH#{request_id}", passes=_seal(before.id, request_id, passes)
    )
    if event is None:
        record.expires_at = int((act.at + _GUARD_KEPT).timestamp())
    with Transaction(act, TABLE) as tx:
        tx.create(record, otherwise=errors.RequestReplayed())
        if event is None:
            tx.update(_key(before), seen)
        else:
            numbers = [one.sequence for one in passes]
            taken = DeviceRecord.taken.set(sequences.including(before.taken, numbers))
            tx.amend(_key(before), event, [*seen, taken])


def batch(device_id: str, request_id: str) -> list[Pass]:
    """The passes that one request brought."""
    record = BatchRecord.get(f"DEVICE#{device_id}", f"BATCH#{request_id}", consistent_read=True)
    raw = json.loads(crypto.unseal(record.passes, _context(device_id, request_id)))
    return [Pass(worker, _instant(at), Direction(way), number) for worker, at, way, number in raw]


def _instant(text: str) -> datetime:
    return clock.from_text(text)


def _seal(device_id: str, request_id: str, passes: list[Pass]) -> str:
    lines = [[one.worker, clock.to_text(one.at), one.direction.value, one.sequence] for one in passes]
    return crypto.seal(json.dumps(lines), _context(device_id, request_id))


def _context(device_id: str, request_id: str) -> str:
    return f"attendance|DEVICE#{device_id}|BATCH#{request_id}"


def _seal_secret(one: Device) -> str:
    return crypto.seal(one.secret, f"attendance|DEVICE#{one.id}|secret")


def _to_device(record: DeviceRecord) -> Device:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    secret = crypto.unseal(record.secret, f"attendance|DEVICE#{record.id}|secret")
    numbers = {name: int(values[name]) for name in ("late_days", "skew_seconds", "version")}
    return Device(**{**values, **numbers, "secret": secret})


def _key(one: Device) -> DeviceRecord:
    return DeviceRecord(f"DEVICE#{one.id}", "DEVICE")


def _to_record(one: Device) -> DeviceRecord:
    values = {name: getattr(one, name) for name in _FIELDS if name != "secret"}
    return DeviceRecord(
        f"DEVICE#{one.id}",
        "DEVICE",
        GSI1PK=f"DEVICES#{one.project.id}",
        GSI1SK=one.name,
        secret=_seal_secret(one),
        **values,
    )
