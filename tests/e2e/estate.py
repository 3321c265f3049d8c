"""A developer's office that speaks to the API: contracts of an estate, door codes, photographs."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

import httpx

from demo.people import Someone
from mashangban.domains.homes.rules import contractsheet
from mashangban.domains.homes.rules.home import home_id
from mashangban.registry import sheets
from tests.e2e.world import Caller, Json, World
from tests.stack import wait_for

# A home on the top floor: the demo world has sold the lower ones.
DOOR, NUMBER = ("1", "1", "2501"), "样例预售2026-770001"
STEP_LIMIT_S = 90.0


@dataclass
class Estate:
    """An estate of the demo world with the people of its builder."""

    world: World

    @cached_property
    def builder(self) -> Caller:
        """The developer's administrator; accounts were opened in the order they are listed."""
        listed = json.loads((self.world.stack.data / "demo-accounts.json").read_text("utf-8"))
        place = next(n for n, one in enumerate(listed) if one["sign_in"].startswith("developer /"))
        return self.world.caller(f"1390000{9000 + place}")

    @cached_property
    def id(self) -> str:
        return str(self.builder.get("/v1/homes/estates").json()["items"][0]["id"])

    def sell(self, buyer: Someone) -> str:
        """Record a purchase contract and give the path of the code on that home's door."""
        rows = [(*DOOR, NUMBER, buyer.name, buyer.id_number, "2026-03-01")]
        sheet = sheets.write(sheets.XLSX, list(contractsheet.LAYOUT.columns.values()), rows)
        body = {"kind": "contracts", "file_id": self.upload(sheet, "contracts.xlsx", sheets.XLSX, "import")}
        answer = self.builder.post(f"/v1/homes/estates/{self.id}/imports", body)
        assert answer.is_success, answer.text
        one = f"/v1/homes/imports/{answer.json()['id']}"
        self._until(one, "staged")
        assert self.builder.post(f"{one}/confirmation").is_success
        self._until(one, "applied")
        done = self.builder.post(f"/v1/homes/homes/{home_id(self.id, '-'.join(DOOR))}/code").json()
        return urlsplit(str(done["code_url"])).path

    def upload(self, content: bytes, name: str, kind: str, purpose: str) -> str:
        """Send a file as a desk does."""
        told = {"filename": name, "content_type": kind, "size": len(content), "purpose": purpose}
        answer = self.builder.post("/v1/files", {**told, "sha256": hashlib.sha256(content).hexdigest()})
        assert answer.is_success, answer.text
        announced = answer.json()
        upload = announced["upload"]
        sent = httpx.put(upload["url"], content=content, headers=upload["headers"], trust_env=False)
        assert sent.is_success, sent.text
        assert self.builder.post(f"/v1/files/{announced['file_id']}/arrival").is_success
        return str(announced["file_id"])

    def act(self, defect_id: str, name: str, body: Json | None = None) -> Json:
        answer = self.builder.post(f"/v1/homes/defects/{defect_id}/{name}", body)
        assert answer.is_success, answer.text
        return dict(answer.json())

    def _until(self, path: str, state: str) -> None:
        wait_for(lambda: self.builder.get(path).json()["state"] == state, f"{path} {state}", STEP_LIMIT_S)
