"""The whole local stack for tests: started on free ports in a folder of its own, stopped on leaving."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import httpx

from tests import wire
from tests.engine import ROOT, free_port

START_LIMIT_S = 90.0
PREFIX = "mashangban-local-"


def wait_for(condition: Callable[[], Any], what: str, limit_s: float = 60.0) -> Any:
    """The first true answer of `condition`; AssertionError naming `what` when there is none in time."""
    deadline, pause_s = time.monotonic() + limit_s, 0.01
    while time.monotonic() < deadline:
        if found := condition():
            return found
        time.sleep(pause_s)
        # Who asks too often takes the time from whom it waits for.
        pause_s = min(pause_s * 1.5, 0.2)
    raise AssertionError(f"waited {limit_s:.0f} s in vain for: {what}")


class LocalStack:
    """`with LocalStack(tmp_path) as stack: httpx.get(stack.url + "/healthz")`.

    A second LocalStack over the same folder finds its data again. Further
    variables (STREAM_DUPLICATES, TEMPLATE, DEMO...) go into its environment.
    """

    module = "mashangban.gateway"

    def __init__(
        self, data: Path, port: int | None = None, variables: Mapping[str, str] | None = None, **more: str
    ) -> None:
        self.data = data
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._variables = {
            "PORT": str(self.port),
            "HOST": "127.0.0.1",
            "DATA": str(data),
            "DEMO": "0",
            **(variables or {}),
            **more,
        }
        self._clients: dict[tuple[str, str], Any] = {}
        self.process: subprocess.Popen[str] | None = None
        self._output = Path(tempfile.mkdtemp(prefix="stack-")) / "output.log"

    def __enter__(self) -> "LocalStack":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Starts the stack and waits until /healthz is all green."""
        self.launch()
        try:
            wait_for(self._settled_start, "the stack to be up", START_LIMIT_S)
        except AssertionError as late:
            self.stop()
            raise AssertionError(f"{late}\n{self.output}") from late

    def launch(self) -> None:
        """Starts the supervisor without waiting for anything."""
        path = f"{ROOT / 'backend'}:{ROOT}"
        with self._output.open("a", encoding="utf-8") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", self.module], cwd=ROOT, text=True,
                env={**_clean_environment(), "PYTHONPATH": path, **self._variables},
                stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ends the supervisor; returns its exit status."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(40)

    @property
    def output(self) -> str:
        """What the supervisor said."""
        return self._output.read_text("utf-8")

    @property
    def state(self) -> dict[str, Any]:
        """Addresses (`dynamodb`, `objects`, `sandbox`) and process ids (`pids`)."""
        state: dict[str, Any] = json.loads((self.data / "run" / "stack.json").read_text("utf-8"))
        return state

    def health(self) -> dict[str, Any]:
        """The answer of /healthz; {"status": "down"} while nobody answers."""
        try:
            answer: dict[str, Any] = wire.get(self.url + "/healthz", timeout=10).json()
        except (httpx.TransportError, ValueError):
            return {"status": "down"}
        return answer

    def settle(self, limit_s: float = 30.0) -> None:
        """Waits until every stream is read to its end and every listener is done."""
        since = time.time()
        wait_for(
            lambda: self.health().get("streams", {}).get("idle_at", 0) > since,
            "the streams to be idle",
            limit_s,
        )

    def holdings(self) -> dict[str, list[Mapping[str, Any]]]:
        """Every stored item, by table (without the stage's prefix)."""
        engine, found = self.client(), dict[str, list[Mapping[str, Any]]]()
        for name in engine.list_tables()["TableNames"]:
            pages = engine.get_paginator("scan").paginate(TableName=name, ConsistentRead=True)
            found[name.removeprefix(PREFIX)] = [item for page in pages for item in page["Items"]]
        return found

    def client(self, service: str = "dynamodb") -> Any:
        """A botocore client of the stack's engine (`dynamodb`, `dynamodbstreams`) or object store (`s3`)."""
        return self._client(service, self.state["objects" if service == "s3" else "dynamodb"])

    def sender(self) -> Any:
        """A client that says something to open connections."""
        return self._client("apigatewaymanagementapi", f"{self.url}/live")

    def public_objects(self) -> Any:
        """A client that signs links for the server's own address, as functions do."""
        return self._client("s3", self.url)

    def _client(self, service: str, address: str) -> Any:
        if (service, address) not in self._clients:
            self._clients[service, address] = self._new_client(service, address)
        return self._clients[service, address]

    def _new_client(self, service: str, address: str) -> Any:
        import botocore.session
        from botocore.config import Config

        config = (
            Config(signature_version="s3v4", s3={"addressing_style": "path"}) if service == "s3" else None
        )
        secret = (self.data / "secrets" / "object-store-key").read_text("ascii")
        return botocore.session.get_session().create_client(
            service, region_name="cn-north-1", endpoint_url=address, config=config,
            aws_access_key_id="local", aws_secret_access_key=secret,
        )  # fmt: skip

    def _settled_start(self) -> bool:
        assert self.process is not None
        if self.process.poll() is not None:
            raise AssertionError(f"the supervisor ended with {self.process.returncode}")
        return bool(self.health()["status"] == "ok")


def _clean_environment() -> dict[str, str]:
    """Without what a test stage sets in this process."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("AWS_", "SECRETS", "OBJECTS_", "PUBLIC_URL"))
    }
