"""The SM2 seal on a paper, as the e-seal platform sets it and everybody may check it."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from mashangban.documents.ses import sm2 as checked_sm2
from mashangban.documents.ses.checking import Fault, check, covers
from sandbox import seals, sm2
from sandbox.partners.eseal import root

PAPER = b"%PDF-1.7 a paper as it was printed"
NOW = datetime.now(UTC)


def holder(name: str, issuer: sm2.Holder | None, years: int = 2, since: datetime | None = None) -> sm2.Holder:
    key = sm2.new_key()
    return sm2.Holder(
        key, sm2.certificate({"country_name": "CN", "common_name": name}, key, issuer, years, since)
    )


MAKER, SIGNER = holder("制章机构 样章", root()), holder("杭州样例劳务有限公司合同专用章", root())
ASKED = seals.Asked("33000000000001", "杭州样例劳务有限公司合同专用章", b"\x89PNG sample", 40, 40)


def sealed(
    paper: bytes = PAPER,
    *,
    signer: sm2.Holder = SIGNER,
    maker: sm2.Holder = MAKER,
    listed: sm2.Holder = SIGNER,
) -> bytes:
    seal = seals.cut(ASKED, listed.certificate, maker, 2)
    return seals.sign(seal, sm2.sm3(paper), covers(len(paper)), signer)


def faults(
    der: bytes, pdf: bytes = PAPER, roots: tuple[bytes, ...] = (root().certificate,)
) -> tuple[Fault, ...]:
    return check(der, pdf, roots).faults


def test_a_seal_on_an_unchanged_paper_holds_and_says_whose_it_is() -> None:
    found = check(sealed(), PAPER + b" and what was added later", [root().certificate])
    assert (found.faults, found.name, found.es_id) == ((), ASKED.name, ASKED.es_id)
    assert found.maker == "制章机构 样章"
    assert found.signed_at is not None
    assert abs(found.signed_at - datetime.now(UTC)) < timedelta(minutes=5)


def test_another_paper_or_a_shorter_one_does_not_hold() -> None:
    assert faults(sealed(), PAPER.replace(b"printed", b"altered")) == (Fault.CONTENT_CHANGED,)
    assert faults(sealed(), PAPER[:-1]) == (Fault.CONTENT_CHANGED,)


def test_whoever_is_not_of_a_trusted_authority_makes_no_seal() -> None:
    stranger = holder("不认识的根", None)
    assert faults(sealed(maker=holder("假制章机构", stranger))) == (Fault.NOT_TRUSTED,)
    false = holder("假公司", stranger)
    assert faults(sealed(signer=false, listed=false)) == (Fault.NOT_TRUSTED,)
    assert faults(sealed(), roots=()) == (Fault.NOT_TRUSTED,)


def test_an_authoritys_own_certificate_sets_no_seal() -> None:
    assert Fault.NOT_TRUSTED in faults(sealed(signer=root(), listed=root()))


def test_only_who_is_listed_in_the_seal_uses_it() -> None:
    assert faults(sealed(signer=holder("别的公司", root()))) == (Fault.NOT_A_SIGNER,)


def test_an_expired_certificate_sets_no_seal() -> None:
    old = holder("过期的公司", root(), 1, NOW - timedelta(days=400))
    assert faults(sealed(signer=old, listed=old)) == (Fault.OUT_OF_PERIOD,)


def test_of_a_thousand_altered_signatures_none_holds() -> None:
    der, dice = sealed(), random.Random(38540)
    for _ in range(1_000):
        place, bit = dice.randrange(len(der)), 1 << dice.randrange(8)
        changed = bytearray(der)
        changed[place] ^= bit
        assert faults(bytes(changed)) != (), (place, bit)


@pytest.mark.parametrize(
    "der", [b"", b"\x30\x00", b"\x30\x82\xff\xff", b"no DER", sealed()[:-1], sealed() + b"\x00"]
)
def test_what_is_no_signature_is_told_as_unreadable(der: bytes) -> None:
    assert faults(der) == (Fault.UNREADABLE,)


def test_the_example_of_the_standard_verifies() -> None:
    """GB/T 32918.5, A.2: the message "message digest" on the recommended curve."""
    public = bytes.fromhex(
        "04"
        "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
        "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13"
    )
    r = 0xF5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3
    s = 0xB1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA
    from asn1crypto import algos

    signature = algos.DSASignature({"r": r, "s": s}).dump()
    assert checked_sm2.verifies(public, b"message digest", signature)
    assert not checked_sm2.verifies(public, b"message digesT", signature)
