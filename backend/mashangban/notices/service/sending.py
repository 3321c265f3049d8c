"""Sending what waits: every channel at least once, each notice by one run at a time, a silent partner left in peace."""

import datetime as dt
import logging
import time
from dataclasses import dataclass, field

from mashangban.identity import service as identity
from mashangban.identity.errors import PersonUnknown
from mashangban.identity.service import Contact
from mashangban.kernel import clock
from mashangban.kernel.errors import PartnerUnavailable
from mashangban.notices import repository, rules
from mashangban.notices.models import SHARDS, NoticeRecord
from mashangban.notices.partners import sms, wechat
from mashangban.notices.partners.answers import AnswerLost, Unreachable
from mashangban.notices.partners.wechat import Subscription
from mashangban.notices.repository import Claim, Notice
from mashangban.notices.rules import ChannelPlan, Plans
from mashangban.notices.terms import HELD, Channel, Reason
from mashangban.notices.terms.templates import SMS_SIGNATURE, WECHAT_TEMPLATE_ID

log = logging.getLogger(__name__)

_FIELD_LENGTH = 20


@dataclass(slots=True)
class Run:
    """What one run did; a channel in `silent` failed once and is left alone until the next run."""

    sent: int = 0
    unreachable: int = 0
    faults: int = 0
    silent: set[Channel] = field(default_factory=set)


def send_due(now: dt.datetime, most: int = 200, seconds: float = 60) -> Run:
    """Send what is due, the longest waiting first: at most so many notices, and no new one after so many seconds."""
    run = Run()
    ends_at = time.monotonic() + seconds
    for shard in range(SHARDS):
        for record in repository.due(shard, now):
            if most <= 0 or time.monotonic() >= ends_at:
                return run
            if _is_worth_claiming(record, now, run):
                most -= 1
                _send(record, now, run)
    return run


def _is_worth_claiming(record: NoticeRecord, now: dt.datetime, run: Run) -> bool:
    channel = rules.due_channel(record.channels, now)
    return channel is None or channel.channel not in run.silent


def _send(record: NoticeRecord, now: dt.datetime, run: Run) -> None:
    claimed = repository.claim(record, now + HELD)
    if claimed is not None:
        send_claimed(claimed, now, run)


def send_claimed(claimed: Claim, now: dt.datetime, run: Run) -> None:
    """Send what is due of one notice and note what became of it."""
    one = claimed.notice
    plans = rules.spared(one.channels, now) if one.read_at else _send_channels(one, now, run)
    repository.settle(claimed, plans)


def _send_channels(one: Notice, now: dt.datetime, run: Run) -> Plans:
    plans = one.channels
    contact = _contact(one.person_id)
    while (due := rules.due_channel(plans, now)) is not None and due.channel not in run.silent:
        plans = _try(one, plans, due, contact, now, run)
    return plans


def _contact(person_id: str) -> Contact:
    try:
        return identity.contact(person_id)
    except PersonUnknown:
        return Contact(person_id, None, None)


def _try(one: Notice, plans: Plans, due: ChannelPlan, contact: Contact, now: dt.datetime, run: Run) -> Plans:
    channel, urgent = due.channel, one.urgent
    address = contact.openid if channel is Channel.WECHAT else contact.phone
    if not address:
        run.unreachable += 1
        return rules.unreachable(plans, channel, now, Reason.NO_ADDRESS, urgent=urgent)
    try:
        _hand_over(one, channel, address)
    except Unreachable:
        if due.reason is Reason.ANSWER_LOST:
            # The lost answer was a yes: it used up the consent that is missing now.
            run.sent += 1
            return rules.sent(plans, channel, now, Reason.ANSWER_LOST)
        run.unreachable += 1
        return rules.unreachable(plans, channel, now, Reason.REFUSED, urgent=urgent)
    except PartnerUnavailable as silent:
        log.warning("notice %s: %s does not answer", one.id, channel)
        run.faults += 1
        run.silent.add(channel)
        reason = Reason.ANSWER_LOST if isinstance(silent, AnswerLost) else Reason.PARTNER_SILENT
        return rules.faulted(plans, channel, now, reason, urgent=urgent)
    run.sent += 1
    return rules.sent(plans, channel, now)


def _hand_over(one: Notice, channel: Channel, address: str) -> None:
    words = one.words
    if channel is Channel.SMS:
        sms.send(f"{one.id}-sms", address, f"{SMS_SIGNATURE}{words.title}：{words.text}")
        return
    fields = {
        "thing1": _shortened(words.title),
        "thing2": _shortened(words.text),
        "time3": clock.spoken(one.at),
    }
    wechat.send(Subscription(address, WECHAT_TEMPLATE_ID, fields, words.link))


def _shortened(text: str) -> str:
    return text if len(text) <= _FIELD_LENGTH else f"{text[: _FIELD_LENGTH - 1]}…"
