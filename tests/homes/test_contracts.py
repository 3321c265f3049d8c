"""Purchase contracts: recorded from the builder's sheet, one a home, kept once somebody is bound."""

import pytest

from mashangban.domains.homes import events
from mashangban.domains.homes.service import importing
from mashangban.domains.homes.terms import ImportKind, ImportState, ResidentRole
from mashangban.kernel.permissions import Principal
from tests.homes.buying import HEAD, bind, contracted, roles, row
from tests.homes.conftest import Yard, letters_of, sheet
from tests.told import all_told


@pytest.mark.parametrize(
    ("changes", "column", "words"),
    [
        ({"id_number": "330106198001010000"}, "身份证号", "填错"),
        ({"name": "A1"}, "买受人姓名", "姓名"),
        ({"number": "12"}, "合同编号", "6 到 40"),
        ({"room": "909"}, "室号", "先导入房屋清单"),
    ],
)
def test_a_wrong_contract_row_is_named_without_repeating_who_it_is_about(
    estate: Yard, changes: dict[str, str], column: str, words: str
) -> None:
    known = estate.known("欧阳建国")
    view = estate.sent(sheet([row(known, **changes)], HEAD), ImportKind.CONTRACTS)
    found = importing.errors_of(estate.builder, view.id)
    assert view.state is ImportState.REFUSED
    assert any(one.column == column and words in one.message for one in found)
    assert not any(known.name in one.message or known.id_number in one.message for one in found)


def test_one_home_has_one_contract_and_keeps_it_once_somebody_is_bound(
    estate: Yard, owner: Principal
) -> None:
    first, second = estate.known(), estate.known()
    view = estate.sent(
        sheet([row(first, "102"), row(second, "102", "OTHER-77777")], HEAD), ImportKind.CONTRACTS
    )
    assert view.state is ImportState.REFUSED
    view = estate.sent(sheet([row(first)], HEAD), ImportKind.CONTRACTS)
    assert "已有业主绑定" in importing.errors_of(estate.builder, view.id)[0].message


def test_each_co_owner_binds_by_their_own_facts_and_the_other_is_told(estate: Yard) -> None:
    husband, wife = estate.known("王建国"), estate.known("李秀英")
    contracted(estate, row(husband), row(wife))
    bind(estate, husband.principal)
    bind(estate, wife.principal)
    assert {role for _, role in roles(estate)} == {ResidentRole.OWNER}
    told = letters_of(estate.home("1-1-101").subject, events.BOUND)
    assert all_told(one["body"] for one in told) == [husband.principal.person_id]
