"""`python -m mashangban.gateway.streams`: the only process that reads the streams of this data folder."""

import fcntl
import os
import signal
import time
from typing import TextIO

from mashangban.gateway.settings import LocalSettings, local_settings
from mashangban.gateway.streams.runner import Runner
from mashangban.gateway.template import read_template

_stopping = False


def _stop(*_: object) -> None:
    global _stopping
    _stopping = True


def _lease(settings: LocalSettings) -> TextIO:
    """Waits until no other process reads the streams; the file's lock ends with its holder."""
    settings.run.mkdir(parents=True, exist_ok=True)
    file = (settings.run / "streams.lock").open("w", encoding="ascii")
    while not _stopping:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except BlockingIOError:
            time.sleep(0.1)
    return file


def main() -> None:
    """Runs until SIGTERM. Batches in flight are not waited for: they come again."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    settings = local_settings()
    with _lease(settings):
        template = read_template(settings.template, os.environ["PUBLIC_URL"])
        Runner(settings, template).run(lambda: _stopping)
    os._exit(0)  # threads that are inside a function would hold the process back


if __name__ == "__main__":
    main()
