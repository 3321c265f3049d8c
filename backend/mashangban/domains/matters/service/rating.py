"""好差评: the person's stars and words, once; a bad word is a task of the office.

One of it writes the answer, another who had no part in the matter lets it go to the person or sends it back.
"""

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
    told = telling.office(after, "matters.rated-badly", result=stars.label, due=due) if stars.bad else ()
    data, words = {"stars": int(stars)}, RatedWords(given.text)
    return steps.write(act, one, after, events.RATED, Role.PERSON, data, told, pinned=item, words=words)


def mend(act: Act, matter_id: str, given: MatterSaid) -> MatterDone:
    """Say what was mended: a colleague looks over it. Raises WrongStep, UnknownMatter, NotFound beyond reach."""
    one, role = access.handled(act, matter_id, permissions.HANDLE)
    after, item = rules.mend(one, act.actor.person_id, act.at), matters.pinned(one)
    words = replace(rated.get(one.subject), answer=given.said, returned="")
    told = telling.others(act, after, "matters.to-confirm", due=clocking.due_words(after, item))
    return steps.write(act, one, after, events.ANSWERED, role, told=told, pinned=item, words=words)


def confirm(act: Act, matter_id: str) -> MatterDone:
    """Let a colleague's answer go to the person. Raises WrongStep, SameMender, UnknownMatter, NotFound."""
    one, role = access.handled(act, matter_id, permissions.HANDLE)
    after = rules.confirm(one, act.actor.person_id, act.at)
    told = telling.person(after, "matters.mended")
    return steps.write(act, one, after, events.MENDED, role, told=told)


def send_back(act: Act, matter_id: str, given: MatterSaid) -> MatterDone:
    """Have the answer written anew. Raises WrongStep, SameMender, UnknownMatter, NotFound."""
    one, role = access.handled(act, matter_id, permissions.HANDLE)
    after, item = rules.send_back(one, act.actor.person_id), matters.pinned(one)
    words = replace(rated.get(one.subject), returned=given.said)
    due = clocking.due_words(after, item)
    told = telling.writer(one, "matters.mend-again", reason=given.said, due=due)
    return steps.write(act, one, after, events.SENT_BACK, role, told=told, pinned=item, words=words)
