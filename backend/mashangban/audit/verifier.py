"""Check a receipt of the audit log without asking anybody. 离线核验回执。

    python verifier.py receipt.json --key log.pub

This one file needs only Python 3.11 and its standard library: copy it anywhere, read it, it is short on
purpose. Is the receipt whole, does each event follow the one before, is the last of them in the log, and is that
state of the log signed with this key? Exit code 0: genuine; 1: not genuine; 2: not checked.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any, NamedTuple

FORMAT = "mashangban-receipt/1"
HASH_BYTES = 32


# -------------------------------------------------------------------------- Merkle tree, RFC 9162 section 2.1
def leaf_hash(data: bytes) -> bytes:
    """Hash of a leaf."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash of an inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def included(leaf: bytes, index: int, size: int, proof: list[bytes], root: bytes) -> bool:
    """Whether `leaf` stands at `index` in the log of `size` leaves with this root (2.1.3.2)."""
    if not 0 <= index < size or {len(value) for value in (*proof, leaf, root)} != {HASH_BYTES}:
        return False
    at, last, value = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            value = node_hash(step, value)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            value = node_hash(value, step)
        at, last = at >> 1, last >> 1
    return last == 0 and value == root


# ---------------------------------------------------------------- ECDSA over P-256, FIPS 186-5 and SP 800-186
P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
Point = tuple[int, int, int]  # (x, y, z) is the point (x/z^2, y/z^3), Jacobian; infinity where z is 0
GX = 0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296
GY = 0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5
G: Point = (GX, GY, 1)
SPKI_PREFIX = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")


def add(a: Point, b: Point) -> Point:
    """Sum of two points of the curve: the third on the line through both, or on the tangent when they are one."""
    if not a[2] or not b[2]:
        return a if a[2] else b
    za, zb = a[2] * a[2] % P, b[2] * b[2] % P
    xa, ya = a[0] * zb % P, a[1] * b[2] * zb % P
    run, slope = (b[0] * za - xa) % P, (b[1] * a[2] * za - ya) % P
    if run or slope:
        cube, chord = run * run * run % P, run * run * xa % P
        sunk, z = ya * cube, a[2] * b[2] * run % P
    else:
        slope, cube, chord = 3 * (a[0] - za) * (a[0] + za) % P, 0, 4 * a[0] * a[1] * a[1] % P
        sunk, z = 8 * (a[1] * a[1] % P) ** 2, 2 * a[1] * a[2] % P
    x = (slope * slope - cube - 2 * chord) % P
    return x, (slope * (chord - x) - sunk) % P, z


