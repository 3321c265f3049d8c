"""Who left the platform for good (个人信息保护法 Art. 47): their case stays, nothing of them does."""

from dataclasses import replace

from mashangban.deadlines.service import Turn
from mashangban.domains.helpdesk import events
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.repository import clocks, lines, ratings, talks, tickets, words
from mashangban.domains.helpdesk.rules import ending
from mashangban.domains.helpdesk.rules import rating as rules
from mashangban.domains.helpdesk.rules import talk as talk_rules
from mashangban.domains.helpdesk.rules.talk import Talk
from mashangban.files import events as file_events
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.pagination import MAX_LIMIT, PageRequest
from mashangban.kernel.permissions import Role


def forget(act: Act, person_id: str) -> None:
    """Their words, place and photos go; what nobody waits for any more ends. Told twice, it changes nothing more."""
    while found := tickets.of_asker(person_id, PageRequest(limit=MAX_LIMIT)).items:
        for one in found:
            history.drop_letters(TABLE, one.subject)
            gone = file_events.let_go(person_id, one.photos)
            event = following(act, events.FORGOTTEN, one, Role.SYSTEM, messages=gone)
            turn = Turn(ends=tuple(clocks.running(one.subject)))
            after = replace(ending.abandon(one, act.at), asker_id="", where="", photos=())
            _forget_rating(act, one.id)
            tickets.forget(act, one, after, event, words.of(one.subject), turn)
    _forget_talks(act, person_id)


def _forget_rating(act: Act, rated_id: str) -> None:
    one = ratings.find(rated_id)
    if one is None or not one.asker_id:
        return
    history.drop_letters(TABLE, one.subject)
    event = following(act, events.RATING_FORGOTTEN, one, Role.SYSTEM)
    turn = Turn(ends=tuple(clocks.running(one.subject)))
    ratings.forget(act, one, rules.forget(one), event, words.of(one.subject), turn)


def _forget_talks(act: Act, person_id: str) -> None:
    """What was said goes first: whoever comes again after a fall finds the conversation and goes on."""
    while found := talks.of_asker(person_id, PageRequest(limit=MAX_LIMIT)).items:
        for each in found:
            history.drop_letters(TABLE, each.subject)
            one = _without_files(act, each)
            lines.drop_all(one)
            _forget_rating(act, one.id)
            event = following(act, events.TALK_FORGOTTEN, one, Role.SYSTEM)
            talks.forget(act, one, talk_rules.abandon(one, act.at), event)


def _without_files(act: Act, one: Talk) -> Talk:
    """What they sent is let go before the lines that name it are dropped: after a fall nothing would name it."""
    gone = file_events.let_go(one.asker_id, lines.files_of(one))
    if not gone:
        return one
    talks.move(act, one, one, following(act, events.TALK_FILES_GONE, one, Role.SYSTEM, messages=gone))
    return talks.get(one.id)
