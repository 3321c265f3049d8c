"""Opening, refreshing, listing and ending sessions."""

import hmac
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.identity import errors
from mashangban.identity.events import Happened
from mashangban.identity.repository import grants as grant_items
from mashangban.identity.repository import people as person_items
from mashangban.identity.repository import sessions as session_items
from mashangban.identity.repository import sleeping as sleep_items
from mashangban.identity.rules import sessions as rules
from mashangban.identity.rules.granting import HeldGrant, session_grants
from mashangban.identity.rules.people import Person
from mashangban.identity.rules.sessions import LiveSession, RefreshState, Verdict
from mashangban.identity.schemas import Sessions, SessionView, Tokens
from mashangban.identity.service import reading, telling
from mashangban.identity.terms import SignInMethod
from mashangban.kernel import crypto, events, ids, tokens
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Principal
from mashangban.kernel.sessions import IDENTITY
from mashangban.kernel.tokens import Claims
from mashangban.kernel.transaction import Transaction

_LABELS = {
    SignInMethod.WECHAT: "微信登录",
    SignInMethod.SMS: "短信登录",
    SignInMethod.STAFF: "密码登录",
    SignInMethod.KIOSK: "自助机登录",
}
_DEVICE_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Entry:
    """How someone comes in: by which door, from what device, when; `spend` uses up what opened the door."""

    method: SignInMethod
    device: str
    at: datetime
    spend: Callable[[Transaction], None] = lambda tx: None
    cookie: tuple[str, str] | None = None  # hash of the cookie's secret, CSRF token

    def session(self) -> LiveSession:
        """The session this entry opens."""
        return LiveSession(
            id=ids.new_id(self.at),
            method=self.method,
            device=self.device[:_DEVICE_LENGTH],
            console=self.cookie is not None,
            created_at=self.at,
            ends_at=rules.end_of(self.method, self.at, self.at),
        )


@dataclass(frozen=True, slots=True)
class Opened:
    """A session just opened, with what its first answer shows."""

    holder: Person
    held: list[HeldGrant]
    session: LiveSession
    salt: str

    def tokens(self) -> Tokens:
        """The first tokens of the session."""
        claims = Claims(self.holder.id, self.session.id, epoch=1)
        return _tokens(claims, 1, self.salt, self.holder, self.held, self.session.created_at)


def open_for(person_id: str, entry: Entry) -> Opened:
    """Sign in someone we know. Raises Stale when the person changed meanwhile."""
    holder = person_items.person(person_id)
    held = grant_items.of_person(person_id)
    others = session_items.of_person(person_id, entry.at)
    opened = Opened(holder, held, entry.session(), secrets.token_hex(16))
    act = _own_act(person_id, opened.session)
    event = reading.next_event(act, Happened.SIGNED_IN, holder, _told(opened.session))
    with Transaction(act, IDENTITY) as tx:
        person_items.note_here(tx, event, holder, entry.at)
        if holder.here_at is None:
            sleep_items.begin(tx, holder, entry.at)
        _write(tx, opened, entry)
        for old in rules.displaced(others):
            session_items.end(tx, person_id, old.id)
    return opened


def open_for_newcomer(newcomer: Person, entry: Entry) -> Opened:
    """Sign in someone who comes for the first time. Raises Stale when the phone was taken meanwhile."""
    opened = Opened(replace(newcomer, here_at=entry.at), [], entry.session(), secrets.token_hex(16))
    act = _own_act(newcomer.id, opened.session)
    event = events.happened(act, Happened.REGISTERED, newcomer.subject, _told(opened.session))
    with Transaction(act, IDENTITY) as tx:
        person_items.add(tx, event, opened.holder)
        sleep_items.begin(tx, newcomer, entry.at)
        _write(tx, opened, entry)
    return opened


def newcomer(
    at: datetime, *, name: str | None = None, phone: str | None = None, openid: str | None = None
) -> Person:
    """A person nobody has met before."""
    return Person(ids.new_id(at), 1, events.GENESIS, at, name=name, phone=phone, openid=openid)


def _write(tx: Transaction, opened: Opened, entry: Entry) -> None:
    entry.spend(tx)
    carried = _carried(entry.method, opened.held, entry.at)
    session_items.open_session(tx, opened.holder, opened.session, carried, opened.salt, entry.cookie)


def _carried(method: SignInMethod, held: list[HeldGrant], at: datetime) -> session_items.Carried:
    """The rights that go with a session; at a kiosk one is a person and nothing more."""
    return [] if method is SignInMethod.KIOSK else session_grants(held, at)


