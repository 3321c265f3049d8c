"""The three doors: WeChat on a phone, a code by text message in a browser, password and authenticator for staff."""

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import datetime

from mashangban.identity import errors, terms
from mashangban.identity.identifiers import parse_mobile
from mashangban.identity.partners import sms, wechat
from mashangban.identity.repository import codes, limits
from mashangban.identity.repository import grants as grant_items
from mashangban.identity.repository import people as person_items
from mashangban.identity.repository import staff as staff_items
from mashangban.identity.repository.people import Lookup
from mashangban.identity.repository.staff import StaffAccount
from mashangban.identity.rules import passwords, totp
from mashangban.identity.rules.granting import session_grants
from mashangban.identity.schemas import CodeSent, Me, StaffSignIn, Tokens
from mashangban.identity.service import first_password, inputs, reading, sessions, telling
from mashangban.identity.service.sessions import Entry, Opened
from mashangban.identity.terms import SignInMethod
from mashangban.kernel import ids
from mashangban.kernel import limits as attempts
from mashangban.kernel.errors import PartnerUnavailable

_TEXT = "【码上办】验证码 {code}，5 分钟内有效。工作人员不会向您要验证码，请不要告诉别人。"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a sign-in comes from: address for limits, device for the owner's list."""

    address: str
    device: str = ""


def send_code(phone: str, origin: Origin, at: datetime) -> CodeSent:
    """Send a one-time code. The answer never tells whether the phone is known. Raises TooManyCodes,
    PartnerUnavailable (the person may ask again at once)."""
    number = inputs.read("phone", parse_mobile, phone)
    attempts.count(limits.CODES_PER_ADDRESS, origin.address, at, errors.TooManyCodes)
    code = f"{secrets.randbelow(10**6):06d}"
    _keep_code(number, code, at)
    try:
        sms.send(f"code-{ids.new_id(at)}", number, _TEXT.format(code=code))
    except PartnerUnavailable:
        codes.allow_resend(number, at)
        raise
    return CodeSent(
        expires_in=int(terms.CODE_LIFE.total_seconds()), resend_after=int(terms.CODE_RESEND.total_seconds())
    )


def _keep_code(number: str, code: str, at: datetime) -> None:
    """A refusal leaves the code of the last message good, and asking too early uses up nothing."""
    counted = (limits.CODES_PER_PHONE_HOUR, limits.CODES_PER_PHONE_DAY)
    for limit in counted:
        attempts.count(limit, number, at, errors.TooManyCodes)
    try:
        codes.keep(number, code, at)
    except errors.TooManyCodes:
        for limit in counted:
            attempts.give_back(limit, number, at)
        raise


def sign_in_by_sms(phone: str, code: str, origin: Origin, at: datetime, *, shared: bool = False) -> Tokens:
    """Sign in, or register on the first visit; shortly at a shared machine. Raises WrongCode, CodeSpent, TooMany."""
    number = inputs.read("phone", parse_mobile, phone)
    digest = prove_phone(number, code, origin, at)
    method = SignInMethod.KIOSK if shared else SignInMethod.SMS
    entry = Entry(method, origin.device, at, spend=lambda tx: codes.spend(tx, number, digest))
    return reading.until_settled(lambda: _enter(Lookup.PHONE, number, entry)).tokens()


def prove_phone(phone: str, code: str, origin: Origin, at: datetime) -> str:
    """Check a phone's code, counting the try; returns what `codes.spend` needs."""
    attempts.count(limits.FAILURES_PER_ADDRESS, origin.address, at, errors.TooMany)
    digest = codes.check(phone, code, at)
    attempts.give_back(limits.FAILURES_PER_ADDRESS, origin.address, at)
    return digest


def sign_in_by_wechat(code: str, origin: Origin, at: datetime) -> Tokens:
    """Sign in by a mini-program's login code, or register. Raises WechatRefused, PartnerUnavailable."""
    openid = wechat.identity_behind(code).openid
    entry = Entry(SignInMethod.WECHAT, origin.device, at)
    return reading.until_settled(lambda: _enter(Lookup.WECHAT, openid, entry)).tokens()


def _enter(lookup: Lookup, value: str, entry: Entry) -> Opened:
    person_id = person_items.find(lookup, value)
    if person_id is not None:
        return sessions.open_for(person_id, entry)
    if lookup is Lookup.PHONE:
        return sessions.open_for_newcomer(sessions.newcomer(entry.at, phone=value), entry)
    return sessions.open_for_newcomer(sessions.newcomer(entry.at, openid=value), entry)


def sign_in_staff(given: StaffSignIn, origin: Origin, at: datetime) -> Tokens:
    """Tokens for a member of staff. Raises StaffRefused (one answer for all reasons), StaffLocked, and with a password
    that was handed over PasswordMustChange, InitialPasswordOver, WeakPassword."""
    account, entry = _staff_entry(given, origin, at)
    return reading.until_settled(lambda: sessions.open_for(account.person_id, entry)).tokens()


@dataclass(frozen=True, slots=True)
class ConsoleSession:
    """A console sign-in: the cookie's value, the token its forms carry, when it ends, who it is."""

    cookie: str = field(repr=False)
    csrf: str = field(repr=False)
    ends_at: datetime
    me: Me


def create_console_session(given: StaffSignIn, origin: Origin, at: datetime) -> ConsoleSession:
    """Sign a member of staff in to the console for twelve hours. Raises what `sign_in_staff` does, and NoRoleYet: the
    console is for those who hold a role."""
    secret, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(24)
    cookie = (hashlib.sha256(secret.encode()).hexdigest(), csrf)
    account, entry = _staff_entry(given, origin, at, cookie)
    if not session_grants(grant_items.of_person(account.person_id), at):
        raise errors.NoRoleYet()
    opened = reading.until_settled(lambda: sessions.open_for(account.person_id, entry))
    me = reading.view(opened.holder, opened.held, at)
    return ConsoleSession(f"{opened.session.id}.{secret}", csrf, opened.session.ends_at, me)


def _staff_entry(
    given: StaffSignIn, origin: Origin, at: datetime, cookie: tuple[str, str] | None = None
) -> tuple[StaffAccount, Entry]:
    name = given.username.lower()
    attempts.count(limits.FAILURES_PER_ADDRESS, origin.address, at, errors.StaffLocked)
    attempts.count(limits.STAFF_FAILURES, name, at, errors.StaffLocked)
    account, step = _staff_judged(given, at)
    attempts.forget(limits.STAFF_FAILURES, name, at)
    attempts.give_back(limits.FAILURES_PER_ADDRESS, origin.address, at)
    own = first_password.settle(account, given.new_password, at)
    entry = Entry(
        SignInMethod.STAFF,
        origin.device,
        at,
        spend=lambda tx: staff_items.use_step(tx, own, step),
        cookie=cookie,
    )
    return own, entry


def _staff_judged(given: StaffSignIn, at: datetime) -> tuple[StaffAccount, int]:
    """Password and code are both judged before either is refused, for unknown names too."""
    account = staff_items.find(given.username.lower())
    right = passwords.matches(given.password, account.password if account else passwords.NOBODY)
    step = totp.accepted_step(account.totp, given.totp, at, account.last_step) if account else None
    if account is None or not right or step is None:
        if account is not None and right and totp.was_good(account.totp, given.totp, at):
            telling.of_used_code(account.person_id, at)
        raise errors.StaffRefused()
    return account, step
