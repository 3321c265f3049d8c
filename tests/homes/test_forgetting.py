"""Who leaves the platform for good is bound to no home any more, and their name stands in none."""

import pytest

from mashangban.domains.homes import events, schemas
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.service import defectlists, gathering, living, privacy, repairing, reporting
from mashangban.domains.homes.terms import Category, ResidentRole
from mashangban.kernel import clock
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal
from tests.homes.buying import bind, contracted, roles, row, tenant_of
from tests.homes.conftest import Yard, act, deliver, letters_of
from tests.homes.repairs import Street
from tests.personal import letters_left, taken
from tests.told import all_told


def test_bindings_end_and_the_other_owner_is_told_without_a_name(estate: Yard) -> None:
    husband, wife = estate.known("王建国"), estate.known("李秀英")
    contracted(estate, row(husband), row(wife))
    bind(estate, husband.principal)
    bind(estate, wife.principal)
    given = taken(privacy.HOLDING, husband.principal.person_id)["我的房屋"]
    assert [one["id"] for one in given] == [estate.home("1-1-101").id]
    assert "秀英" not in str(given)
    for _ in range(2):
        deliver(events.FORGET, {"person_id": husband.principal.person_id})
    assert [person for person, _ in roles(estate)] == [wife.principal.person_id]
    assert living.my_homes(husband.principal, PageRequest(), clock.now()).items == []
    told = letters_of(estate.home("1-1-101").subject, events.LEFT)
    assert all_told(one["body"] for one in told) == [wife.principal.person_id]
    assert "王" not in str(told)
    assert letters_left(TABLE, estate.home("1-1-101").subject) == ["notices.notify"]


def test_a_tenant_who_leaves_for_good_is_gone_too(estate: Yard, owner: Principal) -> None:
    tenant = tenant_of(estate, owner)
    deliver(events.FORGET, {"person_id": tenant.person_id})
    assert [person for person, _ in roles(estate)] == [owner.person_id]


def test_nothing_of_whoever_left_stands_on_the_public_page_or_in_a_shared_fault(
    ground: None, engine_url: str, objects_url: str
) -> None:
    repairs = Street.on(engine_url, objects_url, buildings=1).repairs()
    leaving, yard, words = repairs.owner, repairs.yard, "王建国家的水管一直漏，电话13800138000"
    neighbour, one = repairs.lives(ResidentRole.OWNER, "102"), repairs.reported(text=words)
    form = schemas.IssueForm(category=Category.LEAK, title="卫生间立管渗漏")
    issue = gathering.open_issue(act(yard.builder), yard.estate_id, form)
    gathering.join(act(leaving), issue.id, schemas.IssueJoin(defect_id=one))
    repairing.accept(act(yard.builder), one)
    repairs.repair(one)
    reporting.confirm(act(leaving), one)
    reporting.rate(act(leaving), one, schemas.Rating(stars=4, text=words))
    yard.pump.run()
    (given,) = taken(privacy.HOLDING, leaving.person_id)["房屋报修"]
    assert (given["id"], given["text"]) == (one, words)
    deliver(events.FORGET, {"person_id": leaving.person_id})
    yard.pump.run()
    assert not any(taken(privacy.HOLDING, leaving.person_id).values())
    shown = (defectlists.promise(yard.builder_id), gathering.show(act(neighbour), issue.id))
    assert (shown[0].cases, shown[1].joined) == (1, 1)
    for page in shown:
        for secret in ("王", "13800138000", leaving.person_id, "101"):
            assert secret not in page.model_dump_json(exclude={"builder_id", "id", "number"})
    with pytest.raises(NotFound):
        defectlists.show(act(leaving), one)
