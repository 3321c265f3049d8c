"""An office fills in what many items lack, in one table: a row is an act of its own, what did not change is left."""

from dataclasses import replace

from mashangban.domains.guides import errors, permissions
from mashangban.domains.guides.repository import items as repository
from mashangban.domains.guides.rules import completion
from mashangban.domains.guides.rules.item import Content, Item
from mashangban.domains.guides.schemas import (
    GuideCells,
    GuideCompleted,
    GuideCompletedRow,
    GuideCompletion,
    GuideCompletions,
    GuideContent,
    GuideGapRow,
    GuideGapsQuery,
)
from mashangban.domains.guides.service import items
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import AppError
from mashangban.kernel.http.bodies import validated
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Principal

# So many pages without a gap are passed over before one is shown an empty page with the way on.
_PAGES_PASSED = 8


def lacking(actor: Principal, query: GuideGapsQuery) -> Page[GuideGapRow]:
    """The next items of a region's that lack something, a page at a time; whole ones are passed over, so many pages at
    most. Raises NotFound beyond reach."""
    actor.reach(permissions.KEEP_ITEMS).require(Place(query.region))
    asked = query.page
    found: Page[GuideGapRow] = Page([])
    for _ in range(_PAGES_PASSED):
        found = _lacking(query, asked)
        if found.items or not found.next_cursor:
            break
        asked = PageRequest(found.next_cursor, asked.limit)
    return found


def _lacking(query: GuideGapsQuery, asked: PageRequest) -> Page[GuideGapRow]:
    page = repository.of_region(query.region, None, asked)
    said = repository.said(page.items)
    rows = (_row(one, shape(said[one.id])) for one in page.items if one.id in said)
    wanted = query.lack.label if query.lack else ""
    return Page([row for row in rows if row.lacks and (not wanted or wanted in row.lacks)], page.next_cursor)


def fill(act: Act, given: GuideCompletions) -> GuideCompleted:
    """Save the rows that changed; one that is refused stops no other."""
    alone = replace(act, submission=None)
    done = GuideCompleted(rows=[_filled(alone, row, given.submit) for row in given.rows])
    repository.remember(act, done)
    return done


def shape(said: Content) -> GuideContent:
    """What an item says, as the wire knows it."""
    return GuideContent.model_validate(said)


def completed(said: GuideContent, given: completion.Cells) -> GuideContent:
    """An item with a row's cells. Raises ItemUnready, Invalid with what is wrong in them."""
    if given == completion.cells(said):
        return said
    made = validated(GuideContent, said.model_dump(mode="json") | completion.read(given))
    assert isinstance(made, GuideContent)
    return made


def cells(given: GuideCells) -> completion.Cells:
    """A row's cells, as the rules know them."""
    return completion.Cells(given.places, given.hours, given.phone, given.materials)


def _row(one: Item, said: GuideContent) -> GuideGapRow:
    return GuideGapRow(
        id=one.id,
        code=one.code,
        name=said.name,
        seen=one.version,
        writable=not one.handed_by,
        lacks=[lack.label for lack in completion.lacks(said)],
        cells=GuideCells.model_validate(completion.cells(said)),
    )


def _filled(act: Act, row: GuideCompletion, submit: bool) -> GuideCompletedRow:
    name, saved, handed, problem = "", False, False, ""
    try:
        head = repository.get(row.id)
        name = head.name
        saved = _save(act, head, row)
        if saved and submit:
            items.submit(act, row.id)
            handed = True
    except AppError as refused:
        problem = _told(refused)
    return GuideCompletedRow(id=row.id, name=name, saved=saved, submitted=handed, problem=problem)


def _save(act: Act, head: Item, row: GuideCompletion) -> bool:
    act.actor.reach(permissions.KEEP_ITEMS).require(head.place)
    said = repository.said([head]).get(head.id)
    if said is None:
        raise errors.UnknownItem()
    before = shape(said)
    after = completed(before, cells(row))
    if after == before:
        return False
    if head.version != row.seen:
        raise errors.ItemMoved()
    items.edit(act, head.id, after)
    return True


def _told(refused: AppError) -> str:
    return "；".join(one.message for one in refused.errors) or refused.title
