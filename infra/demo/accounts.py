"""Accounts a visitor of the demo world signs in with; shown at the end of `make run`."""

import base64
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

import httpx

from demo.people import someone
from mashangban.identity import service as identity
from mashangban.identity.schemas import RealNameProof, StaffCreation
from mashangban.identity.terms import CONSENTS
from mashangban.kernel import clock, permissions
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Principal
from mashangban.kernel.settings import settings

PASSWORD = "Gongdi-2026-shifan"


@dataclass(frozen=True, slots=True)
class Account:
    """One way in: who, what to type, and where the second factor is read."""

    kind: str
    title: str
    sign_in: str
    second: str
    secret: str = ""


def open_account(
    chance: Random, number: int, username: str, title: str, kind: str
) -> tuple[Account, Principal]:
    """Member of staff `number` with password and authenticator; the sandbox shows the codes."""
    person = someone(chance, 9000 + number)
    secret = base64.b32encode(chance.randbytes(20)).decode()
    order = StaffCreation(username=username, name=person.name, password=PASSWORD, phone=person.phone)
    act = Act(permissions.system("demo"), clock.now())
    made = identity.create_staff(act, order, secret)
    principal = Principal(made.person_id, "", real_name=True)
    proof = RealNameProof(name=person.name, id_number=person.id_number, consent_version=CONSENTS[0].version)
    identity.prove_name(Act(principal, clock.now()), proof)
    return Account(kind, title, f"{username} / {PASSWORD}", "动态码见沙箱 /authenticator/", secret), principal


def publish(accounts: list[Account], data: Path) -> None:
    """Write the list for the banner, and put the secrets into the sandbox's authenticator."""
    sandbox = settings().sms_api_url
    for account in accounts:
        if account.secret:
            name = account.sign_in.partition(" ")[0]
            body = {"secret": account.secret, "title": account.title}
            httpx.put(
                f"{sandbox}/authenticator/accounts/{name}", json=body, trust_env=False
            ).raise_for_status()
    rows = [{key: value for key, value in asdict(one).items() if key != "secret"} for one in accounts]
    (data / "demo-accounts.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8")
