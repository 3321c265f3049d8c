"""Seals are issued, stopped and replaced by those who may."""

from __future__ import annotations

import pytest

from mashangban.documents import errors
from mashangban.documents.models import TABLE
from mashangban.documents.repository import seals as stored_seals
from mashangban.documents.service import seals
from mashangban.documents.signing import authority
from mashangban.documents.terms import SealState
from mashangban.kernel import clock, history, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Forbidden, NotFound
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from tests.documents import orders
from tests.engine import client
from tests.registry.conftest import Desk

pytestmark = pytest.mark.usefixtures("service")


def test_a_seal_is_issued_once_and_is_a_specimen_outside_production() -> None:
    enterprise_id = ids.new_id()
    view = orders.seal_of(enterprise_id)
    assert (view.specimen, view.state) == (True, "active")
    with pytest.raises(errors.SealExists):
        orders.seal_of(enterprise_id)


def test_a_revoked_seal_is_replaced_with_another_certificate() -> None:
    enterprise_id = Desk().enterprise().id
    first = orders.seal_of(enterprise_id)
    seals.revoke_seal(Act(orders.REGISTRAR, clock.now()), enterprise_id, "单位更名")
    second = orders.seal_of(enterprise_id)
    assert first.certificate_serial != second.certificate_serial
    seal = stored_seals.find(enterprise_id)
    assert seal is not None
    assert seal.state is SealState.ACTIVE
    assert history.is_unbroken(history.of(TABLE, seal.subject))


def test_a_seal_moves_only_along_its_life() -> None:
    enterprise_id = Desk().enterprise().id
    act = Act(orders.REGISTRAR, clock.now())
    orders.seal_of(enterprise_id)
    with pytest.raises(errors.SealStateConflict):
        seals.resume_seal(act, enterprise_id, "没有停用")
    seals.suspend_seal(act, enterprise_id, "核查")
    assert seals.resume_seal(act, enterprise_id, "核查完毕").state == "active"
    seals.revoke_seal(act, enterprise_id, "注销")
    with pytest.raises(errors.SealStateConflict):
        seals.resume_seal(act, enterprise_id, "想恢复")


def test_an_enterprise_stops_its_own_seal_but_makes_none() -> None:
    enterprise_id = Desk().enterprise().id
    orders.seal_of(enterprise_id)
    admin = Principal("A1", "s", (Grant(Role.ENTERPRISE_ADMIN, Scope("org", enterprise_id)),), True)
    assert seals.suspend_seal(Act(admin, clock.now()), enterprise_id, "经办人离职").state == "suspended"
    with pytest.raises((Forbidden, NotFound)):
        seals.issue_seal(Act(admin, clock.now()), ids.new_id(), "某某劳务公司", "91330100799655058B")
    stranger = Principal("A2", "s", (Grant(Role.ENTERPRISE_ADMIN, Scope("org", "other")),), True)
    with pytest.raises(NotFound):
        seals.revoke_seal(Act(stranger, clock.now()), enterprise_id, "别家的")


def test_the_private_key_is_unreadable_in_the_table(service: str) -> None:
    enterprise_id = ids.new_id()
    orders.seal_of(enterprise_id)
    seal = stored_seals.find(enterprise_id)
    assert seal is not None
    key = stored_seals.identity_of(seal).key
    item = client(service).get_item(
        TableName=TABLE.physical, Key={"PK": {"S": f"SEAL#{enterprise_id}"}, "SK": {"S": "SEAL"}}
    )["Item"]
    assert key not in item["certificate"]["B"]
    assert key.hex() not in str(item)


def test_two_processes_found_one_authority() -> None:
    act = Act(orders.REGISTRAR, clock.now())
    standing = seals.authority(act)
    assert stored_seals.keep_authority(act, authority.found(act.at)) is False
    assert seals.authority(act).root == standing.root


def test_the_picture_of_a_seal_is_a_png() -> None:
    enterprise_id = Desk().enterprise().id
    orders.seal_of(enterprise_id)
    assert seals.picture(orders.REGISTRAR, enterprise_id).startswith(b"\x89PNG")


def test_in_production_a_seal_is_no_specimen_and_carries_its_serial(monkeypatch: pytest.MonkeyPatch) -> None:
    from mashangban.kernel.settings import settings

    monkeypatch.setenv("STAGE", "prod")
    settings.cache_clear()
    act = Act(orders.REGISTRAR, clock.now())
    view = seals.issue_seal(
        act, ids.new_id(), "杭州某某建筑劳务有限公司", "91330100799655058B", serial="3301000012345"
    )
    assert (view.specimen, view.serial) == (False, "3301000012345")
    monkeypatch.setenv("STAGE", "test")
    settings.cache_clear()


def test_a_name_that_can_not_be_cut_is_refused_with_the_reason() -> None:
    with pytest.raises(errors.SealRefused) as refused:
        orders.seal_of(ids.new_id(), "某某𠮷劳务公司")
    assert "𠮷" in str(refused.value)
