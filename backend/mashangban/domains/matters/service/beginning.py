"""A person begins an item, at its present edition. The handling function calls it: it knows no files and no people."""

from mashangban.domains.matters import errors, events
from mashangban.domains.matters.repository import dossiers, matters
from mashangban.domains.matters.rules import dossier as rules
from mashangban.domains.matters.rules.dossier import Dossier
from mashangban.domains.matters.rules.item import Pinned
from mashangban.domains.matters.rules.matter import Matter
from mashangban.domains.matters.schemas.matters import MatterDone
from mashangban.domains.matters.service import access
from mashangban.domains.matters.terms import MatterState
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role


def begin(act: Act, item: Pinned, talk_id: str = "", before: Dossier | None = None) -> MatterDone:
    """A draft of an item, at its present edition; who has one open goes on with that one.

    `before` is what an earlier matter of the item had: what of it still fits is there already.
    """
    last = matters.last_draft(act.actor.person_id, item.item_id)
    if last is not None and last.state is MatterState.DRAFT:
        return done(last)
    kept = rules.carried(item, before) if before is not None else None
    new = Matter(
        id=ids.new_id(act.at),
        number=ids.public_number("BJ", act.at),
        item_id=item.item_id,
        name=item.name,
        region=item.region,
        person_id=act.actor.person_id,
        made_at=act.at,
        delivery=kept.delivery if kept is not None else item.deliveries[0],
        talk_id=talk_id,
    )
    data = {"region": item.region, "item": item.item_id, "edition": item.edition, "digest": item.digest}
    answer = done(new)
    event = following(act, events.BEGUN, new, Role.PERSON, data)
    matters.create(act, new, last, item, event, answer, kept)
    return answer


def lapsed(act: Act, matter_id: str) -> tuple[Matter, Dossier]:
    """A person's own matter that lapsed, and what it had. Raises UnknownMatter, NotFound, WrongStep."""
    one = access.own(act, matter_id)
    if one.state is not MatterState.LAPSED:
        raise errors.WrongStep()
    return one, dossiers.get(one.subject)


def done(one: Matter) -> MatterDone:
    """What an act answers."""
    return MatterDone(id=one.id, number=one.number, state=one.state.value, state_label=one.state.label)
