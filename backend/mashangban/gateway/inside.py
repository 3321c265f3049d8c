"""`python -m mashangban.gateway.inside <command>`: runs a command as a function of the running stack would run.

It gets the addresses, table names and secrets of the stack that uses DATA; the demo generator needs it.
"""

import json
import os
import sys
from pathlib import Path

from mashangban.gateway import keys
from mashangban.gateway.environment import Addresses, environment
from mashangban.gateway.settings import ROOT, local_settings
from mashangban.gateway.template import read_template


def main() -> None:
    """Becomes the command; 1 when no stack runs here."""
    settings = local_settings()
    state = settings.run / "stack.json"
    if not state.exists() or not _alive(json.loads(state.read_text("utf-8"))["pids"]["supervisor"]):
        print(f"没有正在运行的实例：先在另一个终端运行 make run（DATA={settings.data}）", file=sys.stderr)
        print(f"Nothing runs on DATA={settings.data}: first make run in another terminal", file=sys.stderr)
        sys.exit(1)
    running = json.loads(state.read_text("utf-8"))
    template = read_template(settings.template, running["public_url"])
    at = Addresses(running["dynamodb"], running["objects"], running["sandbox"])
    variables = environment(settings, template, at, keys.object_store_keys(settings.secrets))
    variables |= {"PUBLIC_URL": running["public_url"], "OBJECTS_PUBLIC_URL": running["public_url"]}
    variables["PYTHONPATH"] += f":{ROOT / 'infra'}"
    os.execvpe(sys.argv[1], sys.argv[1:], variables)  # noqa: S606 (that is what it is for)


def _alive(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists() or sys.platform != "linux"


if __name__ == "__main__":
    main()
