"""好差评: the person's stars and words, once; a bad word is a task of the office, answered to the person."""

from dataclasses import replace

from mashangban.domains.matters import events, permissions
from mashangban.domains.matters.repository import matters, rated
from mashangban.domains.matters.rules import rating as rules
from mashangban.domains.matters.rules.rating import RatedWords
from mashangban.domains.matters.schemas.matters import MatterDone, MatterSaid
from mashangban.domains.matters.schemas.ratings import MatterRating
from mashangban.domains.matters.service import access, clocking, steps, telling
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Role
from mashangban.kernel.stars import Stars


def rate(act: Act, matter_id: str, given: MatterRating) -> MatterDone:
    """Rate what ended. Raises RatedAlready, NotRatable, UnknownMatter, NotFound."""
    one, stars = access.own(act, matter_id), Stars(given.stars)
    after, item = rules.rate(one, stars, act.at), matters.pinned(one)
    due = clocking.due_words(after, item)
    told = telling.office(act, after, "matters.rated-badly", result=stars.label, due=due) if stars.bad else ()
    data, words = {"stars": int(stars)}, RatedWords(given.text)
    return steps.write(act, one, after, events.RATED, Role.PERSON, data, told, pinned=item, words=words)


def mend(act: Act, matter_id: str, given: MatterSaid) -> MatterDone:
    """Say what was mended. Raises WrongStep, UnknownMatter, NotFound beyond reach."""
    one, role = access.handled(act, matter_id, permissions.HANDLE)
    after = rules.mend(one, act.actor.person_id, act.at)
    words = replace(rated.get(one.subject), answer=given.said)
    told = telling.person(after, "matters.mended")
    return steps.write(act, one, after, events.MENDED, role, told=told, words=words)
