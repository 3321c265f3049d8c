"""A file's way from announcement to use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mashangban.files import errors, events
from mashangban.files.terms import (
    IMAGES,
    PART_SIZE,
    PURPOSES,
    UNUSED_DAYS,
    ContentType,
    FileState,
    Purpose,
    PurposeRule,
    ScanState,
)
from mashangban.kernel.errors import AppError, FieldError, NotFound
from mashangban.kernel.events import GENESIS, Event, Subject

ANNOUNCED_FOR = timedelta(days=1)
UNUSED_FOR = timedelta(days=UNUSED_DAYS)
_REASONS: dict[str, type[AppError]] = {
    events.UNUSED: errors.UnusedTooLong,
    events.TAKEN_BACK: errors.TakenOut,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where (degrees, WGS 84) and when a photo says it was taken."""

    latitude: float | None
    longitude: float | None
    taken_at: str | None


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of a picture that others shall not see, in parts of its width and height from the upper left."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class File:
    """A file as the platform knows it. `sha256` hexadecimal; `upload_id` while in parts; `seconds` of a film.

    `in_office`: whoever sent it held a role besides their own person, so it may be about others and is no part of what
    they take along unless a record of theirs shows it. `held`: the rooms whose records point to it, each with the
    moment of the act that took hold last; None for a file of before rooms said so. `expires_at`: until it has come, and
    then until a room holds it.
    """

    id: str
    owner: str
    purpose: Purpose
    filename: str
    content_type: ContentType
    size: int
    sha256: str
    state: FileState
    expires_at: datetime | None
    scan: ScanState = ScanState.UNSCANNED
    upload_id: str | None = None
    seconds: int | None = None
    place: Place | None = None
    blurs: tuple[Region, ...] = ()
    in_office: bool = False
    held: Mapping[str, datetime] | None = None
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("file", self.id)

    @property
    def is_image(self) -> bool:
        return self.content_type in IMAGES

    @property
    def is_film(self) -> bool:
        return self.content_type is ContentType.MP4

    @property
    def rule(self) -> PurposeRule:
        return PURPOSES[self.purpose]

    @property
    def in_parts(self) -> bool:
        return self.size > PART_SIZE


def accepted_type(content_type: str, size: int, purpose: Purpose) -> ContentType:
    """The type if this purpose takes it. Raises TypeNotAllowed, FileTooLarge or FileEmpty before a byte is sent."""
    rule = PURPOSES[purpose]
    plain = content_type.partition(";")[0].strip().lower()
    known = next((kind for kind in rule.types if kind.value == plain), None)
    if known is None:
        names = "、".join(sorted(kind.extension.upper() for kind in rule.types))
        raise errors.TypeNotAllowed(f"{rule.label}可以上传：{names}")
    if size > rule.limit:
        raise errors.FileTooLarge(f"{rule.label}每个文件不超过{rule.limit // 1024 // 1024}MB")
    if size == 0:
        raise errors.FileEmpty()
    return known


def type_of_name(filename: str) -> str:
    """The media type that an ending stands for; empty for an ending we don't take."""
    ending = filename.rpartition(".")[2].lower().replace("jpeg", "jpg")
    return next((kind.value for kind in ContentType if kind.extension == ending), "")


def require_announced(file: File, at: datetime) -> None:
    """Raises AnnouncementExpired after a day, even if the table has not dropped the item yet."""
    if file.expires_at is not None and file.expires_at <= at:
        raise errors.AnnouncementExpired()


def part_sizes(size: int) -> list[int]:
    """Bytes of each part, in order; all but the last are of equal size."""
    whole, rest = divmod(size, PART_SIZE)
    return [PART_SIZE] * whole + ([rest] if rest else [])


def arrived(file: File, at: datetime, seconds: int | None = None) -> File:
    """After its content was found to be what was announced; a film runs so many seconds. From now on it waits for a
    record; a file of before rooms said what they hold stays."""
    expires_at = waits_until(at) if file.held is not None else None
    return replace(file, state=FileState.ARRIVED, expires_at=expires_at, upload_id=None, seconds=seconds)


