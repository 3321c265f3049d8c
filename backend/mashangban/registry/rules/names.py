"""How names are found: by their beginning, with or without the place they start with."""

import re
import unicodedata
from collections.abc import Iterator

from mashangban.registry import divisions

_LEVELS = (2, 4, 6)
_SUFFIX = re.compile("(特别行政区|自治区|自治州|自治县|自治旗|地区|省|市|区|县|盟|旗)$")
_SHORTEST = 2


def search_key(name: str) -> str:
    """A name as it is compared: half-width, upper case, no blanks or brackets."""
    flat = unicodedata.normalize("NFKC", name).upper()
    return unicodedata.normalize("NFKC", re.sub(r"[\s()【】\[\]·\-_#]", "", flat))


def search_keys(name: str, county: str) -> tuple[str, ...]:
    """The keys a name is found by: itself, and without the place names it starts with (浙江, 杭州市...)."""
    whole = search_key(name)
    return tuple(dict.fromkeys((whole, *_without_places(whole, county))))


def region_levels(county: str) -> tuple[str, ...]:
    """Province, city and county of a county code: the circles in which it is listed and searched."""
    return tuple(county[:length] for length in _LEVELS)


def _without_places(key: str, county: str) -> Iterator[str]:
    for level in region_levels(county):
        for place in _spellings(divisions.name(level)):
            if key.startswith(place) and len(key) - len(place) >= _SHORTEST:
                key = key[len(place) :]
                yield key
                break


def _spellings(place: str) -> tuple[str, ...]:
    short = _SUFFIX.sub("", place)
    return (place, short) if len(short) >= _SHORTEST else (place,)
