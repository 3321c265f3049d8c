"""Redrawing pictures: what others see carries no place, no camera, no hidden content. The only user of Pillow here.

Imported by the stream function alone; the API never loads it.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from math import ceil, floor
from typing import Any

from PIL import ExifTags, Image, ImageOps

from mashangban.files.rules.uploads import Place, Region
from mashangban.files.terms import MAX_PIXELS

FORMATS = ("JPEG", "PNG", "WEBP")
_SHOWN = (2560, 2560)
_THUMBNAIL = (320, 320)
_SQUARES = (4, 4)

# Pillow warns above the limit and refuses at twice of it; here the warning refuses, see `prepare`.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS


class Unreadable(Exception):
    """No picture that can be drawn."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Two JPEG renditions and what the original said about place and time."""

    shown: bytes
    thumbnail: bytes
    place: Place | None


def prepare(content: bytes, blurs: Sequence[Region] = ()) -> Prepared:
    """Redraw a picture, what was marked beyond recognition.

    Raises Unreadable for anything broken or too large to unpack.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.filterwarnings("ignore", category=UserWarning)  # odd EXIF is common and harmless
            picture = Image.open(BytesIO(content), formats=FORMATS)
            place = _place(picture)
            picture.draft("RGB", _SHOWN)
            drawn = _without(_on_white(ImageOps.exif_transpose(picture)), blurs)
    except Exception as broken:
        # Decoders raise whatever the damage makes them raise; a picture we can't draw is unreadable, not a fault.
        raise Unreadable(type(broken).__name__) from broken
    return Prepared(_jpeg(drawn, _SHOWN, 88), _jpeg(drawn, _THUMBNAIL, 80), place)


def _without(picture: Image.Image, regions: Sequence[Region]) -> Image.Image:
    """Each region as a few flat squares: a soft blur can be sharpened again, what is averaged is gone."""
    for one in regions:
        left, top = floor(one.x * picture.width), floor(one.y * picture.height)
        right = min(picture.width, ceil((one.x + one.width) * picture.width))
        bottom = min(picture.height, ceil((one.y + one.height) * picture.height))
        part = picture.crop((left, top, right, bottom))
        squares = part.resize(_SQUARES, Image.Resampling.BOX)
        picture.paste(squares.resize(part.size, Image.Resampling.NEAREST), (left, top))
    return picture


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        ground = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(ground, layered).convert("RGB")
    return picture.convert("RGB")


def _jpeg(picture: Image.Image, largest: tuple[int, int], quality: int) -> bytes:
    copy = picture.copy()
    copy.thumbnail(largest)
    clean = Image.new("RGB", copy.size)
    clean.paste(copy)  # pixels only: `info` (EXIF, XMP, ICC, comments) stays behind
    out = BytesIO()
    clean.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
    return out.getvalue()


def _place(picture: Image.Image) -> Place | None:
    """Exif 2.32: GPS directory and the time the picture was taken; broken values are left out."""
    exif = picture.getexif()
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    taken = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
    place = Place(
        _degrees(gps, ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLatitudeRef, 90),
        _degrees(gps, ExifTags.GPS.GPSLongitude, ExifTags.GPS.GPSLongitudeRef, 180),
        str(taken)[:19] if taken else None,
    )
    return None if place == Place(None, None, None) else place


def _degrees(gps: dict[int, Any], value: int, reference: int, limit: int) -> float | None:
    try:
        degrees, minutes, seconds = (float(part) for part in gps[value])
        sign = -1 if str(gps.get(reference, "")).strip("\x00 ").upper() in ("S", "W") else 1
        angle = round(sign * (degrees + minutes / 60 + seconds / 3600), 6)
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    return angle if -limit <= angle <= limit else None  # also drops NaN
