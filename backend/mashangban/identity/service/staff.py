"""Accounts of staff: opened by an administrator, or by a person for themselves."""

import secrets
from dataclasses import replace
from datetime import datetime

from mashangban.identity import errors, permissions
from mashangban.identity.events import Happened
from mashangban.identity.identifiers import parse_mobile, parse_person_name
from mashangban.identity.repository import limits
from mashangban.identity.repository import people as person_items
from mashangban.identity.repository import sessions as session_items
from mashangban.identity.repository import sleeping as sleep_items
from mashangban.identity.repository import staff as staff_items
from mashangban.identity.repository.people import Lookup
from mashangban.identity.repository.staff import StaffAccount
from mashangban.identity.rules import passwords, totp
from mashangban.identity.rules.people import Person
from mashangban.identity.schemas import (
    AuthenticatorRenewal,
    OwnStaffAccount,
    PasswordChange,
    StaffAccess,
    StaffCreation,
)
from mashangban.identity.service import inputs, reading, sessions, telling
from mashangban.identity.terms import INITIAL_PASSWORD_LIFE
from mashangban.kernel import events
from mashangban.kernel import limits as attempts
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import FieldError, Invalid
from mashangban.kernel.permissions import Role
from mashangban.kernel.sessions import IDENTITY
from mashangban.kernel.transaction import Transaction


def create_staff(act: Act, order: StaffCreation, totp_secret: str | None = None) -> StaffAccess:
    """Open an account for a new person; it can do nothing until roles are granted. A phone that someone already uses
    is refused: an administrator must not come to hold another person's sign-in.
    Raises UsernameTaken, StaffPhoneTaken, WeakPassword."""
    newcomer = _newcomer(act, order)
    access, account = _credentials(order.username, newcomer.id, order.password, totp_secret)
    if not _by_the_platform_itself(act):
        account = _handed_over(account, act.at)
    event = events.happened(act, Happened.STAFF_CREATED, newcomer.subject, {"username": order.username})
    with Transaction(act, IDENTITY) as tx:
        person_items.add(tx, event, newcomer)
        sleep_items.begin(tx, newcomer, act.at)
        staff_items.add(tx, account)
        tx.answer(access)
    return access


def _newcomer(act: Act, order: StaffCreation) -> Person:
    name = inputs.read("name", parse_person_name, order.name)
    phone = inputs.read("phone", parse_mobile, order.phone) if order.phone else None
    if phone and not _is_top(act):
        raise Invalid(errors=[FieldError("phone", "手机号请由本人登录后自己绑定")])
    if phone and person_items.find(Lookup.PHONE, phone) is not None:
        raise errors.StaffPhoneTaken()
    return replace(sessions.newcomer(act.at, name=name, phone=phone), username=order.username)


def _is_top(act: Act) -> bool:
    """Who hands out a password must not also name the phone: its owner would come to live in that account."""
    return any(grant.role in {Role.PLATFORM_ADMIN, Role.SYSTEM} for grant in act.actor.grants)


def _by_the_platform_itself(act: Act) -> bool:
    return any(grant.role is Role.SYSTEM for grant in act.actor.grants)


def _handed_over(account: StaffAccount, at: datetime) -> StaffAccount:
    """Somebody else knows the password: with the first sign-in its holder chooses another."""
    return replace(account, initial_until=at + INITIAL_PASSWORD_LIFE)


def _credentials(
    username: str, person_id: str, password: str | None, totp_secret: str | None = None
) -> tuple[StaffAccess, StaffAccount]:
    chosen = password or secrets.token_urlsafe(12)
    if passwords.is_weak(chosen, username):
        raise errors.WeakPassword()
    secret = totp_secret or totp.new_secret()
    access = _access(username, person_id, secret, None if password else chosen)
    return access, StaffAccount(username, person_id, passwords.hash_password(chosen), secret)


def _access(username: str, person_id: str, secret: str, initial_password: str | None = None) -> StaffAccess:
    return StaffAccess(
        person_id=person_id,
        username=username,
        initial_password=initial_password,
        totp_secret=secret,
        totp_uri=totp.provisioning_uri(secret, username),
    )


