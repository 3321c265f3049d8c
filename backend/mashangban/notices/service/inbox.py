"""A person's inbox, and what a sender may see of it."""

from collections.abc import Iterator

from mashangban.kernel.acts import Act
from mashangban.kernel.http import Listing
from mashangban.kernel.pagination import PageRequest, every
from mashangban.kernel.permissions import Principal
from mashangban.kernel.transaction import Transaction
from mashangban.notices import permissions, repository
from mashangban.notices.models import TABLE
from mashangban.notices.repository import Notice
from mashangban.notices.rules import ChannelPlan, Wishes
from mashangban.notices.schemas import (
    ChannelView,
    DeliveryView,
    NoticeView,
    Preferences,
    Summary,
)
from mashangban.notices.terms import CHANNEL_LABELS, REASON_LABELS, STATE_LABELS

# One transaction marks so many: each is one write, the count is one more, the limit is 100.
AT_ONCE = 40


def inbox(actor: Principal, page: PageRequest) -> Listing[NoticeView]:
    """List the caller's notices, the newest first."""
    found = repository.inbox(actor.person_id, page)
    return Listing(items=[_notice_view(one) for one in found.items], next_cursor=found.next_cursor)


def all_of(actor: Principal) -> Iterator[NoticeView]:
    """Every notice of the caller, page by page, the newest first."""
    return map(_notice_view, every(lambda page: repository.inbox(actor.person_id, page)))


def summary(actor: Principal) -> Summary:
    """Count the caller's unread notices."""
    return Summary(unread=repository.unread(actor.person_id))


def read(act: Act, notice_id: str) -> Summary:
    """Mark one notice of the caller as read; a second time changes nothing."""
    person_id = act.actor.person_id
    fresh = repository.notice(person_id, notice_id).read_at is None
    view = Summary(unread=max(0, repository.unread(person_id) - fresh))
    with Transaction(act, TABLE) as tx:
        if fresh:
            repository.mark_read(tx, person_id, [notice_id], act.at)
        tx.answer(view)
    return view


def open_notice(act: Act, notice_id: str) -> NoticeView:
    """Show one notice of the caller whole, which is then read. Raises NotFound for anyone else's."""
    read(act, notice_id)
    return _notice_view(repository.notice(act.actor.person_id, notice_id))


def read_all(act: Act) -> Summary:
    """Mark everything that lies unread in the caller's inbox as read."""
    person_id = act.actor.person_id
    steps = Act(act.actor, act.at)  # the submission is answered by the last transaction only
    while found := repository.unread_ids(person_id, AT_ONCE):
        with Transaction(steps, TABLE) as tx:
            repository.mark_read(tx, person_id, found, act.at)
    view = Summary(unread=repository.unread(person_id))
    with Transaction(act, TABLE) as tx:
        tx.answer(view)
    return view


def preferences(actor: Principal) -> Preferences:
    """Show what reaches the caller beside the inbox."""
    return _preferences_view(repository.wishes(actor.person_id))


def choose(act: Act, chosen: Preferences) -> Preferences:
    """Keep what reaches the caller beside the inbox."""
    wishes = Wishes(chosen.wechat, chosen.sms, frozenset(chosen.muted))
    view = _preferences_view(wishes)
    with Transaction(act, TABLE) as tx:
        repository.keep_wishes(tx, act.actor.person_id, wishes)
        tx.answer(view)
    return view


def deliveries(actor: Principal, subject: str, page: PageRequest) -> Listing[DeliveryView]:
    """Show whoever answers for a matter whether its notices arrived; never their words or addresses."""
    reach = actor.reach(permissions.READ_DELIVERIES)
    found = repository.of_subject(subject, page, reach)
    return Listing(items=[_delivery_view(one) for one in found.items], next_cursor=found.next_cursor)


def _notice_view(one: Notice) -> NoticeView:
    return NoticeView(
        id=one.id,
        kind=one.kind,
        title=one.words.title,
        text=one.words.text,
        link=one.words.link,
        at=one.at,
        read=one.read_at is not None,
    )


def _preferences_view(wishes: Wishes) -> Preferences:
    return Preferences(wechat=wishes.wechat, sms=wishes.sms, muted=sorted(wishes.muted))


def _delivery_view(one: Notice) -> DeliveryView:
    return DeliveryView(
        kind=one.kind,
        person_id=one.person_id,
        at=one.at,
        read_at=one.read_at,
        channels=[_channel_view(plan) for plan in one.channels],
    )


def _channel_view(plan: ChannelPlan) -> ChannelView:
    return ChannelView(
        channel=plan.channel.value,
        channel_label=CHANNEL_LABELS[plan.channel],
        state=plan.state.value,
        state_label=STATE_LABELS[plan.state],
        attempts=plan.attempts,
        at=plan.at or plan.next_at,
        reason=plan.reason and plan.reason.value,
        reason_label=REASON_LABELS[plan.reason] if plan.reason else None,
    )
