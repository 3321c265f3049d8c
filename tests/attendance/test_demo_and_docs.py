"""What others copy works: the demo's days, and the shell lines of docs/gate-api.md."""

import re
import subprocess
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

from demo import attendance as demo
from demo.ground import Ground
from mashangban.domains.attendance.repository import devices
from mashangban.domains.attendance.rules import device
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from tests.attendance.conftest import Crew, new_project

DOC = Path(__file__).parents[2] / "docs/gate-api.md"


def test_the_demo_fills_the_last_weeks_of_a_team(tables: str) -> None:
    crew = Crew(*new_project())
    team: Any = SimpleNamespace(project=SimpleNamespace(id=crew.project_id))
    ground = Ground(Random(1), teams=[team], clerks={crew.project_id: crew.clerk})
    told: list[str] = []
    demo.fill(ground, told.append)
    assert len(told) == 2
    (gate,) = devices.of_project(crew.project_id, PageRequest()).items
    taken = devices.device(gate.id).taken
    assert taken == ((0, 3 * 6 * 2 - 1),)
    crew.stir(Subject("device", gate.id))


def test_the_shell_lines_of_the_gate_api_sign_as_the_service_expects() -> None:
    lines = re.search(r"```sh\n(.*?)curl", DOC.read_text("utf-8"), re.DOTALL)
    assert lines is not None
    script = f'SECRET=abc\n{lines.group(1)}\nprintf \'%s\\n\' "$BODY" "$NOW" "$REQUEST" "$SIGNATURE"'
    shell = subprocess.run(["bash", "-ec", script], capture_output=True, text=True, check=True)
    body, now, request, signed = shell.stdout.splitlines()
    assert signed == device.signature("abc", "POST", "/v1/attendance/passes", now, request, body.encode())
