"""What people sent and what they were answered: the truth that the product is held to afterwards."""

import json
import threading
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Sent:
    """One submission under its key. `status` 0: nobody ever answered it for good."""

    who: str
    method: str
    path: str
    body: dict[str, Any]
    key: str
    status: int
    answer: dict[str, Any]
    tries: int

    @property
    def acknowledged(self) -> bool:
        return 200 <= self.status < 300


@dataclass
class Journal:
    """All submissions, as they were settled; written by many threads."""

    sent: list[Sent] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, one: Sent) -> None:
        with self._lock:
            self.sent.append(one)

    @property
    def acknowledged(self) -> list[Sent]:
        return [one for one in self.sent if one.acknowledged]

    def tally(self) -> Counter[str]:
        """How often which act ended how."""
        return Counter(f"{act_of(one.path)} {one.status or 'no answer'}" for one in self.sent)

    def write(self, path: Path) -> None:
        path.write_text(json.dumps([asdict(one) for one in self.sent], ensure_ascii=False), "utf-8")


def read(path: Path) -> Journal:
    """A journal as it was written."""
    return Journal([Sent(**raw) for raw in json.loads(path.read_text("utf-8"))])


def act_of(path: str) -> str:
    """A path without what names one thing: `/v1/x/bookings/0193…/confirmation` -> `x bookings confirmation`."""
    parts = [part for part in path.split("/")[2:] if not any(letter.isdigit() for letter in part)]
    return " ".join(parts)
