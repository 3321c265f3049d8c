"""What an agent reads of whoever asks, and to whom they may pass a conversation on."""

from mashangban.domains.helpdesk.repository import departments, talks
from mashangban.domains.helpdesk.rules.department import city_of
from mashangban.domains.helpdesk.schemas import TalkCard, TalkChoice
from mashangban.domains.helpdesk.service import present, talk_access
from mashangban.domains.helpdesk.terms import PostKind
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.pagination import PageRequest
from mashangban.registry import divisions

_LOOKED_BACK = PageRequest(limit=10)


def card(act: Act, talk_id: str) -> TalkCard:
    """The card beside a conversation. Raises NotFound for whoever has no part in it."""
    one, _ = talk_access.find(act, talk_id)
    regions = (one.region, city_of(one.region))
    others = [desk for region in regions for desk in departments.all_in(region) if desk.id != one.desk.id]
    there = present.there_at(act, one.desk.id, one.topic, one.post, one.asker_id)
    colleagues = [each for each in there if each.free(act.at) and each.person_id != act.actor.person_id]
    return TalkCard(
        asker_label=identity.person(one.asker_id).label if one.asker_id else "（已注销）",
        region_label=divisions.full_name(one.region),
        first_name=one.first.name,
        earlier=len(talks.of_asker(one.asker_id, _LOOKED_BACK).items) - 1 if one.asker_id else 0,
        departments=[TalkChoice(id=desk.id, label=desk.name) for desk in others],
        colleagues=[
            TalkChoice(
                id=each.person_id, label=f"{identity.person(each.person_id).label}（手上 {each.talks} 个）"
            )
            for each in colleagues
        ],
        lead_there=bool(present.there_at(act, one.desk.id, one.topic, PostKind.LEAD, one.asker_id)),
    )
