"""A browser in an office: pages of the console, asked through the handler of the function that owns them."""

import hashlib
import secrets
from datetime import timedelta

from mashangban.kernel import clock, sessions
from mashangban.kernel.dynamodb import client
from mashangban.kernel.permissions import Principal
from tests.console import office
from tests.console.office import Page, Window

PAGES = "/console/workers"


class Office(Window):
    """A window on every room's pages."""

    def send(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Page:
        told = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        event = office.event(method, path, body, {**headers, "cookie": told}, self.address)
        page = office._page(office.answered(event))
        self.cookies = {k: v for k, v in {**self.cookies, **page.cookies}.items() if v}
        return page

    def act(self, opened: Page, path: str, **fields: object) -> Page:
        """Press a button of an opened page: its guards go along."""
        guards = {"csrf": opened.hidden("csrf"), "key": opened.hidden("key")}
        return self.post(path, {**guards, **fields})


def office_of(principal: Principal) -> Office:
    """A console session for somebody, as identity would open it."""
    secret, at = secrets.token_urlsafe(24), clock.now()
    item = {
        "PK": {"S": sessions.session_pk(principal.session_id)},
        "SK": {"S": "SESSION"},
        "person_id": {"S": principal.person_id},
        "epoch": {"N": "1"},
        "grants": {"S": sessions.grants_to_text([(grant, None) for grant in principal.grants])},
        "real_name": {"BOOL": principal.real_name},
        "label": {"S": "李*英"},
        "ends_at": {"S": (at + timedelta(hours=1)).isoformat()},
        "secret_hash": {"S": hashlib.sha256(secret.encode()).hexdigest()},
        "csrf": {"S": secrets.token_urlsafe(24)},
    }
    client().put_item(TableName=sessions.IDENTITY.physical, Item=item)
    return Office({"console_session": f"{principal.session_id}.{secret}"})
