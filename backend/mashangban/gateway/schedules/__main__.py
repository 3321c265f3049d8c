"""`python -m mashangban.gateway.schedules`: keeps the time of this data folder's schedules."""

import os
import signal
import threading

from mashangban.gateway.schedules.runner import Runner
from mashangban.gateway.settings import local_settings
from mashangban.gateway.template import read_template


def main() -> None:
    """Runs until SIGTERM; a call in flight is cut, its due time comes again at the next start."""
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    settings = local_settings()
    Runner(settings, read_template(settings.template, os.environ["PUBLIC_URL"])).run(stopping)
    os._exit(0)


if __name__ == "__main__":
    main()
