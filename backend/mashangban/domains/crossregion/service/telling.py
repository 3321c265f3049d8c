"""Whom a step of an alliance concerns, in which words (templates of the notices room)."""

from collections.abc import Iterable

from mashangban.domains.crossregion.rules.alliance import Alliance
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Role, Scope

NOTICES, NOTIFY = "notices", "notices.notify"
_DESK = "/console/crossregion/alliances/"
_OFFICES = {2: Role.PROVINCE_OFFICER, 4: Role.CITY_OFFICER, 6: Role.COUNTY_OFFICER}
_MOST = 2


def zones(act: Act, one: Alliance, regions: Iterable[str], kind: str, mark: str) -> tuple[Message, ...]:
    """Tell two officers of each zone; `mark` tells one occasion from another."""
    return tuple(
        _notice(one, region, person, kind, mark)
        for region in sorted(set(regions))
        for person in identity.holders(_OFFICES[len(region)], Scope("region", region), act.at)[:_MOST]
    )


def _notice(one: Alliance, region: str, person_id: str, kind: str, mark: str) -> Message:
    body = {
        "person_id": person_id,
        "kind": kind,
        "values": {"name": one.name},
        "link": f"{_DESK}{one.id}/items?proposed=yes",
        "dedupe": f"{one.id}|{kind}|{mark}",
        "place": {"region": region, "orgs": []},
    }
    return Message(NOTICES, NOTIFY, body)
