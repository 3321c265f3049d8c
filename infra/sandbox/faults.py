"""The switchboard: makes a partner slow, broken, silent after success, or repeat its callbacks or lie in them."""

import threading
from dataclasses import asdict, dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong; `times` counts the requests it still touches, None means until it is removed. `clock_s` is by
    how much the partner's clock is fast (below 0: slow)."""

    delay_ms: int = 0
    clock_s: int = 0
    status: int | None = None
    drop_after_success: bool = False
    duplicate_callback: bool = False
    contradict_callback: bool = False
    times: int | None = None

    @classmethod
    def parse(cls, raw: object) -> "Fault":
        """Read the JSON of a PUT; ValueError names what is wrong."""
        if not isinstance(raw, dict) or not set(raw) <= set(cls.__dataclass_fields__):
            raise ValueError(f"known fields: {', '.join(cls.__dataclass_fields__)}")
        fault = cls(**raw)
        _require(_is_count(fault.delay_ms) and fault.delay_ms <= 120_000, "delay_ms: 0 to 120000")
        _require(_is_count(abs(fault.clock_s)) and abs(fault.clock_s) <= 86_400, "clock_s: within a day")
        _require(fault.status is None or fault.status in range(400, 600), "status: 400 to 599")
        _require(fault.times is None or (_is_count(fault.times) and fault.times > 0), "times: 1 or more")
        _require(isinstance(fault.drop_after_success, bool), "drop_after_success: true or false")
        _require(isinstance(fault.duplicate_callback, bool), "duplicate_callback: true or false")
        _require(isinstance(fault.contradict_callback, bool), "contradict_callback: true or false")
        return fault

    def as_json(self) -> dict[str, Any]:
        """Give the wire shape."""
        return asdict(self)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _require(holds: bool, message: str) -> None:
    if not holds:
        raise ValueError(message)


class Switchboard:
    """Holds at most one fault per partner; a restart clears all of them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._faults: dict[str, Fault] = {}

    def set(self, partner: str, fault: Fault) -> None:
        """Switch a fault on."""
        with self._lock:
            self._faults[partner] = fault

    def clear(self, partner: str | None = None) -> None:
        """Switch one partner's fault off, or all."""
        with self._lock:
            for name in [partner] if partner else list(self._faults):
                self._faults.pop(name, None)

    def all(self) -> dict[str, Fault]:
        """Show what is on."""
        with self._lock:
            return dict(self._faults)

    def use(self, partner: str) -> Fault:
        """Return the fault that touches this request and count it."""
        with self._lock:
            fault = self._faults.get(partner)
            if fault is None:
                return Fault()
            if fault.times is not None:
                left = fault.times - 1
                if left:
                    self._faults[partner] = replace(fault, times=left)
                else:
                    del self._faults[partner]
            return fault
