"""The credentials each partner shares with the platform."""

import os
from dataclasses import dataclass
from pathlib import Path

APP_ID = "mashangban"
# The platform's own names for them: files of its secrets folder.
SECRET_NAMES = {
    "wechat": "wechat-app-secret",
    "sms": "sms-api-key",
    "identity": "identity-verifier-key",
    "bank": "bank-api-key",
    "treasury": "treasury-api-key",
    "eseal": "eseal-api-key",
    "licences": "licence-api-key",
    "labour": "reporting-api-key",
    "catalogue": "catalogue-api-key",
}


@dataclass(frozen=True, slots=True)
class Key:
    """An application id and its secret."""

    app_id: str
    secret: str


def secrets_folder() -> Path | None:
    """The platform's secrets folder, where the environment names one (`SECRETS=file:<folder>`)."""
    scheme, _, place = os.environ.get("SECRETS", "").partition(":")
    return Path(place) if scheme == "file" and place else None


def read_keys(folder: Path | None) -> dict[str, Key]:
    """The key of each partner; without a folder the secret is `sandbox-<partner>`, which opens nothing else."""
    return {partner: Key(APP_ID, _secret(folder, partner, name)) for partner, name in SECRET_NAMES.items()}


def _secret(folder: Path | None, partner: str, name: str) -> str:
    return (folder / name).read_text("utf-8").strip() if folder else f"sandbox-{partner}"
