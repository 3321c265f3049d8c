"""The web server process: granian with several workers, each the application of `asgi`."""

from granian import Granian
from granian.constants import Interfaces

from mashangban.gateway.settings import local_settings


def main() -> None:
    """Serves until it is told to stop; a worker that dies is replaced."""
    settings = local_settings()
    Granian(
        target="mashangban.gateway.asgi:application",
        factory=True,
        address=settings.host,
        port=settings.port,
        interface=Interfaces.ASGINL,
        workers=settings.workers,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=5,
        websockets=False,
        log_access=False,
    ).serve()


if __name__ == "__main__":
    main()
