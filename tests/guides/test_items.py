"""An item is written by its office, published in editions, found by everybody, withdrawn with a reason."""

from dataclasses import replace

import pytest

from mashangban.domains.guides import errors
from mashangban.domains.guides.models import TABLE, ItemRecord
from mashangban.domains.guides.repository import items as repository
from mashangban.domains.guides.schemas import (
    GuideForm,
    GuideHeadsQuery,
    GuideReturn,
    GuideRow,
    GuidesQuery,
    GuideWithdrawal,
)
from mashangban.domains.guides.service import items, reading
from mashangban.domains.guides.terms import GuideShelf, GuideState, GuideTheme
from mashangban.kernel import clock, history, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import BadCursor, Page
from tests.guides.conftest import TODAY, Bureau, new_code, written
from tests.registry.conftest import officer


def found(region: str, **asked: object) -> list[str]:
    return [one.id for one in page(region, **asked).items]


def page(region: str, **asked: object) -> Page[GuideRow]:
    return reading.listed(GuidesQuery.model_validate({"region": region, "limit": 50, **asked}), TODAY)


def unique() -> str:
    return f"事项{ids.new_id()[-8:]}"


def test_a_draft_is_nobodys_until_it_is_published(bureau: Bureau) -> None:
    name = unique()
    made = bureau.drafted(name=name)
    with pytest.raises(errors.UnknownItem):
        reading.show(made, TODAY)
    assert found(bureau.region, word=name) == []
    bureau.publish(made)
    shown = reading.show(made, TODAY)
    assert (shown.edition, shown.content.name, shown.in_force) == (1, name, True)
    assert found(bureau.region, word=name) == [made]


def test_the_next_edition_is_written_beside_the_one_that_stands(bureau: Bureau) -> None:
    old, new = unique(), unique()
    made = bureau.published(name=old)
    items.edit(bureau.act(), made, written(name=new, themes=["work"]))
    assert reading.show(made, TODAY).content.name == old
    bureau.publish(made)
    assert reading.show(made, TODAY).content.name == new
    assert (found(bureau.region, word=old), found(bureau.region, word=new)) == ([], [made])
    assert reading.edition(made, 1, TODAY).content.name == old
    log = history.of(TABLE, repository.get(made).subject)
    assert history.is_unbroken(log)
    assert log[-1].data["sha256"] == reading.show(made, TODAY).digest


def test_a_name_is_found_in_ones_own_region_and_those_above_but_not_beside(bureau: Bureau) -> None:
    name = unique()
    here = bureau.published(name=name)
    city = Bureau(bureau.region[:4], officer(bureau.region[:4])).published(name=name, level="city")
    elsewhere = Bureau("370102", officer("370102")).published(name=name)
    assert found(bureau.region, word=name) == [here, city]
    assert found(bureau.region[:4], word=name) == [city]
    assert found("370102", word=name) == [elsewhere]


def test_a_part_of_the_name_and_another_name_find_it_once(bureau: Bureau) -> None:
    mark = ids.new_id()[-6:]
    made = bureau.published(name=f"食品{mark}经营许可", words=[f"{mark}经营"])
    assert found(bureau.region, word=f"{mark}经营") == [made]


def test_a_list_goes_on_from_page_to_page_through_all_levels(bureau: Bureau) -> None:
    region = "650102"
    county, city = Bureau(region, officer(region)), Bureau(region[:4], officer(region[:4]))
    made = [county.published(name=f"{n}{unique()}") for n in range(3)]
    made += [city.published(name=f"{n}{unique()}", level="city") for n in range(2)]
    seen: list[str] = []
    cursor: str | None = None
    for _ in range(9):
        part = page(region, theme=GuideTheme.BUSINESS.value, limit=2, cursor=cursor)
        assert len(part.items) <= 2
        seen += [one.id for one in part.items]
        cursor = part.next_cursor
        if cursor is None:
            break
    assert seen == made


@pytest.mark.parametrize("cursor", ["9:", "x", "0:not-ours"])
def test_a_cursor_that_was_not_given_is_refused(bureau: Bureau, cursor: str) -> None:
    with pytest.raises(BadCursor):
        page(bureau.region, cursor=cursor)