def waits_until(at: datetime) -> datetime:
    """When a file that came now and that no record takes is gone; whole seconds, as the table keeps it."""
    return (at + UNUSED_FOR).replace(microsecond=0)


def prepared(file: File, scan: ScanState, place: Place | None) -> File:
    """Scanned and, if a picture, redrawn without what it carried; place and time are kept only where needed."""
    kept = place if file.rule.keeps_place else None
    return replace(file, state=FileState.USABLE, scan=scan, place=kept)


def blurred(file: File, regions: tuple[Region, ...]) -> File:
    """Drawn anew without what its owner marked; until then nobody sees it. No region: as it was sent.

    Raises NotPicture, NotArrived.
    """
    if not file.is_image:
        raise errors.NotPicture()
    if file.state not in (FileState.ARRIVED, FileState.USABLE):
        raise errors.NotArrived()
    return replace(file, state=FileState.ARRIVED, blurs=regions)


def refused(file: File, scan: ScanState) -> File:
    """Found to be infected, or a picture nothing can open."""
    state = FileState.INFECTED if scan is ScanState.INFECTED else FileState.UNREADABLE
    return replace(file, state=state, scan=scan)


@dataclass(frozen=True, slots=True)
class LetGo:
    """A room's word that none of its records points any more to files that `owner` sent; `left`: they left for good."""

    room: str
    owner: str
    at: datetime
    left: bool


def let_go(file: File, told: LetGo) -> Mapping[str, datetime] | None:
    """Who holds the file after a room's word, nobody if it shall be removed; None where the word changes nothing.

    What never came expires by itself, and what others sent stands in their records. A room that took hold again after
    its word keeps it.
    """
    if file.owner != told.owner or file.state is FileState.ANNOUNCED:
        return None
    if file.held is None:
        return {} if _removable_unmarked(file, told) else None
    since = file.held.get(told.room)
    if since is None or since > told.at:
        return None
    return {room: at for room, at in file.held.items() if room != told.room}


def _removable_unmarked(file: File, told: LetGo) -> bool:
    """Of before rooms said what they hold: a room knows of files of its own purpose that nothing else points to them.
    Of any other only leaving lets go, and not of what somebody sent while they held an office: it may be its proof.
    """
    return file.rule.room == told.room or (told.left and not file.in_office)


def missing(chain: Sequence[Event], owner: str) -> AppError:
    """What is said of a file that is not there, by what its events tell; to nobody but its owner that it ever was."""
    if not chain or chain[0].actor != owner or chain[-1].type != events.REMOVED:
        return NotFound()
    reason = _REASONS.get(str(chain[-1].data["why"]))
    return _gone(reason, chain[-1].subject.id) if reason else NotFound()


def _gone(reason: type[AppError], file_id: str) -> AppError:
    """Names the file: a form with ten of them shows which one."""
    return reason(errors=[FieldError(file_id, reason.title)])


def is_unused(file: File, at: datetime) -> bool:
    """Whether it came and no record took it in time; the table drops it now or within days."""
    waited = file.state is not FileState.ANNOUNCED
    return waited and file.expires_at is not None and file.expires_at <= at


def require_takeable(file: File, owner: str, purposes: frozenset[Purpose], at: datetime) -> None:
    """What a record may point to: a file that its author uploaded, for this, and that has come and is sound.

    Raises NotFound, OtherPurpose, NotArrived, UnusedTooLong.
    """
    if file.owner != owner:
        raise NotFound()
    if file.purpose not in purposes:
        raise errors.OtherPurpose()
    if file.state not in (FileState.ARRIVED, FileState.USABLE):
        raise errors.NotArrived()
    require_wanted(file, at)


def require_wanted(file: File, at: datetime) -> None:
    """Raises UnusedTooLong once no record took it in time, even if the clock has not removed it yet."""
    if is_unused(file, at):
        raise _gone(errors.UnusedTooLong, file.id)