def open_own_account(act: Act, order: OwnStaffAccount) -> StaffAccess:
    """Let a person with a role work in the console too. Raises UsernameTaken, WeakPassword."""
    holder = person_items.person(act.actor.person_id)
    if holder.username is not None:
        raise errors.UsernameTaken("您已开通电脑登录")
    access, account = _credentials(order.username, holder.id, order.password)
    told = telling.owner(act, holder, "console-opened")
    event = reading.next_event(
        act, Happened.STAFF_CREATED, holder, {"username": order.username}, messages=told
    )
    with Transaction(act, IDENTITY) as tx:
        person_items.set_username(tx, event, holder, order.username)
        staff_items.add(tx, account)
        tx.answer(access)
    return access


def change_password(act: Act, change: PasswordChange) -> None:
    """Set a new password; every other sign-in of this person ends.

    Raises OldPasswordWrong, StaffLocked, WeakPassword.
    """
    holder, account = _own_account(act, change.old_password)
    if passwords.is_weak(change.new_password, account.username):
        raise errors.WeakPassword()
    told = telling.owner(act, holder, "password-changed")
    event = reading.next_event(act, Happened.PASSWORD_CHANGED, holder, messages=told)
    with Transaction(act, IDENTITY) as tx:
        person_items.lengthen(tx, event, holder)
        staff_items.replace(tx, replace(account, password=passwords.hash_password(change.new_password)))
        _end_others(tx, act, holder)
        tx.answer(None)


def renew_authenticator(act: Act, proof: AuthenticatorRenewal) -> StaffAccess:
    """Bind a new authenticator, so that nobody who saw the first secret can use it; other sign-ins end.

    Raises OldPasswordWrong, StaffLocked.
    """
    holder, account = _own_account(act, proof.password)
    secret = totp.new_secret()
    access = _access(account.username, holder.id, secret)
    told = telling.owner(act, holder, "authenticator-renewed")
    event = reading.next_event(act, Happened.AUTHENTICATOR_RENEWED, holder, messages=told)
    with Transaction(act, IDENTITY) as tx:
        person_items.lengthen(tx, event, holder)
        staff_items.replace(tx, replace(account, totp=secret, last_step=0))
        _end_others(tx, act, holder)
        tx.answer(access)
    return access


def _own_account(act: Act, password: str) -> tuple[Person, StaffAccount]:
    """The caller's account, once the password proves that it is still them."""
    holder = person_items.person(act.actor.person_id)
    account = staff_items.find(holder.username) if holder.username else None
    if account is None:
        raise errors.OldPasswordWrong()
    attempts.count(limits.STAFF_FAILURES, account.username, act.at, errors.StaffLocked)
    if not passwords.matches(password, account.password):
        raise errors.OldPasswordWrong()
    return holder, account


def _end_others(tx: Transaction, act: Act, holder: Person) -> None:
    for one in session_items.of_person(holder.id, act.at):
        if one.id != act.actor.session_id:
            session_items.end(tx, holder.id, one.id)


def reset_staff(act: Act, username: str) -> StaffAccess:
    """New password and authenticator for an account whose holder lost them; all its sign-ins end."""
    act.actor.reach(permissions.RESET_STAFF)
    account = staff_items.find(username.lower())
    if account is None:
        raise errors.PersonUnknown()
    holder = person_items.person(account.person_id)
    access, fresh = _credentials(account.username, holder.id, None)
    told = telling.owner(act, holder, "account-reset")
    named = {"username": account.username}
    event = reading.next_event(act, Happened.STAFF_RESET, holder, named, Role.PLATFORM_ADMIN, told)
    with Transaction(act, IDENTITY) as tx:
        person_items.lengthen(tx, event, holder)
        staff_items.replace(tx, _handed_over(fresh, act.at))
        for one in session_items.of_person(holder.id, act.at):
            session_items.end(tx, holder.id, one.id)
        tx.answer(access)
    return access
