"""Pictures and a short film under an answer: how many, what each shows in words, how heavy a film is. Pure."""

from dataclasses import dataclass

from mashangban.domains.answers import errors
from mashangban.domains.answers.terms import MOST_PICTURES
from mashangban.kernel.errors import NotFound

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture, or a film (`seconds` of it) with the picture that stands there until somebody plays it.

    `described` is for whoever can't see it. `size` in bytes: whoever plays a film pays for it.
    """

    file_id: str
    described: str
    size: int
    seconds: int = 0
    cover_id: str = ""

    @property
    def film(self) -> bool:
        return self.seconds > 0

    @property
    def file_ids(self) -> list[str]:
        """Its own file and its cover's."""
        return [self.file_id, *([self.cover_id] if self.cover_id else [])]


Media = tuple[Medium, ...]


def added(media: Media, one: Medium) -> Media:
    """With one more at the end, or another description where it was there. Raises TooManyMedia, CoverMissing."""
    if one.film and not one.cover_id:
        raise errors.CoverMissing()
    others = tuple(each for each in media if each.file_id != one.file_id)
    most = 1 if one.film else MOST_PICTURES
    if sum(each.film == one.film for each in others) >= most:
        raise errors.TooManyMedia()
    return (*others, one)


def without(media: Media, file_id: str) -> Media:
    """What is left. Raises NotFound where it was not among them."""
    left = tuple(each for each in media if each.file_id != file_id)
    if len(left) == len(media):
        raise NotFound()
    return left


def weight(one: Medium) -> str:
    """How long a film runs and how heavy it is, as people read it before they play it."""
    minutes, seconds = divmod(one.seconds, 60)
    long = (
        f"{minutes} 分 {seconds} 秒"
        if minutes and seconds
        else f"{minutes} 分钟"
        if minutes
        else f"{seconds} 秒"
    )
    return f"{long}，{max(one.size / _MIB, 0.1):.1f} MB"


def told(media: Media) -> str:
    """That there is more than words below an answer; empty where there is not."""
    pictures = sum(not one.film for one in media)
    films = [f"一段短片（{weight(one)}，点了才放）" for one in media if one.film]
    parts = [*([f"{pictures} 张图片"] if pictures else []), *films]
    return f"下面有 {'和'.join(parts)}。" if parts else ""
