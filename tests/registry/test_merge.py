"""One authoritative source per field (数源统一)."""

from mashangban.registry.rules.merge import locked_by, merge
from mashangban.registry.terms import Source

AUTHORITY = {"name": Source.APPROVAL}
BY_OFFICE = {"name": Source.OFFICE, "address": Source.OFFICE}


def test_the_deciding_source_overwrites_what_an_office_typed() -> None:
    found = merge({"name": "旧"}, BY_OFFICE, {"name": "新"}, Source.APPROVAL, AUTHORITY)
    assert found.changes == {"name": "新"}
    assert not found.clashes


def test_another_source_against_the_deciding_one_waits_for_a_person() -> None:
    found = merge({"name": "旧"}, {"name": Source.APPROVAL}, {"name": "新"}, Source.FOUR_DATABASES, AUTHORITY)
    assert not found.changes
    assert [(one.field, one.held, one.offered) for one in found.clashes] == [("name", "旧", "新")]


def test_two_sources_of_which_none_decides_wait_for_a_person() -> None:
    found = merge({"name": "旧"}, {"name": Source.CREDIT}, {"name": "新"}, Source.FOUR_DATABASES, AUTHORITY)
    assert found.clashes


def test_a_source_may_correct_itself() -> None:
    found = merge({"name": "旧"}, {"name": Source.CREDIT}, {"name": "新"}, Source.CREDIT, AUTHORITY)
    assert found.changes == {"name": "新"}


def test_an_empty_value_says_nothing() -> None:
    found = merge({"name": "旧"}, BY_OFFICE, {"name": ""}, Source.APPROVAL, AUTHORITY)
    assert not found.changes
    assert not found.clashes


def test_an_empty_field_is_filled_by_anyone() -> None:
    found = merge({"name": ""}, {}, {"name": "新"}, Source.CREDIT, AUTHORITY)
    assert found.changes == {"name": "新"}


def test_the_same_value_changes_nothing() -> None:
    found = merge({"name": "旧"}, {"name": Source.APPROVAL}, {"name": "旧"}, Source.CREDIT, AUTHORITY)
    assert not found.changes
    assert not found.clashes


def test_a_field_is_locked_only_while_its_deciding_source_filled_it() -> None:
    assert locked_by("name", {"name": Source.APPROVAL}, AUTHORITY) is Source.APPROVAL
    assert locked_by("name", BY_OFFICE, AUTHORITY) is None
    assert locked_by("address", BY_OFFICE, AUTHORITY) is None
