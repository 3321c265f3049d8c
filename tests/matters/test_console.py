"""The office on the console: what is handled online, a look first, accepted by one, decided by another, file, month."""

from urllib.parse import urlencode

import pytest

from mashangban.domains.matters.repository import matters
from mashangban.domains.matters.schemas.matters import MatterDeskQuery
from mashangban.domains.matters.service import filling, lists
from mashangban.domains.matters.terms import MatterState
from mashangban.kernel.pagination import Page
from tests.matters.conftest import Office, head
from tests.workers.office import office_of

PAGES, HANDLING = "/console/matters", "/console/handling"


def test_an_office_says_which_of_its_items_are_handled_online_and_what_is_asked(office: Office) -> None:
    clerk, item_id = office_of(office.clerk), office.bureau.published()
    assert clerk.get(HANDLING).status == 200
    opened = clerk.get(f"{HANDLING}/{item_id}")
    wrong = clerk.act(opened, f"{HANDLING}/{item_id}", open="yes", asks="店名|声音", deliveries=["phone"])
    assert "第 1 行的类型只能是" in wrong.html
    asks = "店名|文字\n类别|选一个|可不填|热食、冷食"
    clerk.act(wrong, f"{HANDLING}/{item_id}", open="yes", asks=asks, deliveries=["phone", "hall"])
    again = clerk.get(f"{HANDLING}/{item_id}").html
    assert "店名|文字|必填" in again
    assert "类别|选一个|可不填|热食、冷食" in again


def test_a_draft_is_looked_at_paper_by_paper_and_goes_back_to_its_person(office: Office) -> None:
    clerk, matter_id = office_of(office.clerk), office.begin()
    filling.save(office.act(office.person), matter_id, office.filled())
    filling.ask_check(office.act(office.person), matter_id)
    assert head(matter_id).number in clerk.get(f"{PAGES}?stage=check").html
    shown = clerk.get(f"{PAGES}/{matter_id}")
    fields = {"name-1": "营业执照", "fine-1": "yes", "name-2": "健康证", "fine-2": "no", "why-2": "拍糊了"}
    done = clerk.act(shown, f"{PAGES}/{matter_id}/check", **fields)
    assert done.location.startswith(f"{PAGES}?stage=check")
    assert not head(matter_id).check_asked


def test_a_matter_is_accepted_by_one_and_decided_by_another(office: Office) -> None:
    clerk, boss, matter_id = office_of(office.clerk), office_of(office.decider), office.submitted()
    shown = clerk.get(f"{PAGES}/{matter_id}")
    assert "请在证照库核对" in shown.html
    clerk.act(shown, f"{PAGES}/{matter_id}/acceptance")
    assert f"{PAGES}/{matter_id}/decision" not in clerk.get(f"{PAGES}/{matter_id}").html
    deciding = boss.get(f"{PAGES}/{matter_id}/decision")
    refused = boss.act(deciding, f"{PAGES}/{matter_id}/decision", outcome="denied", reason="")
    assert head(matter_id).state.value == "accepted"
    assert refused.location == f"{PAGES}/{matter_id}"
    deciding = boss.get(f"{PAGES}/{matter_id}/decision")
    boss.act(deciding, f"{PAGES}/{matter_id}/decision", outcome="denied", reason="第三十三条")
    assert (head(matter_id).state.value, head(matter_id).reason) == ("decided", "第三十三条")


def test_everything_that_lacks_is_told_once_from_the_page(office: Office) -> None:
    clerk, matter_id = office_of(office.clerk), office.submitted()
    shown = clerk.get(f"{PAGES}/{matter_id}")
    clerk.act(shown, f"{PAGES}/{matter_id}/supplement", said="健康证看不清\n补店面照片")
    assert head(matter_id).state.value == "supplement"
    office.supply(matter_id)
    again = clerk.get(f"{PAGES}/{matter_id}").html
    assert "补店面照片" in again
    assert f"{PAGES}/{matter_id}/supplement" not in again


def test_the_desk_looks_for_a_state_an_item_ones_own_and_what_is_late(office: Office) -> None:
    clerk, asked, taken = office_of(office.clerk), office.submitted(), office.accepted()
    for one in (asked, taken):
        office.count(one)
    office.ask_more(asked)

    def found(**sought: str) -> list[bool]:
        where = urlencode({"region": office.bureau.region, **sought})
        pages = (clerk.get(f"{PAGES}?{where}").html, clerk.get(f"{PAGES}/export?{where}&format=csv").html)
        return [head(one).number in page for page in pages for one in (asked, taken)]

    assert found(state="supplement") == [True, False] * 2
    assert found(whose="mine") == [False, True] * 2
    assert found(whose="late") == [False, False] * 2
    assert found(words="火星") == [False, False] * 2
    assert found(words=head(asked).name[:2]) == [True, True] * 2
    assert found(stage="decide", state="accepted", whose="mine") == [False, True] * 2


@pytest.mark.parametrize("more", ["on", None])
def test_a_search_that_read_a_part_of_the_list_says_so_and_goes_on(
    office: Office, monkeypatch: pytest.MonkeyPatch, more: str | None
) -> None:
    one, region = head(office.submitted()), office.bureau.region
    monkeypatch.setattr(matters, "came_in", lambda _, page: Page([one] * page.limit, more))
    found = lists.at_desk(office.clerk, MatterDeskQuery(region=region, state=MatterState.DECIDED))
    assert (found.items, found.next_cursor) == ([], more)
    shown = office_of(office.clerk).get(f"{PAGES}?region={region}&state=decided").html
    told = [words in shown for words in ("查过的这些里没有", "接着查", "cursor=on", "这里没有办件")]
    assert told == ([True] * 3 + [False] if more else [False] * 3 + [True])
    whole = office_of(office.clerk).get(f"{PAGES}?region={region}&stage=all").html
    assert ("下一页" in whole, "接着查" in whole) == (bool(more), False)


def test_the_list_is_a_file_and_the_month_has_its_rates(office: Office) -> None:
    clerk, matter_id = office_of(office.clerk), office.accepted()
    office.count(matter_id)
    file = clerk.get(f"{PAGES}/export?stage=all&format=csv")
    assert file.status == 200
    assert "一次通过率" in clerk.get(f"{PAGES}/months").html
