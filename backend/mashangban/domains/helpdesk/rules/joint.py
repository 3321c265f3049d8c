"""Several departments answer one ticket: 主办 asks, 协办 answer, the asker gets one reply. Pure."""

from collections.abc import Iterable
from dataclasses import replace

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.rules.department import Desk
from mashangban.domains.helpdesk.rules.ticket import Partner, Ticket, in_charge, near
from mashangban.domains.helpdesk.terms import MOST_PARTNERS


def invite(one: Ticket, agent_id: str, desks: Iterable[Desk]) -> Ticket:
    """Ask other departments for their part. Raises NotInCharge, SameDesk, OutOfCity, TooManyPartners."""
    before = in_charge(one, agent_id)
    known = {partner.desk.id for partner in before.partners} | {before.desk.id}
    new = tuple(Partner(near(before, desk)) for desk in dict.fromkeys(desks) if desk.id not in known)
    if not new:
        raise errors.SameDesk()
    if len(before.partners) + len(new) > MOST_PARTNERS:
        raise errors.TooManyPartners()
    return replace(before, partners=(*before.partners, *new))


def contribute(one: Ticket, desk_ids: Iterable[str], step: int) -> Ticket:
    """A department that was asked gives its part; `step` is where its words stand. Raises WrongStep, NoPartner."""
    if not one.state.running:
        raise errors.WrongStep()
    mine = set(desk_ids)
    waited = [partner for partner in one.partners if partner.desk.id in mine and not partner.answer]
    if not waited:
        raise errors.NoPartner()
    given = tuple(
        replace(partner, answer=step) if partner == waited[0] else partner for partner in one.partners
    )
    return replace(one, partners=given)


def release(one: Ticket, agent_id: str, desk_id: str) -> Ticket:
    """Go on without a department that was asked and has not answered. Raises NotInCharge, NoPartner."""
    before = in_charge(one, agent_id)
    left = tuple(partner for partner in before.partners if partner.desk.id != desk_id or partner.answer)
    if left == before.partners:
        raise errors.NoPartner()
    return replace(before, partners=left)


def complete(one: Ticket) -> Ticket:
    """The ticket, whose partners have all answered. Raises PartnersMissing."""
    if any(not partner.answer for partner in one.partners):
        raise errors.PartnersMissing()
    return one


def reply_of(own: str, parts: Iterable[tuple[str, str]]) -> str:
    """What the asker reads: the answer, then each department's part under its name."""
    return "\n".join((own, *(f"【{name}】{words}" for name, words in parts)))
