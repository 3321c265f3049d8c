"""Who lives, by what it told last."""

import time
from pathlib import Path

import pytest

from mashangban.gateway.health import heartbeat, write_json


@pytest.mark.parametrize(("ahead_s", "lives"), [(-1, True), (1, True), (-600, False), (600, False)])
def test_a_program_lives_when_it_told_so_a_moment_ago_not_when_a_wrong_clock_says_so(
    tmp_path: Path, ahead_s: int, lives: bool
) -> None:
    write_json(tmp_path / "beat.json", {"at": time.time() + ahead_s})
    assert heartbeat(tmp_path / "beat.json")["ok"] is lives


def test_who_never_told_anything_does_not_live(tmp_path: Path) -> None:
    assert heartbeat(tmp_path / "beat.json") == {"ok": False}
