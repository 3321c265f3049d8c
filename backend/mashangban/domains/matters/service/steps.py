"""One step of a matter: its event, its clocks, its paper, who is told."""

from collections.abc import Mapping
from dataclasses import replace

from mashangban.deadlines.service import Due
from mashangban.domains.matters.repository import dossiers, matters
from mashangban.domains.matters.repository.matters import Step
from mashangban.domains.matters.rules.dossier import Attached, Dossier
from mashangban.domains.matters.rules.item import Pinned
from mashangban.domains.matters.rules.matter import Matter
from mashangban.domains.matters.rules.rating import RatedWords
from mashangban.domains.matters.schemas.matters import MatterDone
from mashangban.domains.matters.service import clocking, printing
from mashangban.domains.matters.service.beginning import done
from mashangban.domains.matters.terms import PaperKind
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Role


def write(
    act: Act,
    before: Matter,
    after: Matter,
    kind: str,
    role: Role,
    data: Mapping[str, object] | None = None,
    told: tuple[Message, ...] = (),
    *,
    pinned: Pinned | None = None,
    dossier: Dossier | None = None,
    results: tuple[Attached, ...] = (),
    words: RatedWords | None = None,
    gone: bool = False,
    paper: PaperKind | None = None,
    why: str = "",
    settles: Due | None = None,
) -> MatterDone:
    """Write a step of a matter. `why` is shown with a pause or with more time; `paper` is printed of it."""
    item = pinned or matters.pinned(before)
    turn, after = clocking.turned(act, before, after, item, why, settles)
    orders: tuple[Message, ...] = ()
    if paper is not None and after.person_id:
        new = printing.ordered(act, paper)
        after = replace(after, papers=(*after.papers, new))
        brought = dossier or dossiers.get(before.subject)
        orders = (printing.order(act, new, after, item, brought, clocking.due_words(after, item)),)
    whole = {"region": before.region, "item": before.item_id, **(data or {})}
    event, answer = following(act, kind, before, role, whole, (*orders, *told)), done(after)
    matters.move(act, before, after, event, Step(dossier, results, words, gone, turn), answer)
    return answer
