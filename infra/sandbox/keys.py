"""The credentials each partner issued to the platform: known sandbox values, or those of `keys.json`."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Key:
    """An application id and its secret."""

    app_id: str
    secret: str


# Public by design: they open nothing but this program. A `keys.json` in the data folder replaces them.
SANDBOX_KEYS = {
    "wechat": Key("wx0000000000sandbox", "sandbox-wechat-secret"),
    "sms": Key("sandbox-sms", "sandbox-sms-secret"),
    "identity": Key("sandbox-identity", "sandbox-identity-secret"),
}


def read_keys(folder: Path) -> dict[str, Key]:
    """Return the keys per partner; `keys.json` ({"sms": {"app_id": …, "secret": …}}) wins."""
    path = folder / "keys.json"
    if not path.exists():
        return dict(SANDBOX_KEYS)
    given = json.loads(path.read_text("utf-8"))
    return SANDBOX_KEYS | {name: Key(**value) for name, value in given.items()}
