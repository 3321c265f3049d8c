"""What the offline verifier accepts and, ten thousand times, what it does not."""

import base64
import copy
import json
import random
import string
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from mashangban.audit import verifier
from mashangban.audit.rules import checkpoints
from mashangban.audit.rules.checkpoints import Signer
from tests.audit import build

MUTATIONS = 10_000


@pytest.fixture(scope="module")
def signer() -> Signer:
    return build.new_signer()


@pytest.fixture(scope="module")
def keys(signer: Signer) -> dict[str, bytes]:
    return {verifier.key_id(signer.spki): signer.spki}


@pytest.fixture(scope="module")
def receipt(signer: Signer) -> str:
    return build.receipt_without_storage(signer)


def codes(findings: list[verifier.Finding]) -> list[tuple[str, bool]]:
    return [(finding.code, finding.good) for finding in findings]


def is_genuine(text: str, keys: dict[str, bytes]) -> bool:
    return all(finding.good for finding in verifier.check(text, keys))


def changed(receipt: str, change: Callable[[Any], None]) -> str:
    content = json.loads(receipt)
    change(content)
    return json.dumps(content, ensure_ascii=False)


def test_a_genuine_receipt_passes_every_question(receipt: str, keys: dict[str, bytes]) -> None:
    assert codes(verifier.check(receipt, keys)) == [
        ("form", True),
        ("chain", True),
        ("signature", True),
        ("inclusion", True),
    ]


def test_another_layout_of_the_same_receipt_is_the_same_receipt(receipt: str, keys: dict[str, bytes]) -> None:
    again = json.dumps(json.loads(receipt), indent=3, sort_keys=True)
    assert is_genuine(again, keys)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda r: r["events"][1]["data"].update(fen=1), "chain"),
        (lambda r: r["events"][-1]["data"].update(fen=1), "inclusion"),
        (lambda r: r["events"][-1].update(actor="another"), "inclusion"),
        (lambda r: r["events"][0].update(at="2020-01-01T00:00:00.000Z"), "chain"),
        (lambda r: r["events"].reverse(), "chain"),
        (lambda r: r["events"].pop(), "chain"),
        (lambda r: r["events"].pop(0), "chain"),
        (lambda r: r["events"].clear(), "form"),
        (lambda r: r["covers"].update(last=10**30), "chain"),
        (lambda r: r["covers"].update(first=0, last=2), "chain"),
        (lambda r: r["covers"].update(subject="contract:other"), "chain"),
        (lambda r: r["inclusion"].update(index=6), "inclusion"),
        (lambda r: r["inclusion"].update(index=-1), "inclusion"),
        (lambda r: r["inclusion"]["proof"].pop(), "inclusion"),
        (lambda r: r["inclusion"]["proof"].append("0" * 64), "inclusion"),
        (lambda r: r["inclusion"]["proof"].append("0G" * 32), "form"),
        (lambda r: r["checkpoint"].update(text=r["checkpoint"]["text"] + " "), "signature"),
        (lambda r: r["checkpoint"].update(text="\ud800" + r["checkpoint"]["text"]), "signature"),
        (
            lambda r: r["checkpoint"].update(text=r["checkpoint"]["text"].replace("\n14\n", "\n15\n")),
            "signature",
        ),
        (lambda r: r["checkpoint"].update(signature="AAAA"), "signature"),
        (lambda r: r["checkpoint"].update(key_id="0" * 16), "key"),
        (lambda r: r.update(format="mashangban-receipt/2"), "form"),
        (lambda r: r.update(note="valid"), "form"),
        (lambda r: r.pop("covers"), "form"),
        (lambda r: r["inclusion"].update(index=True), "form"),
        (lambda r: r["inclusion"].update(index=7.0), "form"),
        (lambda r: r["events"][0]["data"].update(text="\ud800"), "form"),
        (lambda r: r["events"].append("event"), "form"),
    ],
)
def test_each_kind_of_change_is_named(
    receipt: str, keys: dict[str, bytes], change: Callable[[Any], None], code: str
) -> None:
    findings = verifier.check(changed(receipt, change), keys)
    assert next(finding.code for finding in findings if not finding.good) == code


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{}", "1", '"x"', "[" * 100_000, '{"format": NaN}', "\ufeff{}"]
)
def test_what_is_no_receipt_is_refused_without_a_crash(text: str, keys: dict[str, bytes]) -> None:
    assert codes(verifier.check(text, keys)) == [("form", False)]


def test_a_name_that_stands_twice_is_refused(receipt: str, keys: dict[str, bytes]) -> None:
    doubled = receipt.replace('"format":', '"format": "x", "format":', 1)
    assert codes(verifier.check(doubled, keys)) == [("form", False)]


def test_the_other_spelling_of_the_signature_is_refused(receipt: str, keys: dict[str, bytes]) -> None:
    def mirrored(content: Any) -> None:
        r, s = verifier.der_integers(base64.b64decode(content["checkpoint"]["signature"]))
        high = encode_dss_signature(r, verifier.N - s)
        content["checkpoint"]["signature"] = base64.b64encode(high).decode()

    assert not is_genuine(changed(receipt, mirrored), keys)


