"""Accounts of staff: opened by an administrator, or by a person for themselves."""

import secrets
from dataclasses import replace

from mashangban.identity import errors, permissions, terms
from mashangban.identity.events import Happened
from mashangban.identity.identifiers import parse_mobile, parse_person_name
from mashangban.identity.repository import attempts
from mashangban.identity.repository import people as person_items
from mashangban.identity.repository import sessions as session_items
from mashangban.identity.repository import staff as staff_items
from mashangban.identity.repository.people import Lookup
from mashangban.identity.repository.staff import StaffAccount
from mashangban.identity.rules import passwords, totp
from mashangban.identity.rules.people import Person
from mashangban.identity.schemas import OwnStaffAccount, PasswordChange, StaffAccess, StaffCreation
from mashangban.identity.service import inputs, reading, sessions
from mashangban.kernel import events
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Role
from mashangban.kernel.sessions import IDENTITY
from mashangban.kernel.transaction import Transaction


def create_staff(act: Act, order: StaffCreation, totp_secret: str | None = None) -> StaffAccess:
    """Open an account for a new person; it can do nothing until roles are granted. A phone that someone already uses
    is refused: an administrator must not come to hold another person's sign-in.
    Raises UsernameTaken, StaffPhoneTaken, WeakPassword."""
    newcomer = _newcomer(act, order)
    access, account = _credentials(order.username, newcomer.id, order.password, totp_secret)
    event = events.happened(act, Happened.STAFF_CREATED, newcomer.subject, {"username": order.username})
    with Transaction(act, IDENTITY) as tx:
        person_items.add(tx, event, newcomer)
        staff_items.add(tx, account)
        tx.answer(access)
    return access


def _newcomer(act: Act, order: StaffCreation) -> Person:
    name = inputs.read("name", parse_person_name, order.name)
    phone = inputs.read("phone", parse_mobile, order.phone) if order.phone else None
    if phone and person_items.find(Lookup.PHONE, phone) is not None:
        raise errors.StaffPhoneTaken()
    return replace(sessions.newcomer(act.at, name=name, phone=phone), username=order.username)


def _credentials(
    username: str, person_id: str, password: str | None, totp_secret: str | None = None
) -> tuple[StaffAccess, StaffAccount]:
    chosen = password or secrets.token_urlsafe(12)
    if passwords.is_weak(chosen, username):
        raise errors.WeakPassword()
    secret = totp_secret or totp.new_secret()
    access = StaffAccess(
        person_id=person_id,
        username=username,
        initial_password=None if password else chosen,
        totp_secret=secret,
        totp_uri=totp.provisioning_uri(secret, username),
    )
    return access, StaffAccount(username, person_id, passwords.hash_password(chosen), secret)


def open_own_account(act: Act, order: OwnStaffAccount) -> StaffAccess:
    """Let a person with a role work in the console too. Raises UsernameTaken, WeakPassword."""
    holder = person_items.person(act.actor.person_id)
    if holder.username is not None:
        raise errors.UsernameTaken("您已开通电脑登录")
    access, account = _credentials(order.username, holder.id, order.password)
    event = reading.next_event(act, Happened.STAFF_CREATED, holder, {"username": order.username})
    with Transaction(act, IDENTITY) as tx:
        person_items.set_username(tx, event, holder, order.username)
        staff_items.add(tx, account)
        tx.answer(access)
    return access


def change_password(act: Act, change: PasswordChange) -> None:
    """Set a new password; every other sign-in of this person ends.

    Raises OldPasswordWrong, StaffLocked, WeakPassword.
    """
    holder = person_items.person(act.actor.person_id)
    account = staff_items.find(holder.username) if holder.username else None
    if account is None:
        raise errors.OldPasswordWrong()
    attempts.count(terms.STAFF_FAILURES, account.username, act.at, errors.StaffLocked)
    if not passwords.matches(change.old_password, account.password):
        raise errors.OldPasswordWrong()
    if passwords.is_weak(change.new_password, account.username):
        raise errors.WeakPassword()
    others = [one for one in session_items.of_person(holder.id, act.at) if one.id != act.actor.session_id]
    event = reading.next_event(act, Happened.PASSWORD_CHANGED, holder)
    with Transaction(act, IDENTITY) as tx:
        person_items.lengthen(tx, event, holder)
        staff_items.replace(tx, replace(account, password=passwords.hash_password(change.new_password)))
        for one in others:
            session_items.end(tx, holder.id, one.id)
        tx.answer(None)


def reset_staff(act: Act, username: str) -> StaffAccess:
    """New password and authenticator for an account whose holder lost them; all its sign-ins end."""
    act.actor.reach(permissions.RESET_STAFF)
    account = staff_items.find(username.lower())
    if account is None:
        raise errors.PersonUnknown()
    holder = person_items.person(account.person_id)
    access, fresh = _credentials(account.username, holder.id, None)
    event = reading.next_event(
        act, Happened.STAFF_RESET, holder, {"username": account.username}, Role.PLATFORM_ADMIN
    )
    with Transaction(act, IDENTITY) as tx:
        person_items.lengthen(tx, event, holder)
        staff_items.replace(tx, fresh)
        for one in session_items.of_person(holder.id, act.at):
            session_items.end(tx, holder.id, one.id)
        tx.answer(access)
    return access
