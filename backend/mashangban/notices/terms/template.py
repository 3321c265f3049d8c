"""The shape of what notices say."""

from dataclasses import dataclass

from mashangban.notices.terms import Channel

BY_PHONE = (Channel.WECHAT, Channel.SMS)
BY_WECHAT = (Channel.WECHAT,)


@dataclass(frozen=True, slots=True)
class Template:
    """Title and text of one kind; `channels` in order of preference, `urgent` uses all of them at once and by night.

    A `mandatory` kind can't be muted: the law gives the person a term from it.
    """

    title: str
    text: str
    channels: tuple[Channel, ...] = BY_WECHAT
    urgent: bool = False
    mandatory: bool = False
