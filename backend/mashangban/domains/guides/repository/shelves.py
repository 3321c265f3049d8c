"""Where published items are found: by name, by theme, by a word's beginning; a region's first, then those above."""

from typing import Any

from mashangban.domains.guides.models import ShelfRecord
from mashangban.domains.guides.rules.published import Line, Published, above, line
from mashangban.domains.guides.rules.words import plain, starts
from mashangban.domains.guides.terms import GuideTheme
from mashangban.kernel import pagination
from mashangban.kernel.pagination import BadCursor, Page, PageRequest
from mashangban.kernel.transaction import Transaction

_FIELDS = tuple(Line.__dataclass_fields__)


def move(tx: Transaction, was: Published | None, now: Published | None) -> None:
    """Put an item where it is found now, and nowhere else; what stays in its place is written over."""
    old = dict.fromkeys(_keys(was)) if was else {}
    new = dict.fromkeys(_keys(now)) if now else {}
    for pk, sk in old:
        if (pk, sk) not in new:
            tx.delete(ShelfRecord(pk, sk))
    if now is None:
        return
    shown = {name: value for name, value in _shown(line(now)).items() if value is not None}
    same = was is not None and _shown(line(was)) == _shown(line(now))
    for pk, sk in new:
        if not (same and (pk, sk) in old):
            tx.put(ShelfRecord(pk, sk, **shown))


def listed(region: str, theme: GuideTheme | None, page: PageRequest) -> Page[Line]:
    """Items by name: the region's own, then those of the regions it lies in. Raises BadCursor."""
    return _chained([_shelf(one, theme) for one in above(region)], "", page)


def found(region: str, word: str, page: PageRequest) -> Page[Line]:
    """Items whose name or other name goes on with a word. Raises BadCursor."""
    chain = _chained([f"GUIDEWORDS#{one}" for one in above(region)], plain(word), page)
    return Page(list({one.id: one for one in chain.items}.values()), chain.next_cursor)


def _chained(shelves: list[str], start: str, page: PageRequest) -> Page[Line]:
    """One list behind the other, one query each; the cursor says in which one it goes on."""
    number, _, inner = (page.cursor or "0:").partition(":")
    if not number.isdecimal() or int(number) >= len(shelves):
        raise BadCursor()
    lines: list[Line] = []
    for at in range(int(number), len(shelves)):
        want = PageRequest(inner or None, page.limit - len(lines))
        where = ShelfRecord.SK.startswith(start) if start else None
        part = pagination.query(ShelfRecord, shelves[at], want, where=where)
        lines, inner = [*lines, *map(_line, part.items)], ""
        if part.next_cursor:
            return Page(lines, f"{at}:{part.next_cursor}")
        if len(lines) >= page.limit and at + 1 < len(shelves):
            return Page(lines, f"{at + 1}:")
    return Page(lines)


def _keys(one: Published) -> list[tuple[str, str]]:
    name = f"{one.content.name}#{one.id}"
    shelves = [(_shelf(one.region, theme), name) for theme in (None, *one.content.themes)]
    return shelves + [(f"GUIDEWORDS#{one.region}", f"{word}#{one.id}") for word in starts(one.content)]


def _shelf(region: str, theme: GuideTheme | None) -> str:
    return f"GUIDES#{region}#{theme.value}" if theme else f"GUIDES#{region}"


def _shown(one: Line) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _FIELDS}


def _line(record: ShelfRecord) -> Line:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    return Line(**values | {name: int(values[name]) for name in ("promised_days", "visits")})
