"""Where an office finds its items and packages: by name, by state, or waiting for a second person."""

from mashangban.domains.guides.rules.item import Item
from mashangban.domains.guides.rules.package import Package
from mashangban.domains.guides.terms import GuideShelf

TEXTS = ("why", "handed_by", "returned")


def keys(desk: str, one: Item | Package) -> dict[str, str | None]:
    """The index keys of a head: it waits for a second person beside the state it is in."""
    order, waits = f"{one.name}#{one.id}", bool(one.handed_by)
    return {
        "GSI1PK": desk,
        "GSI1SK": order,
        "GSI2PK": f"{desk}#{one.state.value}",
        "GSI2SK": order,
        "GSI3PK": f"{desk}#{GuideShelf.SUBMITTED.value}" if waits else None,
        "GSI3SK": order if waits else None,
    }


def where(desk: str, shelf: GuideShelf | None) -> tuple[str, str]:
    """The index and the key of one shelf, or of the whole desk."""
    if shelf is None:
        return "GSI1", desk
    return ("GSI3" if shelf is GuideShelf.SUBMITTED else "GSI2"), f"{desk}#{shelf.value}"