def test_what_is_withdrawn_says_why_and_is_found_no_more(bureau: Bureau) -> None:
    name = unique()
    made = bureau.published(name=name)
    items.withdraw(bureau.act(), made, GuideWithdrawal(why="并入一件事办理"))
    with pytest.raises(errors.ItemWithdrawn, match="并入一件事办理"):
        reading.show(made, TODAY)
    assert found(bureau.region, word=name) == []
    with pytest.raises(errors.NotPublished):
        items.withdraw(bureau.act(), made, GuideWithdrawal(why="再来一次"))
    items.edit(bureau.act(), made, written(name=name))
    bureau.publish(made)
    assert reading.show(made, TODAY).edition == 2


def test_what_is_not_ready_stays_a_draft_and_tells_what_is_missing(bureau: Bureau) -> None:
    made = bureau.drafted(steps=[])
    with pytest.raises(errors.ItemUnready):
        items.submit(bureau.act(), made)
    assert reading.work(bureau.officer, made, TODAY).gaps == ["没写办理步骤"]
    assert repository.get(made).state is GuideState.DRAFT


def test_nothing_is_published_twice(bureau: Bureau) -> None:
    made = bureau.published()
    for run in (items.submit, items.publish):
        with pytest.raises(errors.NoDraft):
            run(bureau.review(), made)


def test_a_code_stands_for_one_item_of_a_region(bureau: Bureau) -> None:
    form = GuideForm(region=bureau.region, code=new_code(), content=written())
    items.draft(bureau.act(), form)
    with pytest.raises(errors.CodeTaken):
        items.draft(bureau.act(), form)


def test_an_office_keeps_its_own_region_only(bureau: Bureau) -> None:
    made, stranger = bureau.drafted(), officer("370102")
    for run in (
        lambda: items.publish(Act(stranger, bureau.act().at), made),
        lambda: items.submit(Act(stranger, bureau.act().at), made),
        lambda: items.send_back(Act(stranger, bureau.act().at), made, GuideReturn(why="不归您管")),
        lambda: reading.work(stranger, made, TODAY),
        lambda: reading.heads(stranger, GuideHeadsQuery(region=bureau.region)),
        lambda: Bureau("33", bureau.officer).drafted(),
    ):
        with pytest.raises(NotFound):
            run()


def test_an_office_lists_its_items_by_state_and_those_that_wait_for_a_second_person(bureau: Bureau) -> None:
    region = "330482"
    office = Bureau(region, officer(region))
    draft, stands, waits = office.drafted(name=unique()), office.published(name=unique()), office.published()
    items.edit(office.act(), waits, written(name=unique()))
    items.submit(office.act(), waits)
    by = {
        shelf: {
            one.id for one in reading.heads(office.officer, GuideHeadsQuery(region=region, shelf=shelf)).items
        }
        for shelf in (GuideShelf.DRAFT, GuideShelf.PUBLISHED, GuideShelf.SUBMITTED, None)
    }
    assert by[GuideShelf.DRAFT] == {draft}
    assert by[GuideShelf.PUBLISHED] == {stands, waits}
    assert by[GuideShelf.SUBMITTED] == {waits}
    assert by[None] == {draft, stands, waits}
    items.publish(office.review(), waits)
    query = GuideHeadsQuery(region=region, shelf=GuideShelf.SUBMITTED)
    assert reading.heads(office.officer, query).items == []


def test_who_wrote_before_heads_kept_it_does_not_publish_what_a_colleague_handed_in(bureau: Bureau) -> None:
    made = bureau.drafted()
    head = repository.get(made)
    ItemRecord(head.subject.pk, "ITEM").update([ItemRecord.writers.remove()])
    items.submit(bureau.review(), made)
    with pytest.raises(errors.OwnWork):
        items.publish(bureau.act(), made)
    assert "publish" not in reading.work(bureau.officer, made, TODAY).actions
    third = Act(replace(bureau.officer, person_id=ids.new_id()), clock.now())
    items.publish(third, made)
    assert reading.show(made, TODAY).edition == 1
