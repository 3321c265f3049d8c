"""Wire shapes of the log."""

from typing import Any

from pydantic import ConfigDict, Field

from mashangban.kernel.http import Schema


class Exact(Schema):
    """Text that is hashed or signed is never trimmed."""

    model_config = ConfigDict(str_strip_whitespace=False)


class SignedText(Exact):
    """A checkpoint's four lines, their signature (base64 of DER) and the id of the key."""

    text: str
    signature: str
    key_id: str


class CheckpointView(SignedText):
    """The same with its lines taken apart; `root` is hexadecimal."""

    origin: str
    size: int
    root: str
    at: str


class KeysView(Exact):
    """Public keys of the log, new and old, as JSON Web Keys and as a PEM file."""

    keys: list[dict[str, str]]
    pem: str


class ConsistencyQuery(Schema):
    """Two sizes of the log."""

    old: int = Field(alias="from", ge=1)
    new: int = Field(alias="to", ge=1)


class ConsistencyView(Exact):
    """Proof that the log only grew between two sizes (RFC 9162, 2.1.4); all hashes hexadecimal."""

    old_size: int
    new_size: int
    old_root: str
    new_root: str
    proof: list[str]


class CoversView(Exact):
    """Which part of a subject's chain a receipt shows."""

    subject: str
    first: int
    last: int


class EventView(Exact):
    """An event exactly as its hash covers it."""

    id: str
    type: str
    subject: str
    version: int
    actor: str
    role: str
    at: str
    data: dict[str, Any]
    salt: str
    previous: str


class InclusionView(Exact):
    """Where the last event stands in the log, with its proof (RFC 9162, 2.1.3)."""

    index: int
    proof: list[str]


class ReceiptView(Exact):
    """A receipt that anybody can check offline (docs/verify.md)."""

    format: str
    covers: CoversView
    events: list[EventView]
    inclusion: InclusionView
    checkpoint: SignedText


class EntryView(Exact):
    """One line of a subject's log."""

    version: int
    event_id: str
    type: str
    at: str
    actor: str
    role: str
    hash: str
    index: int


class SubjectLogView(Exact):
    """A subject's log; `complete` says that no number is missing and each event names the one before."""

    subject: str
    complete: bool
    entries: list[EntryView]


class FindingView(Exact):
    """One question asked of a receipt and its answer."""

    code: str
    good: bool
    zh: str
    en: str


class ReceiptVerification(Exact):
    """What was found; `genuine` only if every finding is good."""

    genuine: bool
    findings: list[FindingView]
    covers: CoversView | None = None
    events: list[EventView] = []
