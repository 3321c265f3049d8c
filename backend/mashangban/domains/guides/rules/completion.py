"""What an item lacks for whoever goes there, as a row of a table that an office fills in and back. Pure."""

from dataclasses import dataclass

from mashangban.domains.guides.rules import itemlines
from mashangban.domains.guides.schemas import GuideContent, GuideWindow
from mashangban.domains.guides.terms import GuideLack

FIELDS = ("places", "hours", "phone", "materials")


@dataclass(frozen=True, slots=True)
class Cells:
    """The row as it is written: places and materials one a line; `hours` are of every hall that has none of its own."""

    places: str
    hours: str
    phone: str
    materials: str


def lacks(one: GuideContent) -> list[GuideLack]:
    """What is missing. Nothing has to be said of a hall where nobody has to go."""
    goes = bool(one.visits) or not one.online
    found = {
        GuideLack.PLACES: goes and not one.places,
        GuideLack.HOURS: goes and (not one.places or not all(place.hours for place in one.places)),
        GuideLack.PHONE: not one.phone,
        GuideLack.MATERIALS: not one.materials and not one.no_materials,
    }
    return [lack for lack, missing in found.items() if missing]


def cells(one: GuideContent) -> Cells:
    """An item as its row; hours that all halls share stand once."""
    hours = {place.hours for place in one.places}
    shared = next(iter(hours)) if len(hours) == 1 else ""
    bare = one.model_copy(update={"places": [_bare(place, shared) for place in one.places]})
    lists = itemlines.written(bare)
    return Cells(lists["places"], shared, one.phone, lists["materials"])


def read(given: Cells) -> dict[str, object]:
    """The fields of a row in the shape of an item. Raises ItemUnready with the line that can't be read."""
    places = itemlines.places(given.places)
    return {
        "places": [place | {"hours": place["hours"] or given.hours.strip()} for place in places],
        "phone": given.phone.strip(),
        "materials": itemlines.materials(given.materials),
        "no_materials": itemlines.none_needed(given.materials),
    }


def _bare(place: GuideWindow, shared: str) -> GuideWindow:
    return place.model_copy(update={"hours": ""}) if shared else place
