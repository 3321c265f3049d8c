"""How far a package is, and what its first page says."""

from datetime import UTC, datetime, timedelta

from mashangban.kernel.personal import Holding, Part
from mashangban.processes.mydata.rules import Package, cover, finish
from mashangban.processes.mydata.rules.cover import Packed
from mashangban.processes.mydata.terms import PackageState

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


def test_the_first_page_says_of_each_file_what_it_is_whence_and_until_when() -> None:
    text = cover.page([Packed(PART, 3)], [Holding((PART,), lawful="工资台账")], AT)
    for told in ("工资.json", "3 条", "单位编制", "至少三年", "按法律继续保存：工资台账。", "2026年11月27日"):
        assert told in text


def test_the_first_page_needs_nothing_from_outside_and_runs_nothing() -> None:
    text = cover.page([Packed(PART, 0)], [], AT)
    assert "每月的&lt;工资&gt;" in text
    assert "没有记录" in text
    assert not any(told in text for told in ("<script", "http:", "https:", "src="))
