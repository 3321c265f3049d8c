"""Reporting from one's own phone: where, what, with photos; what others then read of it, and what they don't."""

import json
from typing import Any

import pytest

from mashangban.domains.publicareas import errors, events, listeners, permissions
from mashangban.domains.publicareas.models import TABLE
from mashangban.domains.publicareas.repository import faults
from mashangban.domains.publicareas.schemas import PublicReport, WordingDecision
from mashangban.domains.publicareas.service import handling, reporting
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.streams import Delivery
from tests.audit.build import sign_in
from tests.files.phone import Phone, prepared
from tests.files.samples import photo_with_place
from tests.personal import let_go
from tests.publicareas.conftest import Court, act, send

pytestmark = pytest.mark.usefixtures("object_store", "tables")
ROOT = "/v1/publicareas"


def photo_of(court: Court) -> str:
    phone = Phone()
    phone.token = sign_in(court.reporter.person_id)
    file_id, _, _ = phone.send(photo_with_place())
    prepared(file_id)
    return file_id


def report(court: Court, **differs: Any) -> str:
    given = {
        "area_id": court.project.id,
        "service": "lift",
        "where": "3号楼东梯",
        "text": "电梯停运，已经两天",
    }
    return reporting.report_here(act(court.reporter), PublicReport.model_validate(given | differs)).id


def read(path: str) -> Any:
    status, text = send("GET", f"{ROOT}{path}")
    assert status == 200, text
    return json.loads(text)


def test_what_is_reported_on_a_phone_is_read_by_everybody_with_its_photo(court: Court) -> None:
    one = report(court, photos=[photo_of(court)])
    [row] = read(f"/areas/{court.project.id}/faults")["items"]
    card = read(f"/cards/{one}")
    assert (row["id"], row["photos"], card["where"]) == (one, [], "西溪人才公寓 3号楼东梯")
    assert card["photos"][0]["url"]
    assert court.reporter.person_id not in json.dumps([row, card])


def test_others_read_no_telephone_and_nothing_that_waits_for_a_moderator(court: Court) -> None:
    said = report(court, text="请打13812345678找我，电梯停了")
    assert read(f"/cards/{said}")["text"] == "请打***找我，电梯停了"
    held = report(court, text="物业王八蛋，电梯停了", photos=[photo_of(court)])
    card = read(f"/cards/{held}")
    assert (card["text"], card["photos"]) == ("（待审核）", [])
    handling.decide_wording(act(court.officer), held, WordingDecision(shown=True, text="说的是事实"))
    assert len(read(f"/cards/{held}")["photos"]) == 1


def test_nobody_reports_with_a_photo_of_somebody_else_or_twice_the_same(court: Court) -> None:
    other = Court()
    with pytest.raises(NotFound):
        report(court, photos=[photo_of(other)])
    report(court)
    with pytest.raises(errors.SameReport):
        report(court)


def test_one_who_left_leaves_no_photo(court: Court) -> None:
    photo = photo_of(court)
    one = report(court, photos=[photo])
    body = {"person_id": court.reporter.person_id}
    origin = Subject("elsewhere", ids.new_id())
    listeners.on_message(Delivery(ids.new_id(), events.FORGET, body, "identity", origin, 1, clock.now()))
    card = read(f"/cards/{one}")
    assert (card["photos"], card["text"]) == ([], "（不公开）")
    assert let_go(TABLE, faults.get(one).subject) == [(court.reporter.person_id, [photo])]


def test_everybody_may_look_and_each_service_says_in_how_many_days_it_is_repaired() -> None:
    assert permissions.READ.public
    lift = next(one for one in read("/services")["items"] if one["code"] == "lift")
    assert (lift["days"], lift["label"]) == (3, "电梯")
