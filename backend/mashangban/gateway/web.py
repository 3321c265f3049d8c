"""The web server process: granian with several workers, each the application of `asgi`."""

from granian import Granian
from granian.constants import Interfaces

from mashangban.gateway.functions import Functions
from mashangban.gateway.settings import local_settings
from mashangban.gateway.template import read_template


def main() -> None:
    """Serves until it is told to stop; a worker that dies is replaced. The functions are imported once, before the
    workers are forked: they start at once and share what they read.
    """
    settings = local_settings()
    template = read_template(settings.template, settings.public_url)
    Functions(template).load(template.served)
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
        websockets=True,
        log_access=False,
    ).serve()


if __name__ == "__main__":
    main()
