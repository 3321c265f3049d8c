"""What the local server is told by its environment; the same on the supervisor and on each of its programs."""

import os
import socket
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ENGINES = ("dynoxide", "ministack", "dynamodb-local")


@dataclass(frozen=True, slots=True)
class LocalSettings:
    """PORT, HOST, DATA, DEMO, ENGINE and what only tests change."""

    host: str
    port: int
    data: Path
    demo: bool
    engine: str
    template: Path
    workers: int
    duplicates: float

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        return self.host in ("127.0.0.1", "localhost", "::1")

    @property
    def public_url(self) -> str:
        """The address under which people reach the server; a phone needs this machine's own."""
        name = "127.0.0.1" if self.loopback else self.host
        return f"http://{own_address() if name in ('0.0.0.0', '::') else name}:{self.port}"  # noqa: S104 (compared)

    @property
    def logs(self) -> Path:
        """Folder of the programs' logs."""
        return self.data / "logs"

    @property
    def run(self) -> Path:
        """Folder of state that the parts of the server keep between starts."""
        return self.data / "run"

    @property
    def dead_letters(self) -> Path:
        """Folder of what no retry could deliver, one file for each function."""
        return self.data / "dead-letters"

    @property
    def secrets(self) -> Path:
        """Folder of the generated secrets."""
        return self.data / "secrets"


def local_settings() -> LocalSettings:
    """The settings of this process. Raises ValueError for a value that makes no sense."""
    env = os.environ
    engine = env.get("ENGINE", ENGINES[0])
    if engine not in ENGINES:
        raise ValueError(f"ENGINE={engine}: one of {', '.join(ENGINES)}")
    port = env.get("PORT", "8000")
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise ValueError(f"PORT={port}: a number from 1 to 65535")
    return LocalSettings(
        host=env.get("HOST", "127.0.0.1"),
        port=int(port),
        data=Path(env.get("DATA") or ROOT / ".local").resolve(),
        demo=env.get("DEMO", "1") != "0",
        engine=engine,
        template=Path(env.get("TEMPLATE") or ROOT / "template.yaml").resolve(),
        workers=int(env.get("WORKERS", "2")),
        duplicates=float(env.get("STREAM_DUPLICATES", "0.02")),
    )


def own_address() -> str:
    """This machine's address in its network; the loopback address where there is no network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # TEST-NET-1: nothing is sent, the kernel only picks a route
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])
