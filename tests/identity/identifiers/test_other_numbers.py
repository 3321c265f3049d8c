"""Organisation codes, bank cards, phones, names and masks."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.identity import identifiers
from mashangban.identity.identifiers import (
    WrongIdentifier,
    mask_bank_card,
    mask_citizen_id,
    mask_name,
    mask_phone,
    mask_uscc,
    parse_bank_card,
    parse_mobile,
    parse_person_name,
    parse_uscc,
)
from mashangban.identity.identifiers.organisation import ALPHABET, body_check_character, check_character

codes = st.text(ALPHABET, min_size=17, max_size=17).map(lambda first: first + check_character(first))


@pytest.mark.parametrize("known", ["91110000600037341L", "91330100799655058B"])
def test_published_organisation_codes_are_read(known: str) -> None:
    found = parse_uscc(known.lower())
    assert (found.number, found.warnings) == (known, ())


@pytest.mark.parametrize("prefix", ["N2", "Y1", "A1", "93"])
def test_rural_and_other_bodies_are_as_good(prefix: str) -> None:
    first = prefix + "330106" + "MA2CFJX2" + body_check_character("MA2CFJX2")
    assert parse_uscc(first + check_character(first)).warnings == ()


def test_an_inner_check_that_fails_only_warns() -> None:
    first = "91330106MA2CFJX20"
    assert parse_uscc(first + check_character(first)).warnings


@pytest.mark.parametrize("typed", ["", "9133010079965505", "9133O100799655058B", "91330100799655058C"])
def test_a_wrong_organisation_code_is_refused(typed: str) -> None:
    with pytest.raises(WrongIdentifier):
        parse_uscc(typed)


@given(codes, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_any_single_wrong_character_of_a_code_is_noticed(right: str, place: int, other: str) -> None:
    wrong = right[:place] + other + right[place + 1 :]
    if wrong != right:
        with pytest.raises(WrongIdentifier):
            parse_uscc(wrong)


@pytest.mark.parametrize("known", ["4111 1111 1111 1111", "5555-5555-5555-4444"])
def test_card_numbers_that_hold_give_no_warning(known: str) -> None:
    found = parse_bank_card(known)
    assert found.number.isdecimal()
    assert found.warnings == ()


def test_a_card_number_with_a_slip_only_warns() -> None:
    assert parse_bank_card("4111111111111111").warnings == ()
    assert parse_bank_card("4111111111111112").warnings != ()


@pytest.mark.parametrize("typed", ["", "123456789012", "1" * 20, "41111111111111a1"])
def test_what_cannot_be_a_card_is_refused(typed: str) -> None:
    with pytest.raises(WrongIdentifier):
        parse_bank_card(typed)


@pytest.mark.parametrize(
    "typed", ["13900000001", "+86 139 0000 0001", "86-13900000001", "１３９００００００01"]
)
def test_a_mobile_number_is_read_as_typed(typed: str) -> None:
    assert parse_mobile(typed) == "13900000001"


@pytest.mark.parametrize(
    "typed", ["", "12900000001", "1390000000", "139000000011", "0571-88888888", "+1 13900000001"]
)
def test_another_phone_is_refused(typed: str) -> None:
    with pytest.raises(WrongIdentifier):
        parse_mobile(typed)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("王小明", "王小明"),
        (" 王 小明 ", "王小明"),
        ("买买提•艾力", "买买提·艾力"),
        ("阿卜杜拉.热合曼", "阿卜杜拉·热合曼"),
        ("㛃䶮", "㛃䶮"),
        ("𬱖靖", "𬱖靖"),
        ("Jean  Dupont", "JEAN DUPONT"),
        ("Müller", "MÜLLER"),
    ],
)
def test_names_are_read_as_cards_carry_them(typed: str, name: str) -> None:
    assert parse_person_name(typed) == name


@pytest.mark.parametrize(
    "typed", ["", "王", "王小明1", "·王明", "<b>王明</b>", "王" * 51, "😀😀", "=cmd()", "王\u202e明"]
)
def test_what_cannot_be_a_name_is_refused(typed: str) -> None:
    with pytest.raises(WrongIdentifier):
        parse_person_name(typed)


def test_masks_keep_enough_to_recognise_and_too_little_to_use() -> None:
    assert (mask_name("王明"), mask_name("王小明"), mask_name("欧阳小明")) == ("王*", "王*明", "欧**明")
    assert mask_phone("13900000001") == "139****0001"
    assert mask_citizen_id("11010519491231002X") == "110***********002X"
    assert mask_bank_card("4111111111111111") == "**** 1111"
    assert mask_uscc("91330100799655058B") == "9133**********058B"


@given(
    st.text(max_size=30),
    st.sampled_from(["parse_uscc", "parse_bank_card", "parse_mobile", "parse_person_name"]),
)
def test_any_text_is_read_or_refused_never_a_crash(text: str, parser: str) -> None:
    with contextlib.suppress(WrongIdentifier):
        getattr(identifiers, parser)(text)
