"""Starts everything in order, keeps it running, and stops all of it."""

import contextlib
import errno
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import FrameType

from botocore.exceptions import BotoCoreError, ClientError

from mashangban.gateway import engines, keys
from mashangban.gateway.banner import banner
from mashangban.gateway.buckets import create_bucket
from mashangban.gateway.children import Child, Program, die_with_parent
from mashangban.gateway.data_folder import NEEDED_MB, claim, free_mb
from mashangban.gateway.engine_file import index_stream_records
from mashangban.gateway.environment import Addresses, environment
from mashangban.gateway.health import write_json
from mashangban.gateway.messages import CannotStartError, say
from mashangban.gateway.settings import ROOT, LocalSettings
from mashangban.gateway.tables import TableChangedError, create_tables
from mashangban.gateway.template import Template, read_template

_STEP_S = 0.05
_PATIENCE_S = 60.0
_DISK_CHECK_S = 30.0
_ATTEMPTS = 3


class StoppedError(Exception):
    """The person asked to stop while something was starting."""


class Supervisor:
    """One running stack."""

    def __init__(self, settings: LocalSettings) -> None:
        self._settings = settings
        self._children: list[Child] = []
        self._recovering: set[str] = set()
        self._state_is_old = False
        self._stopping = False
        self._seeding: subprocess.Popen[bytes] | None = None
        self._disk_checked = time.monotonic()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask_to_stop)

    def _ask_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping = True

    def run(self) -> None:
        """Runs until it is asked to stop. Raises CannotStartError; leaves nothing running either way."""
        if engines.listens(self._settings.port, self._local_host()):
            raise CannotStartError("port-busy", port=self._settings.port, other=self._other_port())
        lock = claim(self._settings)
        say("starting")
        try:
            self._start_all()
            self._watch()
        except StoppedError:
            pass
        finally:
            self._stop_all()
            lock.close()

    def _local_host(self) -> str:
        return "127.0.0.1" if self._settings.host == "0.0.0.0" else self._settings.host  # noqa: S104 (compared)

    def _other_port(self) -> int:
        candidates = range(self._settings.port + 1, 65536)
        return next((port for port in candidates if not engines.listens(port)), self._settings.port)

    def _start_all(self) -> None:
        settings = self._settings
        template = self._template = _template(settings)
        keys.create_missing(settings.secrets)
        ports = [engines.free_port() for _ in range(3)]
        at = Addresses(*(f"http://127.0.0.1:{port}" for port in ports))
        variables = environment(settings, template, at, keys.object_store_keys(settings.secrets))
        os.environ.update(variables)  # the supervisor itself creates tables and buckets
        try:
            started = [
                self._start(make(settings, port, variables))
                for make, port in zip(
                    (engines.dynamodb, engines.objects, engines.sandbox), ports, strict=True
                )
            ]
        except engines.EngineMissingError as missing:
            raise CannotStartError("engine-missing", what=missing) from missing
        for child in started:
            self._wait_ready(child)
        _prepare(settings, template)
        for name in ("streams", "schedules", "web"):
            self._start(self._own(name, variables))
        self._wait_ready(self._children[-1])
        print(banner(settings, variables["PUBLIC_URL"]), flush=True)
        self._seed(variables)

    def _own(self, name: str, variables: Mapping[str, str]) -> Program:
        host, port = self._local_host(), self._settings.port
        ready: dict[str, Callable[[], bool]] = {"web": lambda: engines.listens(port, host)}
        return Program(
            name=name,
            command=(sys.executable, "-m", f"mashangban.gateway.{name}"),
            environment=variables,
            log=self._settings.logs / f"{name}.log",
            ready=ready.get(name, lambda: True),
        )

    def _start(self, program: Program) -> Child:
        child = Child(program)
        self._children.append(child)
        child.start()
        self._write_state()
        return child

    def _write_state(self) -> None:
        """Where everything listens and under which process ids, for tools that look at a running stack."""
        running = {child.program.name: child.pid for child in self._children if child.process is not None}
        state = {"dynamodb": os.environ["AWS_ENDPOINT_URL_DYNAMODB"], "objects": os.environ["AWS_ENDPOINT_URL_S3"],
                 "sandbox": os.environ["WECHAT_API_URL"], "public_url": os.environ["PUBLIC_URL"],
                 "pids": {"supervisor": os.getpid(), **running}}  # fmt: skip
        write_json(self._state_file(), state)
        self._state_is_old = False

    def _state_file(self) -> Path:
        return self._settings.run / "stack.json"

    def _wait_ready(self, child: Child) -> None:
        deadline, attempts = time.monotonic() + _PATIENCE_S, 1
        while not child.program.ready():
            self._pause()
            if child.ended() is not None:
                if attempts == _ATTEMPTS:
                    raise self._explained(child)
                attempts += 1
                time.sleep(child.plan_restart())
                child.start()
            elif time.monotonic() > deadline:
                raise self._explained(child)

    def _explained(self, child: Child) -> CannotStartError:
        words = child.last_words()
        if child.program.name == "engine" and ("not a valid SQLite" in words or "malformed" in words):
            reason = words.splitlines()[-1]
            return CannotStartError("data-damaged", reason=reason, data=self._settings.data)
        name, log = child.program.name, child.program.log
        return CannotStartError("not-starting", name=name, log=log, words=words)

    def _pause(self) -> None:
        if self._stopping:
            raise StoppedError
        time.sleep(_STEP_S)

    def _watch(self) -> None:
        while True:
            self._pause()
            for child in self._children:
                _unless_full(partial(self._look_after, child))
            if self._state_is_old:
                _unless_full(self._write_state)
            _unless_full(self._look_after_seeding)
            _unless_full(self._look_after_disk)

    def _look_after(self, child: Child) -> None:
        name = child.program.name
        if child.process is None:
            if time.monotonic() >= child.not_before:
                child.start()
                self._state_is_old = True
        elif (status := child.ended()) is not None:
            wait = child.plan_restart()
            self._recovering.add(name)
            say("restarted", name=name, status=_status(status), wait=wait, log=child.program.log)
        elif name in self._recovering and child.program.ready() and self._complete(name):
            self._recovering.discard(name)
            say("recovered", name=name)

    def _complete(self, name: str) -> bool:
        """A killed object store forgets a bucket that holds nothing yet, and rules: it gets them again."""
        if name == "objects":
            try:
                create_bucket(self._template)
            except (BotoCoreError, ClientError):
                return False
        return True

    def _look_after_disk(self) -> None:
        if time.monotonic() - self._disk_checked > _DISK_CHECK_S:
            self._disk_checked = time.monotonic()
            if (free := free_mb(self._settings)) < NEEDED_MB:
                say("disk-low", data=self._settings.data, free=free)

    def _seed(self, variables: Mapping[str, str]) -> None:
        """Lets the demo seeder speak to the running server, once for a data folder."""
        folder = ROOT / "infra" / "demo"
        if not self._settings.demo or not folder.exists() or self._seeded_mark().exists():
            return
        say("seeding")
        search = f"{variables['PYTHONPATH']}:{ROOT / 'infra'}"
        self._seeding = subprocess.Popen(
            (sys.executable, "-m", "demo"),
            env={**variables, "PYTHONPATH": search},
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=die_with_parent,
        )

    def _seeded_mark(self) -> Path:
        return self._settings.data / "demo-seeded"

    def _look_after_seeding(self) -> None:
        if self._seeding is None or (status := self._seeding.poll()) is None:
            return
        if status == 0:
            self._seeded_mark().touch()
        self._seeding = None
        if status == 0:
            say("seeded")
            print(banner(self._settings, os.environ["PUBLIC_URL"]), flush=True)
        else:
            say("seeding-failed", log=self._settings.logs)

    def _stop_all(self) -> None:
        say("stopping")
        if self._seeding is not None:
            self._seeding.terminate()
            self._seeding.wait()
        for child in reversed(self._children):
            child.stop()
        self._state_file().unlink(missing_ok=True)
        say("stopped", data=self._settings.data)


def _template(settings: LocalSettings) -> Template:
    try:
        return read_template(settings.template, settings.public_url)
    except (OSError, ValueError, KeyError) as reason:
        raise CannotStartError("template", reason=reason) from reason


def _prepare(settings: LocalSettings, template: Template) -> None:
    try:
        create_tables(template)
    except TableChangedError as changed:
        raise CannotStartError("tables-changed", reason=changed) from changed
    create_bucket(template)
    if settings.engine == "dynoxide":
        with contextlib.suppress(sqlite3.Error):  # it only makes the engine faster
            index_stream_records(settings.data / "dynamodb.sqlite")


def _unless_full(act: Callable[[], None]) -> None:
    """On a full disk the supervisor stays, and the next step tries again."""
    try:
        act()
    except OSError as refused:
        if refused.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise


def _status(status: int) -> str:
    return signal.Signals(-status).name if status < 0 else str(status)
