"""The program as it is started by hand."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests import wire


def start(folder: Path) -> tuple["subprocess.Popen[str]", str]:
    command = [sys.executable, "-m", "sandbox", "--port", "0", "--data", str(folder)]
    environment = os.environ | {"PYTHONPATH": "infra", "SECRETS": ""}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    return process, process.stdout.readline().split()[-1]


def stop(process: "subprocess.Popen[str]", number: signal.Signals) -> int:
    process.send_signal(number)
    process.communicate(timeout=20)
    return process.returncode


def test_what_a_partner_knows_survives_a_kill_and_ctrl_c_ends_it_cleanly(tmp_path: Path) -> None:
    process, base = start(tmp_path)
    minted = wire.post(f"{base}wechat/codes", json={"device": "d"}).json()
    stop(process, signal.SIGKILL)
    process, base = start(tmp_path)
    page = wire.get(f"{base}wechat/").text
    assert minted["openid"] in page
    assert stop(process, signal.SIGINT) == 0
