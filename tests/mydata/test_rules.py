"""How far a package is, and what its first page says."""

from datetime import UTC, datetime, timedelta

from mashangban.deadlines import service as deadlines
from mashangban.kernel.personal import Copy, Holding, Part
from mashangban.processes.mydata.rules import Package, cover, finish
from mashangban.processes.mydata.rules.cover import Packed
from mashangban.processes.mydata.rules.files import Attached, Filling, Row, place
from mashangban.processes.mydata.rules.trying import fail, waits_for
from mashangban.processes.mydata.terms import MOST_BYTES, Left, PackageState

AT = datetime(2026, 11, 27, 2, tzinfo=UTC)
ASKED = Package("p", "w", AT)
PART = Part("工资", "每月的<工资>", "单位编制", "至少三年", lambda act: ())


def test_a_package_lies_ready_for_three_days_and_is_gone_then() -> None:
    ready = finish(ASKED, 10, "a" * 64, AT)
    assert ready.state(AT + timedelta(days=3, seconds=-1)) is PackageState.READY
    assert ready.state(AT + timedelta(days=3)) is PackageState.CLEARED


def test_who_waited_an_hour_in_vain_is_told_to_ask_again() -> None:
    assert ASKED.state(AT + timedelta(minutes=59)) is PackageState.PACKING
    assert ASKED.state(AT + timedelta(hours=1)) is PackageState.FAILED


def test_a_try_that_failed_is_followed_at_once_then_after_one_and_three_hours_and_then_given_up() -> None:
    tries, one, at = list[tuple[datetime | None, bool]](), ASKED, AT
    for _ in range(4):
        one = fail(one, "工资", at)
        clock = waits_for(one, at)
        due = deadlines.due_time_of(clock).due_at if clock else None
        assert due in (None, one.again_at)
        tries.append((one.again_at, clock is not None))
        at = one.again_at or at
    hour = timedelta(hours=1)
    assert tries == [(AT, False), (AT + hour, True), (AT + 4 * hour, True), (None, False)]
    assert one.failed_at == AT + 4 * hour


def test_who_waits_reads_where_it_is_stuck_and_what_to_do() -> None:
    once = fail(ASKED, "工资", AT)
    assert once.told(AT) == "还没有整理成，卡在“工资”，会自动再试，好了通知您"
    assert fail(ASKED, "", AT).told(AT) == "还没有整理成，会自动再试，好了通知您"
    twice = fail(once, "工资", AT)
    assert twice.state(AT + timedelta(hours=1, minutes=59)) is PackageState.PACKING
    given_up = fail(fail(twice, "工资", AT), "工资", AT)
    assert given_up.state(AT) is PackageState.FAILED
    assert given_up.told(AT) == "没有整理成，卡在“工资”，请再申请一次"
    assert finish(once, 10, "a" * 64, AT).told(AT) == "可以下载"


def test_the_first_page_says_of_each_file_what_it_is_whence_and_until_when() -> None:
    text = cover.page([Packed(PART, 3)], [Holding((PART,), lawful="工资台账")], AT)
    for told in ("工资.json", "3 条", "单位编制", "至少三年", "按法律继续保存：工资台账。", "2026年11月27日"):
        assert told in text


def test_the_first_page_needs_nothing_from_outside_and_runs_nothing() -> None:
    text = cover.page([Packed(PART, 0)], [], AT)
    assert "每月的&lt;工资&gt;" in text
    assert "没有记录" in text
    assert not any(told in text for told in ("<script", "http:", "https:", "src="))


def copy(size: int = 10, filename: str = "裂缝.jpg", by_others: bool = False) -> Copy:
    return Copy(filename, size, lambda: iter(()), by_others)


def test_a_file_lies_in_the_folder_of_its_part_and_no_two_under_one_name() -> None:
    filling = Filling()
    rows = [place(filling, "工资", Attached(one), copy()) for one in "abc"]
    rows.append(place(filling, "办件", Attached("d"), copy()))
    assert [row.path for row in rows] == [
        "文件/工资/裂缝.jpg",
        "文件/工资/裂缝（2）.jpg",
        "文件/工资/裂缝（3）.jpg",
        "文件/办件/裂缝.jpg",
    ]


def test_a_package_is_filled_to_its_last_byte_and_what_is_too_big_leaves_room_for_the_small() -> None:
    filling = Filling()
    sizes = (MOST_BYTES - 10, 11, 10, 1)
    rows = [place(filling, "工资", Attached(str(one)), copy(one)) for one in sizes]
    assert [row.left for row in rows] == [None, Left.TOO_MUCH, None, Left.TOO_MUCH]
    assert filling.used == MOST_BYTES


def test_what_others_took_and_what_is_not_there_stays_out_and_has_no_place() -> None:
    filling = Filling()
    others = place(filling, "办件", Attached("a", "现场.jpg"), copy(by_others=True))
    gone = place(filling, "办件", Attached("b", "收据.pdf"), None)
    nameless = place(filling, "办件", Attached("c", is_document=True), None)
    assert [(row.left, row.path) for row in (others, gone, nameless)] == [
        (Left.BY_OTHERS, ""),
        (Left.NOT_THERE, ""),
        (Left.NOT_THERE, ""),
    ]
    assert (gone.filename, nameless.filename, filling.used) == ("收据.pdf", "编号 c", 0)


def test_the_first_page_names_each_file_and_says_of_each_that_is_missing_why_and_how_else() -> None:
    there = Row("工资", "a", "工资 1.pdf", "文件/工资/工资 1.pdf")
    missing = Row("工资", "b", "<大>.pdf", left=Left.TOO_MUCH)
    text = cover.page([Packed(PART, 1, (there, missing))], [], AT)
    assert "href='%E6%96%87%E4%BB%B6/%E5%B7%A5%E8%B5%84/%E5%B7%A5%E8%B5%84%201.pdf'" in text
    assert f"工资：&lt;大&gt;.pdf（{Left.TOO_MUCH}）" in text
    assert "请在手机上打开对应的那一条" in text
    assert "没有装进来的文件" not in cover.page([Packed(PART, 1, (there,))], [], AT)
