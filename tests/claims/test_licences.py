"""A claim asks the province's licence library over the wire: what it has is not uploaded, its silence never blocks."""

import datetime as dt
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from mashangban.documents import events as documents
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.repository import claims
from mashangban.files import service as files
from mashangban.kernel import clock, history
from mashangban.kernel.events import Subject
from mashangban.kernel.settings import settings
from mashangban.registry import service as registry
from tests.claims.conftest import Firm, Hall, call
from tests.identity.conftest import Partners, sandbox
from tests.workers.office import office_of

__all__ = ["sandbox"]
NAME, NUMBER = "安全生产许可证", "JZ安许证字2026-01"
TEN_WAN = 10_000_000


class Library:
    """The library's back office for one firm."""

    def __init__(self, partners: Partners, firm: Firm) -> None:
        self.partners = partners
        self.holder = registry.enterprise(firm.id).uscc

    def put(self, days: int = 300, status: str = "valid") -> None:
        today = clock.local_date(clock.now())
        paper = {
            "holder_name": "样例建设有限公司",
            "issuer": "浙江省住房和城乡建设厅",
            "issued_on": (today - dt.timedelta(days=100)).isoformat(),
            "valid_until": (today + dt.timedelta(days=days)).isoformat(),
            "status": status,
        }
        answer = self.partners.http.put(f"/licences/holders/{self.holder}/safety/{NUMBER}", json=paper)
        assert answer.status_code == 200


@pytest.fixture
def firm(hall: Hall) -> Firm:
    return hall.firm()


