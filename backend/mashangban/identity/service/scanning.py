"""Signing in at a kiosk: it shows a picture, somebody scans it and says yes on their own phone, the kiosk is let in."""

import secrets
from datetime import datetime

from mashangban.identity import errors
from mashangban.identity.repository import scans
from mashangban.identity.rules import vouching
from mashangban.identity.schemas import Tokens
from mashangban.identity.schemas.scans import ScanAsked, ScanView
from mashangban.identity.service import reading, sessions
from mashangban.identity.service.sessions import Entry
from mashangban.identity.terms import SCAN_LIFE, VOUCHER_LIFE, SignInMethod
from mashangban.kernel.acts import Act
from mashangban.kernel.settings import settings


def voucher(label: str, at: datetime) -> str:
    """For a room that keeps machines: its word that this one is the platform's."""
    return vouching.vouch(label, at, VOUCHER_LIFE)


def ask_scan(given: str, at: datetime) -> ScanAsked:
    """A picture for a machine that we know. Raises UnknownMachine."""
    label = vouching.vouched(given, at)
    if label is None:
        raise errors.UnknownMachine()
    code, secret, ends = secrets.token_hex(12), secrets.token_hex(16), at + SCAN_LIFE
    scans.ask(code, secret, label, ends)
    return ScanAsked(code=code, secret=secret, link=f"{settings().public_url}/j/s/{code}", ends_at=ends)


def show_scan(code: str, at: datetime) -> ScanView:
    """Which machine it is. Raises ScanOver."""
    found = scans.get(code, at)
    return ScanView(label=found.label, ends_at=found.ends_at)


def let_in(act: Act, code: str) -> None:
    """I stand before it. Raises ScanOver."""
    scans.get(code, act.at)
    scans.let_in(act, code)


def sign_in_by_scan(code: str, secret: str, at: datetime) -> Tokens:
    """What the machine asks until its person said yes. Raises ScanWaits, ScanOver."""
    found = scans.get(code, at)
    if not scans.knows(found, secret):
        raise errors.ScanOver()
    if not found.person_id:
        raise errors.ScanWaits()
    entry = Entry(SignInMethod.KIOSK, found.label, at, spend=lambda tx: scans.spend(tx, code))
    return reading.until_settled(lambda: sessions.open_for(found.person_id, entry)).tokens()
