"""Real name: name and number proven by the identity source, one number for one person."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from mashangban.identity import errors, terms
from mashangban.identity.events import Happened
from mashangban.identity.identifiers import mask_phone, parse_citizen_id, parse_person_name
from mashangban.identity.partners import identity_source
from mashangban.identity.partners.identity_source import Answer, Verification
from mashangban.identity.repository import grants as grant_items
from mashangban.identity.repository import limits
from mashangban.identity.repository import people as person_items
from mashangban.identity.repository import sessions as session_items
from mashangban.identity.repository.people import Lookup
from mashangban.identity.rules.people import Person
from mashangban.identity.schemas import Me, RealNameProof
from mashangban.identity.service import inputs, reading
from mashangban.identity.terms import ConsentText, Purpose, RealNameState
from mashangban.kernel import clock
from mashangban.kernel import limits as attempts
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.sessions import IDENTITY
from mashangban.kernel.transaction import Transaction


def prove_name(act: Act, proof: RealNameProof) -> Me:
    """Prove who the caller is. Proving the same again is no error. Raises RealNameMismatch, RealNameNotFound,
    IdNumberTaken, AlreadyVerified, ConsentOutdated, TooManyRealNameTries, PartnerUnavailable (nothing is lost)."""
    name = inputs.read("name", parse_person_name, proof.name)
    parse = partial(parse_citizen_id, today=clock.local_date(act.at))
    number = inputs.read("id_number", parse, proof.id_number).number
    text = _consent_text(proof.consent_version)
    holder = person_items.person(act.actor.person_id)
    if holder.id_number is not None and holder.id_number != number:
        raise errors.AlreadyVerified()
    if holder.is_verified:
        return reading.view(holder, grant_items.of_person(holder.id), act.at)
    verification = _ask(holder.id, name, number, act.at)
    _refuse_second_owner(holder, number)
    return _keep(act, holder, (name, number), text, verification)


def _consent_text(version: str) -> ConsentText:
    for text in terms.CONSENTS:
        if (text.purpose, text.version) == (Purpose.REAL_NAME, version):
            return text
    raise errors.ConsentOutdated()


def _ask(person_id: str, name: str, number: str, at: datetime) -> Verification:
    attempts.count(limits.REAL_NAME_PER_DAY, person_id, at, errors.TooManyRealNameTries)
    try:
        found = identity_source.verify(name, number)
    except PartnerUnavailable:
        attempts.give_back(limits.REAL_NAME_PER_DAY, person_id, at)
        raise
    if found.answer is Answer.NOT_FOUND:
        raise errors.RealNameNotFound()
    if found.answer is Answer.MISMATCH:
        raise errors.RealNameMismatch()
    return found


def _refuse_second_owner(holder: Person, number: str) -> None:
    """Asked only after name and number matched: nobody learns from us whose number it is."""
    owner_id = person_items.find(Lookup.ID_NUMBER, number)
    if owner_id is None or owner_id == holder.id:
        return
    phone = person_items.person(owner_id).phone
    raise errors.IdNumberTaken(f"原账号手机号：{mask_phone(phone)}" if phone else "原账号用微信登录")


def _keep(
    act: Act, holder: Person, proven: tuple[str, str], text: ConsentText, verification: Verification
) -> Me:
    proved = replace(
        holder, name=proven[0], id_number=proven[1], real_name=RealNameState.VERIFIED, verified_at=act.at
    )
    view = reading.view(proved, grant_items.of_person(holder.id), act.at)
    told = {"consent": text.version, "verification": verification.id}
    event = reading.next_event(act, Happened.NAME_PROVED, holder, told)
    with Transaction(act, IDENTITY) as tx:
        person_items.prove(tx, event, holder, proven, act.at, verification.id)
        if holder.id_number is None:
            person_items.take(tx, Lookup.ID_NUMBER, proven[1], holder.id, errors.IdNumberTaken())
        person_items.consent(tx, holder, text, act.at)
        session_items.carry_name(tx, session_items.of_person(holder.id, act.at), proved)
        tx.answer(view)
    return view