@pytest.fixture
def library(firm: Firm, sandbox: Partners, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setenv("LICENCE_API_URL", sandbox.base)
    settings.cache_clear()
    yield Library(sandbox, firm)
    sandbox.heal()
    monkeypatch.undo()
    settings.cache_clear()


@pytest.fixture
def policy(hall: Hall) -> str:
    material = {"name": NAME, "source": "licence", "licence": "safety"}
    return hall.policy(TEN_WAN, mode="promised", publicity_days=0, materials=[material])


def look_again(firm: Firm, claim: str) -> tuple[int, dict[str, Any]]:
    return call(firm.office, "POST", f"/claiming/claims/{claim}/licences")


def said(hall: Hall, firm: Firm, claim: str) -> tuple[str, list[str]]:
    """What the library's answer counts as, and what is to be uploaded."""
    view = hall.show(firm.office, claim)
    (one,) = view["licences"]
    return one["outcome"], view["materials"]


def printed(hall: Hall, firm: Firm, claim: str) -> None:
    assert hall.fill(firm, claim)[0] == 200
    hall.answer(firm, claim, documents.RENDERED)


def let_it_age(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on what was looked up before is too old."""
    monkeypatch.setenv("LICENCE_HOURS", "0")
    settings.cache_clear()


def test_a_valid_licence_stands_for_the_paper_and_is_kept_with_moment_copy_and_event(
    hall: Hall, firm: Firm, library: Library, policy: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    library.put()
    claim = hall.begun(firm, policy)
    view = hall.show(firm.office, claim)
    (one,) = view["licences"]
    assert (view["materials"], one["held"], one["number"]) == ([], True, NUMBER)
    assert one["outcome_label"] == "已从电子证照库取得，不用上传"
    kept = call(firm.office, "GET", f"/claims/claims/{claim}/snapshot")[1]["licences"]
    assert kept == [one]
    (event,) = history.of(TABLE, Subject("claim", claim))
    (noted,) = event.data["licences"]
    assert (noted["outcome"], noted["number"], noted["sha256"]) == ("valid", NUMBER, one["sha256"])
    assert (noted["issuer"], noted["valid_until"]) == ("浙江省住房和城乡建设厅", one["valid_until"])
    assert hall.submit(firm, claim)[1]["state"] == "submitted"
    assert hall.show(hall.reviewer, claim)["licences"] == [one]
    desk = office_of(hall.reviewer).get(f"/console/claims/claims/{claim}").html
    assert all(words in desk for words in ("证照库核实有效", NUMBER, one["sha256"]))
    assert "安许证字" not in caplog.text


@pytest.mark.parametrize(
    ("days", "status", "outcome"), [(-1, "valid", "expired"), (300, "revoked", "revoked")]
)
def test_a_licence_that_counts_no_more_is_uploaded_or_renewed_and_asked_about_again(
    hall: Hall, firm: Firm, library: Library, policy: str, days: int, status: str, outcome: str
) -> None:
    library.put(days, status)
    claim = hall.begun(firm, policy)
    assert said(hall, firm, claim) == (outcome, [NAME])
    refused = hall.fill(firm, claim)[1]
    assert (refused["code"], refused["errors"][0]["field"]) == ("claims.claim.materials", NAME)
    library.put(900)
    assert look_again(firm, claim)[0] == 200
    assert said(hall, firm, claim) == ("valid", [])
    assert hall.fill(firm, claim)[0] == 200


def test_a_silent_library_blocks_nothing_and_answers_at_the_next_try(
    hall: Hall, firm: Firm, library: Library, policy: str
) -> None:
    library.put()
    library.partners.fault("licences", status=500)
    claim = hall.begun(firm, policy)
    assert said(hall, firm, claim) == ("silent", [NAME])
    shown = hall.show(firm.office, claim)["licences"][0]["outcome_label"]
    assert shown == "证照库暂时没有答复，请上传照片或稍后再试"
    library.partners.fault("licences", drop_after_success=True)
    assert look_again(firm, claim)[0] == 200
    assert said(hall, firm, claim)[0] == "silent"
    library.partners.heal()
    assert look_again(firm, claim)[0] == 200
    assert said(hall, firm, claim) == ("valid", [])
    labels = [one["label"] for one in hall.show(firm.office, claim)["log"]]
    assert labels.count("再查电子证照库") == 2


def test_what_the_library_does_not_have_is_handed_in_as_a_paper(
    hall: Hall, firm: Firm, library: Library, policy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = hall.begun(firm, policy)
    assert said(hall, firm, claim) == ("absent", [NAME])
    monkeypatch.setattr(files, "hold", lambda *_: None)
    let_it_age(monkeypatch)
    papers = [{"material": NAME, "file_id": "f1"}]
    assert hall.submit(firm, claim, papers=papers)[1]["state"] == "submitted"


def test_at_hand_in_a_licence_revoked_since_the_old_look_asks_for_the_paper(
    hall: Hall, firm: Firm, library: Library, policy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.put()
    claim = hall.begun(firm, policy)
    printed(hall, firm, claim)
    library.put(status="revoked")
    let_it_age(monkeypatch)
    assert hall.confirm(firm, claim)[1]["code"] == "claims.licence.changed"
    assert hall.show(firm.office, claim)["form"]["state"] == "ready"
    look_again(firm, claim)
    view = hall.show(firm.office, claim)
    assert (view["form"], view["materials"]) == (None, [NAME])


def test_at_hand_in_a_silent_library_takes_nothing_back(
    hall: Hall, firm: Firm, library: Library, policy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.put()
    claim = hall.begun(firm, policy)
    printed(hall, firm, claim)
    looked_at = claims.get(claim).licences[0].at
    library.partners.fault("licences", status=503)
    let_it_age(monkeypatch)
    assert hall.confirm(firm, claim)[1]["state"] == "submitted"
    assert claims.get(claim).licences[0].at == looked_at


def test_only_ones_own_draft_is_looked_up_again(
    hall: Hall, firm: Firm, library: Library, policy: str
) -> None:
    library.put()
    claim = hall.begun(firm, policy)
    assert look_again(hall.firm(), claim)[1]["code"] == "claims.claim.unknown"
    hall.submit(firm, claim)
    assert look_again(firm, claim)[1]["code"] == "claims.claim.wrong-step"