def _own_act(person_id: str, session: LiveSession) -> Act:
    return Act(Principal(person_id, session.id), session.created_at)


def _told(session: LiveSession) -> dict[str, str]:
    return {"session": session.id, "method": session.method.value}


def refresh(token: str, at: datetime) -> Tokens:
    """New tokens for the latest refresh token. Raises RefreshRefused, or RefreshReused and ends the session."""
    session_id, generation = _parts(token)
    return reading.until_settled(lambda: _refresh(token, session_id, generation, at))


def _refresh(token: str, session_id: str, presented: int, at: datetime) -> Tokens:
    record = session_items.read(session_id, at)
    if record is None or record.secret_hash:
        raise errors.RefreshRefused()
    if not hmac.compare_digest(
        token.encode(), _refresh_token(session_id, presented, record.refresh_salt).encode()
    ):
        raise errors.RefreshRefused()
    verdict = rules.judge(presented, RefreshState(int(record.generation), record.rotated_at), at)
    act = Act(Principal(record.person_id, session_id), at)
    if verdict is Verdict.REUSE:
        end(act, record.person_id, [session_id], Happened.REFRESH_REUSED)
        raise errors.RefreshReused()
    holder, held = person_items.person(record.person_id), grant_items.of_person(record.person_id)
    generation = int(record.generation)
    if verdict is Verdict.ROTATE:
        ends_at = rules.end_of(record.method, record.created_at, at)
        session_items.rotate(act, record, _carried(record.method, held, at), ends_at)
        generation += 1
    claims = Claims(holder.id, session_id, int(record.epoch))
    return _tokens(claims, generation, record.refresh_salt, holder, held, at)


def _parts(token: str) -> tuple[str, int]:
    pieces = token.split(".")
    if len(pieces) != 3 or not (pieces[1].isascii() and pieces[1].isdecimal() and len(pieces[1]) <= 9):
        raise errors.RefreshRefused()
    return pieces[0], int(pieces[1])


def _refresh_token(session_id: str, generation: int, salt: str) -> str:
    """Only the server can make one, and it can make the same again: an answer lost on the way is repeatable."""
    seal = urlsafe_b64encode(crypto.mac("code-key", f"refresh|{session_id}|{generation}|{salt}"))
    return f"{session_id}.{generation}.{seal.decode().rstrip('=')}"


def _tokens(
    claims: Claims, generation: int, salt: str, holder: Person, held: list[HeldGrant], at: datetime
) -> Tokens:
    return Tokens(
        access_token=tokens.issue(claims, at),
        refresh_token=_refresh_token(claims.session_id, generation, salt),
        expires_in=int(tokens.LIFETIME.total_seconds()),
        me=reading.view(holder, held, at),
    )


def my_sessions(actor: Principal, at: datetime) -> Sessions:
    """Where I am signed in, newest first."""
    return Sessions(items=views(session_items.of_person(actor.person_id, at), actor.session_id))


def views(sessions: list[LiveSession], current_id: str) -> list[SessionView]:
    """Sessions in words."""
    return [
        SessionView(
            session_id=one.id,
            method=one.method,
            method_label=_LABELS[one.method],
            device=one.device,
            current=one.id == current_id,
            created_at=one.created_at,
            ends_at=one.ends_at,
        )
        for one in sessions
    ]


def sign_out(act: Act) -> None:
    """End this session; its tokens stop working with the next request."""
    end(act, act.actor.person_id, [act.actor.session_id], Happened.SIGNED_OUT)


def sign_out_of(act: Act, session_id: str) -> None:
    """End one of my sessions, here or elsewhere. Raises NotFound for what is not mine or over already."""
    if session_id not in {one.id for one in session_items.of_person(act.actor.person_id, act.at)}:
        raise NotFound()
    end(act, act.actor.person_id, [session_id], Happened.SIGNED_OUT)


def sign_out_everywhere(act: Act) -> None:
    """End all my sessions, this one too."""
    live = session_items.of_person(act.actor.person_id, act.at)
    end(act, act.actor.person_id, [one.id for one in live], Happened.SIGNED_OUT)


def end(act: Act, person_id: str, session_ids: list[str], why: Happened) -> None:
    """End sessions of a person and say so on the chain. Raises Stale."""
    holder = person_items.person(person_id)
    told = telling.owner(act, holder, "sign-in-ended") if why is Happened.REFRESH_REUSED else ()
    event = reading.next_event(act, why, holder, {"sessions": session_ids}, messages=told)
    with Transaction(act, IDENTITY) as tx:
        person_items.lengthen(tx, event, holder)
        for session_id in session_ids:
            session_items.end(tx, person_id, session_id)
        tx.answer(None)
