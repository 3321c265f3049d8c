"""The password that an administrator hands over opens the way to one's own and nothing else (OWASP ASVS 2.3.1)."""

from dataclasses import replace
from datetime import datetime

from mashangban.identity import errors
from mashangban.identity.events import Happened
from mashangban.identity.repository import people as person_items
from mashangban.identity.repository import staff as staff_items
from mashangban.identity.repository.staff import StaffAccount
from mashangban.identity.rules import passwords
from mashangban.identity.service import reading
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Principal
from mashangban.kernel.sessions import IDENTITY
from mashangban.kernel.transaction import Transaction


def settle(account: StaffAccount, chosen: str | None, at: datetime) -> StaffAccount:
    """The account as it may sign in, for somebody who has just proved password and code: with a password of its
    holder's own. Raises InitialPasswordOver, PasswordMustChange, WeakPassword."""
    if account.initial_until is None:
        return account
    if account.initial_until <= at:
        raise errors.InitialPasswordOver()
    if chosen is None:
        raise errors.PasswordMustChange()
    if passwords.is_weak(chosen, account.username) or passwords.matches(chosen, account.password):
        raise errors.WeakPassword()
    own = replace(account, password=passwords.hash_password(chosen), initial_until=None)
    return reading.until_settled(lambda: _save(own, at))


def _save(own: StaffAccount, at: datetime) -> StaffAccount:
    holder = person_items.person(own.person_id)
    act = Act(Principal(holder.id, ids.new_id(at)), at)
    event = reading.next_event(act, Happened.PASSWORD_CHANGED, holder)
    with Transaction(act, IDENTITY) as tx:
        person_items.lengthen(tx, event, holder)
        staff_items.replace(tx, own)
    return own
