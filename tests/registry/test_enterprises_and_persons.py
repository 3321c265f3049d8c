"""Enterprises and persons on the real engine."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from mashangban.kernel import clock, history, ids
from mashangban.kernel.dynamodb import client
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Role
from mashangban.kernel.streams import Delivery
from mashangban.registry import errors, events, listeners, service
from mashangban.registry.models import TABLE
from mashangban.registry.schemas.inputs import EnterpriseChange, EnterpriseQuery, PersonQuery
from mashangban.registry.service import persons as person_service
from tests.registry.conftest import COUNTY, Desk, act, enterprise_form, officer, person, uscc


def test_an_enterprise_is_found_by_credit_code_and_by_the_beginning_of_its_name(
    desk: Desk, fresh_name: Callable[[], str]
) -> None:
    made = desk.enterprise(name="浙江" + fresh_name() + "建设有限公司")
    for text in (made.uscc, made.name[:5], made.name[2:6]):
        assert [one.id for one in service.list_enterprises(desk.officer, EnterpriseQuery(q=text)).items] == [
            made.id
        ]
    found = service.enterprise_by_code(made.uscc)
    assert found is not None
    assert found.id == made.id


def test_an_officer_elsewhere_may_look_up_a_firm_but_not_change_it(desk: Desk) -> None:
    made = desk.enterprise()
    stranger = officer("460105")
    assert service.view_enterprise(stranger, made.id).name == made.name
    given = EnterpriseChange.model_validate({**enterprise_form(uscc=made.uscc, address="别处"), "version": 1})
    with pytest.raises(NotFound):
        service.change_enterprise(act(stranger), made.id, given)


def test_an_office_sees_only_its_own_firm(desk: Desk) -> None:
    made, other = desk.enterprise(), desk.enterprise()
    office = person((Role.ENTERPRISE_ADMIN, f"org:{made.id}"))
    assert service.view_enterprise(office, made.id).id == made.id
    with pytest.raises(NotFound):
        service.view_enterprise(office, other.id)


def test_a_credit_code_is_entered_once(desk: Desk) -> None:
    code = uscc()
    desk.enterprise(uscc=code)
    with pytest.raises(errors.CodeTaken):
        desk.enterprise(uscc=code)


def test_the_legal_person_is_stored_unreadable_and_shown_masked(desk: Desk) -> None:
    made = desk.enterprise(legal_person="欧阳建国")
    key = {"PK": {"S": f"ENTERPRISE#{made.id}"}, "SK": {"S": "ENTERPRISE"}}
    stored = client().get_item(TableName="mashangban-test-registry", Key=key)["Item"]
    assert "欧阳建国" not in json.dumps(stored, ensure_ascii=False)
    assert made.legal_person_masked == "欧**国"
    assert service.enterprise(made.id).legal_person == "欧阳建国"


def test_a_changed_enterprise_keeps_its_history_without_names(desk: Desk) -> None:
    made = desk.enterprise()
    given = {**enterprise_form(uscc=made.uscc, legal_person="李四光"), "version": 1}
    service.change_enterprise(act(desk.officer), made.id, EnterpriseChange.model_validate(given))
    newest = service.enterprise_history(desk.officer, made.id)[0]
    assert "legal_person" in newest.fields
    assert "李四光" not in newest.model_dump_json()


def sighting(person_id: str, **fields: str) -> Delivery:
    body = {
        "person_id": person_id,
        "name": "张三丰",
        "id_number": "11010519491231002X",
        "county": COUNTY,
        "employer_id": ids.new_id(),
        "employer_name": "浙江样例建设有限公司",
        "project_id": ids.new_id(),
        "project_name": "西溪人才公寓",
        "trade": "020",
        **fields,
    }
    return Delivery(
        ids.new_id(), events.PERSON_SEEN, body, "workers", Subject("contract", ids.new_id()), 1, clock.now()
    )


def test_a_person_seen_at_work_is_registered_masked(tables: str) -> None:
    worker = ids.new_id()
    listeners.on_message(sighting(worker))
    shown = person_service.view_person(officer(), worker)
    assert shown.name_masked == "张*丰"
    assert "19491231" not in shown.model_dump_json()


def test_the_same_message_twice_changes_nothing(tables: str) -> None:
    worker = ids.new_id()
    seen = sighting(worker)
    listeners.on_message(seen)
    listeners.on_message(seen)
    assert person_service.view_person(officer(), worker).trade == "020"


def test_an_older_report_changes_nothing_unless_a_clock_was_ahead_when_the_newer_one_was_written(
    tables: str,
) -> None:
    worker, now = ids.new_id(), clock.now()

    def trade_after(trade: str, at: datetime) -> str:
        listeners.on_message(replace(sighting(worker, trade=trade), at=at))
        return person_service.view_person(officer(), worker).trade

    assert trade_after("020", now) == "020"
    assert trade_after("030", now - timedelta(minutes=1)) == "020"
    assert trade_after("040", now + timedelta(days=2)) == "040", "our clock was two days ahead"
    assert trade_after("050", now + timedelta(milliseconds=1)) == "050", "and was set right"


def test_a_person_is_found_by_exact_number_within_reach_only(tables: str) -> None:
    worker = ids.new_id()
    listeners.on_message(sighting(worker, id_number="360426199101010071"))
    assert [one.id for one in person_service.find_person(officer(), "36042619910101 0071")] == [worker]
    assert person_service.find_person(officer("330108"), "360426199101010071") == []


def test_a_firm_sees_the_people_last_seen_with_it(tables: str) -> None:
    worker, firm = ids.new_id(), ids.new_id()
    listeners.on_message(sighting(worker, employer_id=firm))
    office = person((Role.ENTERPRISE_ADMIN, f"org:{firm}"))
    assert [one.id for one in person_service.list_persons(office, PersonQuery()).items] == [worker]


def test_who_left_for_good_stands_in_no_list_and_is_found_by_no_number(tables: str) -> None:
    worker, firm, number = ids.new_id(), ids.new_id(), "360426199101010273"
    listeners.on_message(sighting(worker, employer_id=firm, id_number=number))
    office = person((Role.ENTERPRISE_ADMIN, f"org:{firm}"))
    assert [one.id for one in person_service.list_persons(office, PersonQuery()).items] == [worker]
    gone = replace(sighting(worker), kind=events.FORGET, body={"person_id": worker})
    for _ in range(2):
        listeners.on_message(gone)
    listeners.on_message(sighting(worker, employer_id=firm, id_number=number))  # heard late
    with pytest.raises(errors.NoSuchRecord):
        person_service.view_person(officer(), worker)
    assert person_service.find_person(officer(), number) == []
    assert person_service.list_persons(office, PersonQuery()).items == []
    subject = Subject("registered_person", worker)
    assert [one.type for one in history.of(TABLE, subject)] == [
        events.PERSON_RECORDED,
        events.PERSON_FORGOTTEN,
    ]
    again = ids.new_id()
    listeners.on_message(sighting(again, employer_id=firm, id_number=number))
    assert [one.id for one in person_service.find_person(officer(), number)] == [again]
