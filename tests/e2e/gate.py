"""A gate at a site: a machine that knows docs/gate-api.md, a device id and a secret, and sends what it saw later."""

import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from datetime import time as clock_time

from mashangban.kernel.clock import SHANGHAI
from tests import wire
from tests.e2e.world import Json, Site

PATH = "/v1/attendance/passes"
MOST = 200


@dataclass
class Gate:
    """Passes wait here until `report` sends them all, as after a day without a network."""

    url: str
    device_id: str
    secret: str
    waiting: list[Json] = field(default_factory=list)
    count: int = 0

    def saw(self, contract_id: str, day: date, came: str, left: str) -> None:
        """Somebody came in and went out again, by the clock on the gate."""
        for direction, at in (("in", came), ("out", left)):
            moment = datetime.combine(day, clock_time.fromisoformat(at), SHANGHAI)
            self.count += 1
            self.waiting.append(
                {
                    "worker": contract_id,
                    "at": moment.isoformat(),
                    "direction": direction,
                    "sequence": self.count,
                }
            )

    def report(self) -> list[str]:
        """What became of each pass."""
        results: list[str] = []
        while self.waiting:
            part, self.waiting = self.waiting[:MOST], self.waiting[MOST:]
            results += [one["state"] for one in self._send(part)]
        return results

    def _send(self, passes: list[Json]) -> Iterable[Json]:
        body = json.dumps({"passes": passes}).encode()
        timestamp, request = str(int(time.time())), secrets.token_hex(16)
        lines = ("POST", PATH, timestamp, request, hashlib.sha256(body).hexdigest())
        signature = hmac.new(self.secret.encode(), "\n".join(lines).encode(), hashlib.sha256).hexdigest()
        headers = {
            "Content-Type": "application/json", "X-Device-Id": self.device_id, "X-Timestamp": timestamp,
            "X-Request-Id": request, "X-Signature": signature,
        }  # fmt: skip
        answer = wire.post(self.url + PATH, content=body, headers=headers, timeout=60)
        assert answer.is_success, answer.text
        return list(answer.json()["results"])


def install(site: Site, late_days: int) -> Gate:
    """The labour clerk registers a gate; it may report passes up to so many days old."""
    form = {"name": "一号闸机", "spot": "工地北门", "late_days": late_days}
    answer = site.clerk.post(f"/v1/attendance/projects/{site.id}/devices", form)
    assert answer.is_success, answer.text
    return Gate(site.world.url, str(answer.json()["id"]), str(answer.json()["secret"]))
