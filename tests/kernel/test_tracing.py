"""Tracing on Lambda: real segments, caught on the socket where the X-Ray daemon would listen."""

import json
import os
import socket
import subprocess
import sys
from typing import Any

import pytest

from tests.engine import ROOT

_PROGRAM = """
from mashangban.kernel import sessions, tracing
from mashangban.kernel.clock import now
with tracing.span("sign"):
    sessions.read("nobody", now())
"""
_ELSEWHERE = """
import sys
from mashangban.kernel import tracing
with tracing.span("x"):
    pass
assert "aws_xray_sdk" not in sys.modules
"""
_TRACE = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1"


def caught(listener: socket.socket) -> list[dict[str, Any]]:
    """Every subsegment that arrived: a header line, then JSON."""
    found = []
    listener.settimeout(1)
    try:
        while True:
            _, _, body = listener.recv(65536).partition(b"\n")
            found.append(json.loads(body))
    except TimeoutError:
        return found


def names_in(segment: dict[str, Any]) -> list[str]:
    """A segment's name and those of the calls inside it."""
    inner = [name for one in segment.get("subsegments", []) for name in names_in(one)]
    return [segment["name"], *inner]


@pytest.mark.usefixtures("tables")
def test_a_span_and_the_one_call_inside_it_reach_the_daemon_once(engine_url: str) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listener:
        listener.bind(("127.0.0.1", 0))
        env = {
            **os.environ,
            "PYTHONPATH": str(ROOT / "backend"),
            "TRACING": "1",
            "LAMBDA_TASK_ROOT": str(ROOT),
            "_X_AMZN_TRACE_ID": _TRACE,
            "AWS_XRAY_DAEMON_ADDRESS": f"127.0.0.1:{listener.getsockname()[1]}",
            "AWS_ENDPOINT_URL_DYNAMODB": engine_url,
        }
        subprocess.run([sys.executable, "-c", _PROGRAM], env=env, check=True, capture_output=True, timeout=60)
        names = [name for one in caught(listener) for name in names_in(one)]
    assert sorted(names) == ["dynamodb", "sign"]


def test_elsewhere_a_span_is_nothing_at_all() -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "backend")}
    subprocess.run([sys.executable, "-c", _ELSEWHERE], env=env, check=True, timeout=60)
