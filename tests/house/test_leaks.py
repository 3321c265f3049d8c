"""The search for numbers of people in clear (R8) finds them, and takes nothing else for one."""

import pytest

from tests import leaks

IDENTITY, CARD, PHONE = "11010519491231002X", "6222021234567890128", "13800138000"


@pytest.mark.parametrize("text", [
    IDENTITY, f"身份证 {IDENTITY}。", f'{{"id": "{IDENTITY}"}}', f'{{"id":"{IDENTITY.lower()}"}}', f"card={CARD}",
    PHONE, f"请打{PHONE}", f'{{"phone":"{PHONE}"}}', f"sent to {PHONE}, not read",
])  # fmt: skip
def test_a_number_in_clear_is_found(text: str) -> None:
    assert len(leaks.in_clear(text)) == 1


@pytest.mark.parametrize("text", [
    "110105194912310021", "6222021234567890129", '{"value":13216000000}', '{"value": 13216000000}',
    "[1795744527432,17957445274]", "0f13800138000a", "110***2X", "2026-11-27T02:00:00.13800138000Z", "0571-13800138",
])  # fmt: skip
def test_what_only_looks_like_one_is_not(text: str) -> None:
    assert leaks.in_clear(text) == []


def test_the_report_does_not_repeat_the_number() -> None:
    assert leaks.in_clear(IDENTITY) == ["110***2X"]


def test_a_planted_number_is_found_in_a_table_but_the_public_one_is_not() -> None:
    item = {
        "PK": {"S": "SITE#1"},
        "note": {"S": f"打 {PHONE}"},
        "labour_clerk_phone": {"S": PHONE},
        "n": {"N": "1"},
    }
    assert list(leaks.in_items("workers", [item])) == ["workers SITE#1 note: 138***00"]
