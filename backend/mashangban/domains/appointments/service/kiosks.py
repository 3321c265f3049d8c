"""Kiosks: entered by their county, registered once at the machine, heard of every minute, switched off from afar."""

import hmac
import secrets
from dataclasses import replace
from datetime import datetime

from mashangban.domains.appointments import errors, events, permissions
from mashangban.domains.appointments.repository import halls
from mashangban.domains.appointments.repository import kiosks as repository
from mashangban.domains.appointments.rules import kiosk as rules
from mashangban.domains.appointments.rules.kiosk import Kiosk
from mashangban.domains.appointments.schemas import (
    KioskBeat,
    KioskCode,
    KioskForm,
    KioskKey,
    KioskRegistration,
    KioskRow,
    KiosksQuery,
    KioskView,
)
from mashangban.domains.appointments.terms import KIOSK_CODE_LIFE, KioskPresence
from mashangban.identity import service as identity
from mashangban.kernel import codes, crypto, ids
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import following
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Principal, Role


def listed(actor: Principal, query: KiosksQuery, at: datetime) -> Page[KioskRow]:
    """A page of the kiosks of a region as they stand now. What is not asked for is passed over: a filtered page is
    half to one and a half pages long, but for the last. Raises NotFound beyond reach."""
    actor.reach(permissions.LIST_KIOSKS).require(Place(query.region))
    asked, rows = query.page, list[KioskRow]()
    while True:
        page = repository.paged(query.region, asked)
        rows += [one for one in _rows(page.items, at) if _asked(one, query)]
        if len(rows) * 2 >= asked.limit or not page.next_cursor:
            return Page(rows, page.next_cursor)
        asked = PageRequest(page.next_cursor, asked.limit)


def counted(actor: Principal, region: str, at: datetime) -> dict[KioskPresence, int]:
    """How many of a region stand how. Raises NotFound beyond reach."""
    actor.reach(permissions.LIST_KIOSKS).require(Place(region))
    stand = [one.presence for one in _rows(repository.of_region(region), at)]
    return {each: stand.count(each.value) for each in KioskPresence}


def show(actor: Principal, kiosk_id: str, at: datetime) -> KioskRow:
    """One of them. Raises UnknownKiosk, NotFound beyond reach."""
    one = repository.get(kiosk_id)
    actor.reach(permissions.LIST_KIOSKS).require(one.place)
    return row(one, repository.seen([one.id]).get(one.id), at)


def enter(act: Act, given: KioskForm) -> KioskCode:
    """Enter a kiosk of a hall; the answer says its registration code. Raises UnknownHall, NotFound beyond reach."""
    hall = halls.get(given.hall_id)
    role = act.actor.role_for(permissions.KEEP_KIOSKS, hall.place)
    functions = tuple(given.functions)
    bare = Kiosk(
        ids.new_id(act.at), hall.id, hall.name, hall.region, given.name, given.spot, functions, given.paper
    )
    new, answer = _with_code(bare, act.at)
    repository.create(act, new, following(act, events.KIOSK_ENTERED, new, role), answer)
    return answer


def change(act: Act, kiosk_id: str, given: KioskForm) -> KioskCode:
    """Another name, place or functions. Raises UnknownKiosk, UnknownHall, NotFound beyond reach."""
    before, role = _kept(act, kiosk_id)
    hall = halls.get(given.hall_id)
    act.actor.reach(permissions.KEEP_KIOSKS).require(hall.place)
    after = replace(
        before,
        hall_id=hall.id,
        hall_name=hall.name,
        region=hall.region,
        name=given.name,
        spot=given.spot,
        functions=tuple(given.functions),
        paper=given.paper,
    )
    answer = KioskCode(id=kiosk_id, code="")
    repository.change(act, before, after, following(act, events.KIOSK_CHANGED, before, role), answer)
    return answer


def new_code(act: Act, kiosk_id: str) -> KioskCode:
    """A code for another machine. Raises UnknownKiosk, NotFound beyond reach."""
    before, role = _kept(act, kiosk_id)
    after, answer = _with_code(before, act.at)
    repository.change(act, before, after, following(act, events.KIOSK_CODE_GIVEN, before, role), answer)
    return answer


def switch(act: Act, kiosk_id: str, *, on: bool) -> KioskCode:
    """From afar: it shows nothing more with its next beat, or everything again. Raises UnknownKiosk."""
    before, role = _kept(act, kiosk_id)
    kind = events.KIOSK_ON if on else events.KIOSK_OFF
    answer = KioskCode(id=kiosk_id, code="")
    repository.change(act, before, replace(before, on=on), following(act, kind, before, role), answer)
    return answer


def register(given: KioskRegistration, at: datetime) -> KioskKey:
    """The browser that knows the code is the kiosk from now on. Raises KioskCodeWrong."""
    before = repository.get(repository.behind(_hash("kiosk-code", given.code.strip().upper())))
    key = secrets.token_hex(24)
    after = rules.register(before, _hash("kiosk-key", key), at)
    act = system_act("kiosk", at)
    event = following(act, events.KIOSK_REGISTERED, before, Role.SYSTEM)
    repository.change(act, before, after, event)
    return KioskKey(id=before.id, key=key)


def beat(kiosk_id: str, given: KioskBeat, at: datetime) -> KioskView:
    """It runs; the answer says what it may show, and vouches for it. Raises UnknownKiosk."""
    one = repository.get(kiosk_id)
    if not one.key_hash or not hmac.compare_digest(one.key_hash, _hash("kiosk-key", given.key)):
        raise errors.UnknownKiosk()
    repository.beat(kiosk_id, at)
    return KioskView(
        name=one.name,
        hall_id=one.hall_id,
        hall_name=one.hall_name,
        region=one.region,
        functions=[each.value for each in one.functions],
        paper=one.paper.value,
        on=one.on,
        voucher=identity.voucher(one.label, at) if one.on else "",
    )


def row(one: Kiosk, seen_at: datetime | None, at: datetime) -> KioskRow:
    """A kiosk in the register."""
    stands = rules.presence(one, seen_at, at)
    return KioskRow(
        id=one.id,
        name=one.name,
        spot=one.spot,
        hall_id=one.hall_id,
        hall_name=one.hall_name,
        region=one.region,
        functions=[each.value for each in one.functions],
        function_labels=[each.label for each in one.functions],
        paper=one.paper.value,
        paper_label=one.paper.label,
        on=one.on,
        presence=stands.value,
        presence_label=stands.label,
        seen_at=seen_at,
        registered_at=one.registered_at,
    )


def _rows(known: list[Kiosk], at: datetime) -> list[KioskRow]:
    seen = repository.seen(one.id for one in known)
    return [row(one, seen.get(one.id), at) for one in known]


def _asked(one: KioskRow, query: KiosksQuery) -> bool:
    words = f"{one.name}{one.spot}{one.hall_name}"
    return (not query.presence or one.presence == query.presence) and query.words in words


def _kept(act: Act, kiosk_id: str) -> tuple[Kiosk, Role]:
    one = repository.get(kiosk_id)
    return one, act.actor.role_for(permissions.KEEP_KIOSKS, one.place)


def _with_code(one: Kiosk, at: datetime) -> tuple[Kiosk, KioskCode]:
    code, until = codes.new_body(), at + KIOSK_CODE_LIFE
    return rules.new_code(one, _hash("kiosk-code", code), until), KioskCode(id=one.id, code=code)


def _hash(purpose: str, value: str) -> str:
    return crypto.keyed_hash(purpose, value)
