"""A second person lets a draft count, sends it back, or takes an answer out of use."""

from dataclasses import replace

from mashangban.domains.answers import errors, events, permissions
from mashangban.domains.answers.repository import pairs
from mashangban.domains.answers.rules.pair import check_days
from mashangban.domains.answers.schemas import AnswerPairDone, AnswerReason
from mashangban.domains.answers.service import picturing, presenting
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following


def approve(act: Act, pair_id: str) -> AnswerPairDone:
    """Put a submitted draft in force. Raises NotSubmitted, OwnWork, WrongDays, MediaNotReady."""
    before = pairs.get(pair_id, act.actor.reach(permissions.REVIEW_PAIRS))
    if not before.submitted:
        raise errors.NotSubmitted()
    content = replace(pairs.edition(pair_id, before.draft), reviewer_id=act.actor.person_id)
    after = before.approved(content, act.actor.person_id)
    check_days(content, clock.local_date(act.at))
    picturing.require_ready(content)
    role = act.actor.role_for(permissions.REVIEW_PAIRS, before.place)
    told = {"edition": after.edition, "gap": after.gap_id}
    event = following(act, events.PAIR_PUBLISHED, before, role, told)
    answer = presenting.done(after)
    pairs.publish(act, before, after, content, event, answer)
    return answer


def send_back(act: Act, pair_id: str, given: AnswerReason) -> AnswerPairDone:
    """Send a draft back with the reason. Raises NotSubmitted."""
    before = pairs.get(pair_id, act.actor.reach(permissions.REVIEW_PAIRS))
    after = before.sent_back(given.reason)
    role = act.actor.role_for(permissions.REVIEW_PAIRS, before.place)
    told = {"draft": before.draft, "note": given.reason}
    event = following(act, events.PAIR_RETURNED, before, role, told)
    answer = presenting.done(after)
    pairs.change(act, before, after, event, answer)
    return answer


def withdraw(act: Act, pair_id: str, given: AnswerReason) -> AnswerPairDone:
    """Take an answer out of use; whoever got it is told (service/telling.py). Raises NotPublished."""
    before = pairs.get(pair_id, act.actor.reach(permissions.REVIEW_PAIRS))
    after = before.stopped(given.reason)
    role = act.actor.role_for(permissions.REVIEW_PAIRS, before.place)
    told = {"edition": before.edition, "note": given.reason}
    event = following(act, events.PAIR_WITHDRAWN, before, role, told)
    answer = presenting.done(after)
    pairs.end(act, before, after, event, answer)
    return answer
