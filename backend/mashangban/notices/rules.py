"""Pure decisions: words of a notice, which channel when, what follows success, refusal and silence."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from mashangban.kernel.clock import SHANGHAI
from mashangban.notices.errors import UnknownTemplate
from mashangban.notices.terms import (
    FIRST_WAIT,
    LONGEST_WAIT,
    QUIET_FROM_HOUR,
    QUIET_TO_HOUR,
    TRIES,
    TRIES_WITH_STANDBY,
    Channel,
    DeliveryState,
    Reason,
)
from mashangban.notices.terms.template import Template
from mashangban.notices.terms.templates import TEMPLATES


@dataclass(frozen=True, slots=True)
class Words:
    """What a notice says and where it leads."""

    title: str
    text: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class ChannelPlan:
    """One channel of one notice: what became of it, and when it is tried next (WAITING only)."""

    channel: Channel
    state: DeliveryState
    attempts: int = 0
    next_at: dt.datetime | None = None
    at: dt.datetime | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person wants beside the inbox."""

    wechat: bool = True
    sms: bool = True
    muted: frozenset[str] = frozenset()


Plans = tuple[ChannelPlan, ...]


def template_of(kind: str, title: str | None, text: str | None) -> Template:
    """Find the words of a kind, or take those that were brought. UnknownTemplate when there are none."""
    found = TEMPLATES.get(kind)
    if title is not None and text is not None:
        own = found or Template("", "")
        return replace(own, title=_literal(title), text=_literal(text))
    if found is None:
        raise UnknownTemplate(kind)
    return found


def words_of(template: Template, values: Mapping[str, str], link: str | None) -> Words:
    """Put the values into the template; KeyError names one that is missing."""
    return Words(template.title.format_map(values), template.text.format_map(values), link)


def plan(template: Template, kind: str, wishes: Wishes, now: dt.datetime) -> Plans:
    """Decide the channels of a new notice: the first that reaches, or all of them at once when it is urgent."""
    if kind in wishes.muted and not template.mandatory:
        return tuple(
            ChannelPlan(channel, DeliveryState.SPARED, reason=Reason.MUTED) for channel in template.channels
        )
    wanted = tuple(channel for channel in template.channels if _wants(wishes, channel))
    if template.mandatory and not wanted:
        wanted = template.channels  # a term runs from it: the person must be reached somehow
    if template.urgent:
        return tuple(ChannelPlan(channel, DeliveryState.WAITING, next_at=now) for channel in wanted)
    plans = tuple(ChannelPlan(channel, DeliveryState.STANDBY) for channel in wanted)
    return _call_up(plans, now, urgent=False)


def due_channel(plans: Plans, now: dt.datetime) -> ChannelPlan | None:
    """Give the channel to try now."""
    due = [one for one in plans if one.next_at is not None and one.next_at <= now]
    return min(due, key=lambda one: one.next_at or now, default=None)


def next_attempt(plans: Plans) -> dt.datetime | None:
    """Give the instant the notice wants attention again; None when every channel is settled."""
    return min((one.next_at for one in plans if one.next_at is not None), default=None)


def sent(plans: Plans, channel: Channel, now: dt.datetime, reason: Reason | None = None) -> Plans:
    """Note success; channels in reserve are not needed any more."""
    after = _replaced(plans, channel, state=DeliveryState.SENT, next_at=None, at=now, reason=reason)
    return tuple(
        replace(one, state=DeliveryState.SPARED, reason=Reason.OTHER_CHANNEL)
        if one.state is DeliveryState.STANDBY
        else one
        for one in after
    )


def unreachable(plans: Plans, channel: Channel, now: dt.datetime, reason: Reason, *, urgent: bool) -> Plans:
    """Note that this way is closed; the next in reserve takes over."""
    after = _replaced(plans, channel, state=DeliveryState.UNREACHABLE, next_at=None, at=now, reason=reason)
    return _call_up(after, now, urgent=urgent)


def faulted(plans: Plans, channel: Channel, now: dt.datetime, reason: Reason, *, urgent: bool) -> Plans:
    """Note that the partner was silent: try again later, twice as late each time, or give up and go on."""
    attempts = next(one.attempts for one in plans if one.channel is channel) + 1
    reserve = any(one.state is DeliveryState.STANDBY for one in plans)
    if attempts >= (TRIES_WITH_STANDBY if reserve else TRIES):
        after = _replaced(
            plans,
            channel,
            state=DeliveryState.GAVE_UP,
            attempts=attempts,
            next_at=None,
            at=now,
            reason=reason,
        )
        return _call_up(after, now, urgent=urgent)
    later = _audible(now + min(FIRST_WAIT * (1 << (attempts - 1)), LONGEST_WAIT), urgent=urgent)
    return _replaced(plans, channel, attempts=attempts, next_at=later, reason=reason)


def spared(plans: Plans, now: dt.datetime) -> Plans:
    """Note that the person has read it in the inbox: nothing more needs sending."""
    open_states = (DeliveryState.WAITING, DeliveryState.STANDBY)
    return tuple(
        replace(one, state=DeliveryState.SPARED, next_at=None, at=now, reason=Reason.ALREADY_READ)
        if one.state in open_states
        else one
        for one in plans
    )


def _literal(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _wants(wishes: Wishes, channel: Channel) -> bool:
    return wishes.wechat if channel is Channel.WECHAT else wishes.sms


def _call_up(plans: Plans, now: dt.datetime, *, urgent: bool) -> Plans:
    """Let the first channel in reserve try, unless another is still trying."""
    if any(one.state is DeliveryState.WAITING for one in plans):
        return plans
    reserve = next((one for one in plans if one.state is DeliveryState.STANDBY), None)
    if reserve is None:
        return plans
    at = _audible(now, urgent=urgent)
    return _replaced(plans, reserve.channel, state=DeliveryState.WAITING, next_at=at)


def _audible(moment: dt.datetime, *, urgent: bool) -> dt.datetime:
    """Move a moment out of the quiet hours, to 08:00."""
    here = moment.astimezone(SHANGHAI)
    if urgent or QUIET_TO_HOUR <= here.hour < QUIET_FROM_HOUR:
        return moment
    day = here.date() if here.hour < QUIET_TO_HOUR else here.date() + dt.timedelta(1)
    return dt.datetime.combine(day, dt.time(QUIET_TO_HOUR), SHANGHAI).astimezone(dt.UTC)


def _replaced(plans: Plans, channel: Channel, **changed: object) -> Plans:
    return tuple(replace(one, **changed) if one.channel is channel else one for one in plans)  # type: ignore[arg-type]  # fields of the dataclass by name
