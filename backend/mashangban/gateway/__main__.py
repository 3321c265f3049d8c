"""`python -m mashangban.gateway`: the whole local stack in one command."""

import sys

from mashangban.gateway.messages import CannotStartError, complain
from mashangban.gateway.settings import LocalSettings, local_settings
from mashangban.gateway.supervisor import Supervisor


def main() -> int:
    """Runs the stack until Ctrl-C; 1 when it can't start."""
    try:
        Supervisor(_settings()).run()
    except CannotStartError as error:
        complain(error)
        return 1
    return 0


def _settings() -> LocalSettings:
    try:
        return local_settings()
    except ValueError as reason:
        raise CannotStartError("settings", reason=reason) from reason


if __name__ == "__main__":
    sys.exit(main())
