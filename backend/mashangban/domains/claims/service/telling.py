"""Whom a step of a claim concerns, in which words (templates of the notices room)."""

from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.rules.fuses.fuse import Fuse
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Role, Scope

NOTICES, NOTIFY = "notices", "notices.notify"
_MOST = 3
_PAGE = "/claims/pages/claim/index?id="


def enterprise(act: Act, one: Claim, kind: str, *, mark: str = "", **values: str) -> tuple[Message, ...]:
    """Tell the people who act for the enterprise; `mark` tells apart what is no step of the claim itself."""
    posts = [(role, Scope("org", one.enterprise_id)) for role in (Role.OPERATOR, Role.ENTERPRISE_ADMIN)]
    found = [person for role, scope in posts for person in identity.holders(role, scope, act.at)[:_MOST]]
    return _each(one, kind, found, values, _PAGE + one.id, mark)


def officers(
    act: Act, one: Claim, kind: str, *, above: bool = False, mark: str = "", **values: str
) -> tuple[Message, ...]:
    """Tell the office of the policy's region, or the one above it."""
    region = one.terms.region[:-2] if above and len(one.terms.region) > 2 else one.terms.region
    return _each(one, kind, identity.officers(region, act.at)[:_MOST], values, None, mark)


def supervisors(act: Act, one: Fuse, kind: str, *, above: bool) -> tuple[Message, ...]:
    """Tell the office of a fuse's region, and the one above it where something stands still."""
    wider = {one.region, one.region[:-2]} if above and len(one.region) > 2 else {one.region}
    found = [person for region in sorted(wider) for person in identity.officers(region, act.at)[:_MOST]]
    bodies = [
        {
            "person_id": person,
            "kind": kind,
            "values": {"what": one.title, "name": one.kind.label},
            "dedupe": f"{one.id}|{kind}",
            "place": {"region": one.region, "orgs": []},
        }
        for person in dict.fromkeys(found)
    ]
    return tuple(Message(NOTICES, NOTIFY, body) for body in bodies)


def _each(
    one: Claim, kind: str, people: list[str], values: dict[str, str], link: str | None, mark: str
) -> tuple[Message, ...]:
    dedupe = f"{one.id}|{kind}|{mark or one.version + 1}"
    return tuple(_notice(one, person, kind, values, link, dedupe) for person in dict.fromkeys(people))


def _notice(
    one: Claim, person_id: str, kind: str, values: dict[str, str], link: str | None, dedupe: str
) -> Message:
    body = {
        "person_id": person_id,
        "kind": kind,
        "values": {"number": one.number, "what": one.terms.title, **values},
        "link": link,
        "dedupe": dedupe,
        "place": {"region": one.terms.region, "orgs": [one.enterprise_id]},
    }
    return Message(NOTICES, NOTIFY, body)