def der_integers(der: bytes) -> tuple[int, int]:
    """The two numbers of a signature in the one shortest spelling (DER); for any other (0, 0): never good."""
    if not 8 <= len(der) <= 72:
        return 0, 0
    split = 4 + der[3]
    r, s = int.from_bytes(der[4:split], "big"), int.from_bytes(der[split + 2 :], "big")
    octets = [value.to_bytes(value.bit_length() // 8 + 1, "big") for value in (r, s)]
    body = b"".join(bytes((2, len(value))) + value for value in octets)
    return (r, s) if der == bytes((0x30, len(body))) + body else (0, 0)


def signed_by(spki: bytes, message: bytes, der: bytes) -> bool:
    """Whether the key signed exactly this message; of (r, s) and (r, N - s) only the smaller is accepted."""
    r, s = der_integers(der)
    if not (0 < r < N and 0 < s <= N // 2):
        return False
    digest, w = int.from_bytes(hashlib.sha256(message).digest(), "big"), pow(s, -1, N)
    u, v, q, point = digest * w % N, r * w % N, public_point(spki), (1, 1, 0)
    table = (point, G, q, add(G, q))
    for bit in reversed(range(256)):  # u times the base point plus v times the key
        point = add(add(point, point), table[(u >> bit & 1) | (v >> bit & 1) << 1])
    return bool(point[2]) and point[0] * pow(point[2], -2, P) % P % N == r


def public_point(spki: bytes) -> Point:
    """The point of a P-256 public key (SubjectPublicKeyInfo, uncompressed). Raises ValueError."""
    if len(spki) != len(SPKI_PREFIX) + 64 or not spki.startswith(SPKI_PREFIX):
        raise ValueError("not a P-256 public key")
    x, y = int.from_bytes(spki[-64:-32], "big"), int.from_bytes(spki[-32:], "big")
    if x >= P or y >= P or (y * y - x * x * x + 3 * x - B) % P:
        raise ValueError("not a point of P-256")
    return x, y, 1


def key_id(spki: bytes) -> str:
    """Name of a key: the first 16 hex digits of its SHA-256."""
    return hashlib.sha256(spki).hexdigest()[:16]


def keys_from_pem(text: str) -> dict[str, bytes]:
    """Public keys of a PEM file by their id. Raises ValueError if there is none or one is no P-256 key."""
    keys = {}
    for body in re.findall(r"-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----", text):
        spki = base64.b64decode("".join(body.split()), validate=True)
        public_point(spki)
        keys[key_id(spki)] = spki
    if not keys:
        raise ValueError("no public key in the file")
    return keys


# ------------------------------------------------------------------------------------------------ the receipt
GENESIS = "0" * 64
FORMS: dict[str, dict[str, type]] = {
    "receipt": {"format": str, "covers": dict, "events": list, "inclusion": dict, "checkpoint": dict},
    "covers": {"subject": str, "first": int, "last": int},
    "event": {
        **dict.fromkeys(("id", "type", "subject", "actor", "role", "at", "salt", "previous"), str),
        "version": int,
        "data": dict,
    },
    "inclusion": {"index": int, "proof": list},
    "checkpoint": {"text": str, "signature": str, "key_id": str},
}
CHECKPOINT = re.compile(r"([^\n]+)\n(0|[1-9][0-9]*)\n([A-Za-z0-9+/]{43}=)\n([0-9T:.-]{23}Z)\n")
GOOD = {
    "form": ("回执格式完整", "the receipt is whole"),
    "chain": ("记录一条接一条，没有缺漏", "each event follows the one before"),
    "signature": ("日志由{origin}签名，截至{at}共{size}条", "signed by {origin}: {size} entries at {at}"),
    "inclusion": ("记录在日志的第{entry}条", "entry {entry} of the log"),
}
BAD = {
    "form": ("这不是一份完整的回执，或内容被改过", "not a whole receipt, or altered"),
    "chain": ("记录前后接不上，内容被改过", "the events do not follow each other: altered"),
    "key": ("签名的钥匙不在您给的公钥里", "signed with a key that is not among yours"),
    "signature": ("日志签名不符，回执是假的或被改过", "the log's signature does not fit: forged or altered"),
    "inclusion": ("日志里没有这些记录，内容被改过", "the events are not in the log: altered"),
}


class Finding(NamedTuple):
    """One question asked of the receipt, and its answer in Chinese and English."""

    code: str
    good: bool
    zh: str
    en: str

    @classmethod
    def said(cls, code: str, good: bool, **facts: Any) -> Finding:
        """A finding in words."""
        zh, en = (GOOD if good else BAD)[code]
        return cls(code, good, zh.format(**facts), en.format(**facts))


class Checkpoint(NamedTuple):
    """The signed state of the log: whose log, how many leaves, their root, when."""

    origin: str
    size: int
    root: bytes
    at: str

    @classmethod
    def parsed(cls, text: str) -> Checkpoint:
        """Read the signed text. Raises ValueError unless it is written exactly so."""
        if not (match := CHECKPOINT.fullmatch(text)):
            raise ValueError("not a checkpoint")
        return cls(match[1], int(match[2]), base64.b64decode(match[3]), match[4])


def event_hash(event: dict[str, Any]) -> str:
    """SHA-256 of an event's canonical JSON (sorted, no spaces): what the next event and the log refer to."""
    text = json.dumps(event, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def parsed(text: str) -> dict[str, Any]:
    """The receipt of a JSON text. Raises ValueError for anything unknown, missing, doubled or mistyped."""
    receipt = json.loads(text, object_pairs_hook=_unique, parse_float=_refused, parse_constant=_refused)
    _shaped("receipt", receipt)
    for part in ("covers", "inclusion", "checkpoint"):
        _shaped(part, receipt[part])
    for event in receipt["events"]:
        _shaped("event", event)
    steps = receipt["inclusion"]["proof"]
    if not all(type(step) is str and re.fullmatch("[0-9a-f]{64}", step) for step in steps):
        raise ValueError("not a proof")
    if receipt["format"] != FORMAT or not receipt["events"]:
        raise ValueError("not a receipt of this format")
    return dict(receipt)


def _shaped(name: str, value: Any) -> None:
    if type(value) is not dict or {key: type(item) for key, item in value.items()} != FORMS[name]:
        raise ValueError(f"{name} is not as it should be")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("a name stands twice")
    return dict(pairs)


def _refused(text: str) -> Any:
    raise ValueError(f"{text} is not a whole number")


def check(text: str, keys: dict[str, bytes]) -> list[Finding]:
    """Everything there is to say about a receipt; it is genuine only if every finding is good."""
    try:
        receipt = parsed(text)
        hashes = [event_hash(event) for event in receipt["events"]]
    except (ValueError, RecursionError):
        return [Finding.said("form", False)]
    chain = Finding.said("chain", _chained(receipt["events"], hashes, receipt["covers"]))
    logged = _logged(receipt, hashes[-1], keys) if chain.good else []
    return [Finding.said("form", True), chain, *logged]


def _chained(events: list[dict[str, Any]], hashes: list[str], covers: dict[str, Any]) -> bool:
    first, previous = covers["first"], [events[0]["previous"], *hashes]
    return (
        covers["last"] == first + len(events) - 1
        and (first == 1 if previous[0] == GENESIS else first > 1)
        and all(
            (event["subject"], event["version"], event["previous"]) == (covers["subject"], first + n, before)
            for n, (event, before) in enumerate(zip(events, previous, strict=False))
        )
    )


def _logged(receipt: dict[str, Any], last: str, keys: dict[str, bytes]) -> list[Finding]:
    claimed, inclusion = receipt["checkpoint"], receipt["inclusion"]
    if claimed["key_id"] not in keys:
        return [Finding.said("key", False)]
    try:
        log, der = Checkpoint.parsed(claimed["text"]), base64.b64decode(claimed["signature"], validate=True)
        exact = base64.b64encode(der).decode() == claimed["signature"]
        if not exact or not signed_by(keys[claimed["key_id"]], claimed["text"].encode(), der):
            raise ValueError("not signed")
    except ValueError:
        return [Finding.said("signature", False)]
    signed = Finding.said("signature", True, origin=log.origin, at=log.at, size=log.size)
    proof = [bytes.fromhex(step) for step in inclusion["proof"]]
    found = included(leaf_hash(bytes.fromhex(last)), inclusion["index"], log.size, proof, log.root)
    return [signed, Finding.said("inclusion", found, entry=inclusion["index"] + 1)]


def report(text: str, findings: list[Finding]) -> str:
    """The findings in words, with the events when they are genuine."""
    genuine = all(finding.good for finding in findings)
    lines = [f"{'√' if finding.good else '×'} {finding.zh}  ({finding.en})" for finding in findings]
    if genuine:
        receipt = parsed(text)
        lines += [f"  {e['version']:>3}  {e['at']}  {e['type']}  {e['role']}" for e in receipt["events"]]
        if receipt["covers"]["first"] > 1:
            lines.append("  更早的记录不在这份回执里 (earlier events are not part of this receipt)")
    return "\n".join([*lines, "结论：真实，未被改动 (genuine)" if genuine else "结论：不可信 (NOT genuine)"])


def main(arguments: list[str] | None = None) -> int:
    """Command line. Returns the exit code: 0 genuine, 1 not genuine, 2 not checked."""
    parser = argparse.ArgumentParser(description="离线核验回执 / check a receipt offline")
    parser.add_argument("receipt", type=Path, help="回执文件 (JSON) / the receipt")
    parser.add_argument("--key", type=Path, required=True, help="日志公钥 (PEM) / public key of the log")
    given = parser.parse_args(arguments)
    try:
        keys, text = keys_from_pem(given.key.read_text("utf-8")), given.receipt.read_text("utf-8")
    except (OSError, ValueError) as problem:
        sys.stderr.write(f"无法核验：读不了文件 (cannot check: {problem})\n")
        return 2
    findings = check(text, keys)
    sys.stdout.write(report(text, findings) + "\n")
    return 0 if all(finding.good for finding in findings) else 1


if __name__ == "__main__":
    sys.exit(main())
