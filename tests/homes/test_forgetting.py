"""Who leaves the platform for good is bound to no home any more, and their name stands in none."""

from mashangban.domains.homes import events
from mashangban.domains.homes.service import living
from mashangban.kernel import clock
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal
from tests.homes.buying import bind, contracted, roles, row, tenant_of
from tests.homes.conftest import Yard, deliver, letters_of


def test_bindings_end_and_the_other_owner_is_told_without_a_name(estate: Yard) -> None:
    husband, wife = estate.known("王建国"), estate.known("李秀英")
    contracted(estate, row(husband), row(wife))
    bind(estate, husband.principal)
    bind(estate, wife.principal)
    for _ in range(2):
        deliver(events.FORGET, {"person_id": husband.principal.person_id})
    assert [person for person, _ in roles(estate)] == [wife.principal.person_id]
    assert living.my_homes(husband.principal, PageRequest(), clock.now()).items == []
    told = letters_of(estate.home("1-1-101").subject, events.LEFT)
    assert [one["body"]["person_id"] for one in told] == [wife.principal.person_id]
    assert "王" not in str(told)


def test_a_tenant_who_leaves_for_good_is_gone_too(estate: Yard, owner: Principal) -> None:
    tenant = tenant_of(estate, owner)
    deliver(events.FORGET, {"person_id": tenant.person_id})
    assert [person for person, _ in roles(estate)] == [owner.person_id]
