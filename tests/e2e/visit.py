"""A hall that an office enters by hand, with one place a period; and the day of a visit, come at once."""

import os
import re
import subprocess
import sys
from datetime import timedelta

from mashangban.domains.appointments.models import BookingRecord
from mashangban.kernel import clock, ids
from tests.e2e.office import Office
from tests.e2e.screen import ROOT
from tests.e2e.world import World

COUNTY, MATTER = "330203", "补办社会保障卡"
PERIODS = "09:00-09:30\n09:30-10:00"


def enter_hall(desk: Office) -> str:
    """The county's officer writes down a new hall; gives its id."""
    desk.open(f"/console/appointments/halls/new?county={COUNTY}")
    given = {
        "name": f"样例大厅 {ids.new_id()[-6:]}",
        "address": "中山西路 12 号",
        "phone": "0574-12345",
        "latitude": "29.876",
        "longitude": "121.54",
        "periods": PERIODS,
        "matters": f"card|{MATTER}|1|身份证",
        "counters": "1号窗口|card|开",
    }
    for name, text in given.items():
        desk.page.locator(f'[name="{name}"]').fill(text)
    desk.page.get_by_role("button", name="保存").click()
    desk.sees("大厅已登记")
    found = re.search(r"halls/([^/?]+)", desk.page.url)
    assert found, desk.page.url
    return found[1]


def come(world: World, booking_id: str) -> None:
    """Let the time of a visit be now, without waiting for its day."""
    command = [sys.executable, "-m", "mashangban.gateway.inside", sys.executable, "-m", "tests.e2e.visit"]
    environment = {**os.environ, "DATA": str(world.stack.data), "PYTHONPATH": f"{ROOT / 'backend'}:{ROOT}"}
    done = subprocess.run(
        [*command, booking_id], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _bring_forward(booking_id: str) -> None:
    one, now = BookingRecord.get(f"BOOKING#{booking_id}", "BOOKING"), clock.now()
    today = clock.local_date(now)
    one.update(
        [
            BookingRecord.day.set(today),
            BookingRecord.starts_at.set(now),
            BookingRecord.ends_at.set(now + timedelta(minutes=30)),
            BookingRecord.GSI2PK.set(f"VISITS#{one.hall_id}#{today}"),
        ]
    )


if __name__ == "__main__":
    _bring_forward(sys.argv[1])
