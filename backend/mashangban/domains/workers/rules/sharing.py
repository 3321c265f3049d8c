"""A work history shown to others: what was chosen, for how long, and how often it was looked at. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.domains.workers import errors
from mashangban.domains.workers.terms.skills import MOST_VIEWS
from mashangban.kernel.errors import AppError
from mashangban.kernel.events import Subject


@dataclass(frozen=True, slots=True)
class Chosen:
    """The ids of what may be seen: contracts, certificates, training sessions."""

    works: tuple[str, ...]
    certificates: tuple[str, ...]
    trainings: tuple[str, ...]

    @property
    def count(self) -> int:
        return len(self.works) + len(self.certificates) + len(self.trainings)


@dataclass(frozen=True, slots=True)
class Share:
    """A code that shows a part of somebody's history until an instant. Its id is the code's body and tells nothing."""

    id: str
    person_id: str
    name_masked: str
    chosen: Chosen
    made_at: datetime
    until: datetime
    revoked_at: datetime | None = None
    views: int = 0
    version: int = 0
    chain: str = ""

    @property
    def subject(self) -> Subject:
        return Subject("share", self.id)

    def open_at(self, at: datetime) -> bool:
        return self.revoked_at is None and at < self.until and self.views < MOST_VIEWS


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a shared history: when, and from what kind of device."""

    at: datetime
    device: str


def check_chosen(chosen: Chosen) -> None:
    """Raises NothingToShare for an empty choice."""
    if chosen.count == 0:
        raise errors.NothingToShare()


def why_closed(share: Share, at: datetime) -> AppError:
    """The error that says why it cannot be looked at any more."""
    if share.revoked_at is not None:
        return errors.ShareRevoked()
    return errors.ShareEnded() if at >= share.until else errors.ShareTooOften()


def revoke(share: Share, at: datetime) -> Share:
    """At once and for good; a second time changes nothing."""
    return share if share.revoked_at is not None else replace(share, revoked_at=at)


def forget(share: Share, at: datetime) -> Share:
    """Its owner left the platform for good: closed, and without a name."""
    return replace(revoke(share, at), name_masked="")


def device_of(user_agent: str) -> str:
    """A browser's own description in a word or two; nothing that tells one person from another."""
    names = (
        ("MicroMessenger", "微信"),
        ("iPhone", "苹果手机"),
        ("Android", "安卓手机"),
        ("Windows", "电脑"),
        ("Mac", "电脑"),
    )
    return next((name for sign, name in names if sign in user_agent), "其他设备")
