"""Which defects may be one: the nearer in place, kind and time, the higher; another household stays unnamed."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from mashangban.domains.homes.rules.duplicates import Sight, candidates, stack_of
from mashangban.domains.homes.rules.home import Door
from mashangban.domains.homes.terms import Category
from mashangban.kernel import clock

NEW = Sight("new", "BX9", "h1801", Door("1", "1", "18", "1801"), "一批", Category.LEAK, "卫生间", clock.now())


def other(number: str, door: Door, **differs: Any) -> Sight:
    values: dict[str, Any] = {
        "id": number,
        "number": number,
        "home_id": f"h{door.room}-{door.building}",
        "door": door,
        "batch": "",
        "reported_at": NEW.reported_at - timedelta(days=3),
    }
    return replace(NEW, **(values | differs))


ABOVE = other("above", Door("1", "1", "19", "1901"))
FAR_ABOVE = other("far", Door("1", "1", "25", "2501"))
BESIDE = other("beside", Door("1", "1", "18", "1802"))
ELSEWHERE = other("elsewhere", Door("7", "2", "3", "0302"))


def test_the_same_home_comes_first_then_the_stack_then_the_unit() -> None:
    own = other("own", NEW.door, home_id=NEW.home_id)
    found = candidates(NEW, [BESIDE, FAR_ABOVE, own, ELSEWHERE, ABOVE])
    assert [one.sight.id for one in found] == ["own", "above", "far", "beside", "elsewhere"][: len(found)]
    assert [one.sight.id for one in found][:4] == ["own", "above", "far", "beside"]
    assert "正上方或正下方的一户" in found[1].reasons
    assert "同一竖线的一户" in found[2].reasons


def test_a_stack_is_building_unit_and_place_on_the_floor() -> None:
    assert stack_of(Door("1", "1", "18", "1801")) == stack_of(Door("1", "1", "7", "701"))
    assert stack_of(Door("1", "1", "18", "1801")) != stack_of(Door("1", "2", "18", "1801"))


def test_another_kind_of_fault_is_no_candidate_and_a_kindred_one_is_a_weaker_one() -> None:
    doors = replace(ABOVE, category=Category.OPENING)
    pipes = replace(ABOVE, category=Category.PLUMBING)
    assert candidates(NEW, [doors]) == []
    (kindred,), (same,) = candidates(NEW, [pipes]), candidates(NEW, [ABOVE])
    assert kindred.score < same.score


def test_what_is_long_past_is_no_candidate() -> None:
    old = replace(ABOVE, reported_at=NEW.reported_at - timedelta(days=91))
    recent = replace(ABOVE, reported_at=NEW.reported_at - timedelta(days=89))
    assert candidates(NEW, [old]) == []
    assert len(candidates(NEW, [recent])) == 1


def test_the_same_batch_in_another_building_needs_the_same_fault_in_the_same_room() -> None:
    batch = replace(ELSEWHERE, batch=NEW.batch)
    assert "同一批交付" in candidates(NEW, [batch])[0].reasons
    assert candidates(NEW, [replace(batch, room="厨房")]) != candidates(NEW, [batch])


def test_another_household_is_shown_by_floor_and_never_by_its_number() -> None:
    (neighbour,) = candidates(NEW, [ABOVE])
    assert neighbour.place == "1号楼1单元19层卫生间"
    assert all("1901" not in words for words in (*neighbour.reasons, neighbour.place))
    (mine,) = candidates(NEW, [other("own", NEW.door, home_id=NEW.home_id)])
    assert mine.place == "您家卫生间"


def test_a_report_is_no_duplicate_of_itself_and_only_a_handful_is_shown() -> None:
    many = [other(f"n{n}", Door("1", "1", str(n), f"{n}01")) for n in range(2, 12)]
    assert len(candidates(NEW, [NEW, *many])) == 5
    assert NEW.id not in [one.sight.id for one in candidates(NEW, [NEW, *many])]
