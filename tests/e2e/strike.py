"""`python -m tests.e2e.strike <room> <instant>`: one run of a room's own clock, as if it were that instant."""

import os
import subprocess
import sys
from datetime import datetime

from mashangban.deadlines import service as deadlines
from mashangban.domains.attendance.models import AttendanceDeadlineRecord
from mashangban.domains.attendance.service import waiting as attendance
from mashangban.domains.claims.models import ClaimDeadlineRecord
from mashangban.domains.claims.service import climbing as claims
from mashangban.domains.helpdesk.models import HelpDeadlineRecord
from mashangban.domains.helpdesk.service import climbing as helpdesk
from tests.e2e.screen import ROOT
from tests.e2e.world import World


def strike(world: World, room: str, now: datetime) -> None:
    """Let the clock of a room of the running product strike, without waiting for its minute."""
    command = [sys.executable, "-m", "mashangban.gateway.inside"]
    command += [sys.executable, "-m", "tests.e2e.strike", room, now.isoformat()]
    environment = {**os.environ, "DATA": str(world.stack.data), "PYTHONPATH": f"{ROOT / 'backend'}:{ROOT}"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _attendance(now: datetime) -> int:
    return deadlines.sweep(AttendanceDeadlineRecord, now, attendance.fire).failed


def _claims(now: datetime) -> int:
    return deadlines.sweep(ClaimDeadlineRecord, now, claims.fire).failed


def _helpdesk(now: datetime) -> int:
    return deadlines.sweep(HelpDeadlineRecord, now, helpdesk.fire).failed


ROOMS = {"attendance": _attendance, "claims": _claims, "helpdesk": _helpdesk}

if __name__ == "__main__":
    sys.exit(ROOMS[sys.argv[1]](datetime.fromisoformat(sys.argv[2])))