def test_a_receipt_signed_with_another_key_is_refused(receipt: str) -> None:
    other = build.new_signer()
    assert codes(verifier.check(receipt, {verifier.key_id(other.spki): other.spki}))[-1] == ("key", False)
    own_id = json.loads(receipt)["checkpoint"]["key_id"]
    assert codes(verifier.check(receipt, {own_id: other.spki}))[-1] == ("signature", False)


def test_a_middle_part_of_a_chain_says_that_earlier_events_are_missing(
    signer: Signer, keys: dict[str, bytes]
) -> None:
    whole = json.loads(build.receipt_without_storage(signer))
    whole["events"] = whole["events"][1:]
    whole["covers"]["first"] = 2
    text = json.dumps(whole)
    assert is_genuine(text, keys)
    assert "earlier events are not part" in verifier.report(text, verifier.check(text, keys))


@pytest.mark.slow
def test_ten_thousand_altered_receipts_and_none_accepted(receipt: str, keys: dict[str, bytes]) -> None:
    chance, original = random.Random(20261123), json.loads(receipt)
    refused = 0
    while refused < MUTATIONS:
        altered = (
            _altered_text(receipt, chance) if chance.random() < 0.5 else _altered_value(original, chance)
        )
        if _same(altered, original):
            continue  # white space, or an escape for the same character: the receipt still says the same
        assert not is_genuine(altered, keys), altered
        refused += 1


def _same(text: str, original: Any) -> bool:
    try:
        return json.dumps(json.loads(text)) == json.dumps(original)
    except ValueError:
        return False


def _altered_text(text: str, chance: random.Random) -> str:
    place, what = chance.randrange(len(text)), chance.randrange(4)
    other = chance.choice(string.ascii_letters + string.digits + '"{}[]:,+/= 码')
    if what == 0:
        return text[:place] + other + text[place + 1 :]
    if what == 1:
        return text[:place] + text[place + 1 :]
    if what == 2:
        return text[:place] + other + text[place:]
    end = min(len(text), place + chance.randrange(1, 80))
    return text[:place] + text[place:end][::-1] + text[end:]


def _altered_value(original: Any, chance: random.Random) -> str:
    """Change, drop, double or swap one value somewhere in the tree."""
    content = copy.deepcopy(original)
    places = list(_places(content))
    holder, key = chance.choice(places)
    what = chance.randrange(5)
    if what == 0:
        del holder[key]
    elif what == 1 and isinstance(holder, dict):
        holder[str(key) + "x"] = holder.pop(key)
    elif what == 2:
        other_holder, other_key = chance.choice(places)
        value = copy.deepcopy(other_holder[other_key])
        holder[key] = value
    elif what == 3 and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[key]))
    else:
        holder[key] = _other(holder[key], chance)
    return json.dumps(content, ensure_ascii=False)


def _places(value: Any) -> Any:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in list(inside):
        yield value, key
        yield from _places(child)


def _other(value: Any, chance: random.Random) -> Any:
    if isinstance(value, int):
        return chance.choice([value + 1, value - 1, -value - 1, value ^ 8, float(value), str(value), None])
    if isinstance(value, str) and value:
        place = chance.randrange(len(value))
        return value[:place] + chance.choice("0123456789abcdefABCDEF=+/\n") + value[place + 1 :]
    return chance.choice([None, [], {}, "x", 0])


@pytest.fixture
def folder(tmp_path: Path, signer: Signer, receipt: str) -> Path:
    (tmp_path / "log.pub").write_text(checkpoints.pem_of(signer.spki))
    (tmp_path / "receipt.json").write_text(receipt, "utf-8")
    (tmp_path / "verifier.py").write_text(Path(verifier.__file__).read_text("utf-8"), "utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The script alone: no site packages, no project on the path."""
    command = [sys.executable, "-I", "-S", "verifier.py", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_script_runs_alone_and_speaks_both_languages(folder: Path) -> None:
    done = run(folder, "receipt.json", "--key", "log.pub")
    assert (done.returncode, done.stderr) == (0, "")
    assert "真实，未被改动 (genuine)" in done.stdout
    assert "test.contract.moved" in done.stdout


def test_the_script_ends_with_one_for_a_forged_receipt(folder: Path, receipt: str) -> None:
    (folder / "receipt.json").write_text(receipt.replace("第1步", "第9步"), "utf-8")
    done = run(folder, "receipt.json", "--key", "log.pub")
    assert (done.returncode, done.stderr) == (1, "")
    assert "不可信 (NOT genuine)" in done.stdout


@pytest.mark.parametrize(
    "arguments", [("none.json", "--key", "log.pub"), ("receipt.json", "--key", "receipt.json")]
)
def test_the_script_ends_with_two_when_it_could_not_check(folder: Path, arguments: tuple[str, ...]) -> None:
    done = run(folder, *arguments)
    assert done.returncode == 2
    assert "无法核验" in done.stderr


def test_openssl_checks_the_checkpoint_of_a_receipt(folder: Path, receipt: str) -> None:
    checkpoint = json.loads(receipt)["checkpoint"]
    (folder / "text").write_bytes(checkpoint["text"].encode())
    (folder / "sig").write_bytes(base64.b64decode(checkpoint["signature"]))
    command = ["openssl", "dgst", "-sha256", "-verify", "log.pub", "-signature", "sig", "text"]
    assert subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout == b"Verified OK\n"
