"""The inbox: once for each occasion, counted exactly, read by its owner only, sealed at rest."""

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest
from pydantic import ValidationError

from mashangban.kernel import ids
from mashangban.kernel.dynamodb import client
from mashangban.kernel.errors import Busy
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Grant, Role, Scope
from mashangban.kernel.streams import Delivery
from mashangban.notices import repository
from mashangban.notices.models import TABLE
from mashangban.notices.service import privacy
from tests.notices.conftest import NOON, call, deliver, message, tell
from tests.personal import taken

A_SECOND = dt.timedelta(seconds=1)
pytestmark = pytest.mark.usefixtures("tables")


def unread(person: str) -> int:
    return int(call(person, "GET", "/summary").body["unread"])


def items(person: str, limit: str = "20") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = call(person, "GET", "", limit=limit).body["items"]
    return found


def persistently(work: Callable[[], int | None]) -> None:
    """As the stream and the phone do: a busy answer is asked again."""
    for _ in range(20):
        try:
            status = work()
        except Busy:
            continue
        if status != 503:
            assert status in (None, 200)
            return
    raise AssertionError("never done")


def at_once(works: list[Callable[[], None]]) -> None:
    with ThreadPoolExecutor(len(works)) as pool:
        for done in [pool.submit(work) for work in works]:
            done.result()


def test_a_new_notice_lies_on_top_of_the_inbox_and_is_counted() -> None:
    person = ids.new_id()
    tell(person, title="第一条", link="/pages/contracts/detail?id=1")
    tell(person, title="第二条", at=NOON + A_SECOND)
    found = items(person)
    assert [one["title"] for one in found] == ["第二条", "第一条"]
    assert found[1]["link"] == "/pages/contracts/detail?id=1"
    assert (found[0]["read"], found[0]["at"], found[0]["kind"]) == (
        False,
        "2026-11-23T04:00:01Z",
        "test.news",
    )
    assert unread(person) == 2


def test_an_empty_inbox_is_empty() -> None:
    person = ids.new_id()
    assert items(person) == []
    assert unread(person) == 0


def test_the_same_message_delivered_again_changes_nothing() -> None:
    person = ids.new_id()
    delivery = message(person)
    for _ in range(3):
        deliver(delivery)
    assert len(items(person)) == unread(person) == 1


def test_the_same_occasion_from_two_events_is_told_once_and_each_person_is_told() -> None:
    one, other = ids.new_id(), ids.new_id()
    for person in (one, one, other):
        tell(person, dedupe="contract:C1:remind")
    assert unread(one) == unread(other) == 1


def test_reading_counts_down_once_however_often_it_is_done() -> None:
    person = ids.new_id()
    tell(person)
    tell(person)
    notice = items(person)[0]["id"]
    assert call(person, "POST", f"/{notice}/read", {}).body == {"unread": 1}
    assert call(person, "POST", f"/{notice}/read", {}).body == {"unread": 1}
    assert unread(person) == 1
    assert sorted(one["read"] for one in items(person)) == [False, True]


def test_a_repeated_submission_gets_the_first_answer() -> None:
    person = ids.new_id()
    tell(person)
    notice = items(person)[0]["id"]
    first = call(person, "POST", f"/{notice}/read", {}, key="a-key-of-the-phone")
    tell(person)
    assert call(person, "POST", f"/{notice}/read", {}, key="a-key-of-the-phone") == first


def test_reading_all_marks_more_than_one_transaction_holds() -> None:
    person = ids.new_id()
    for _ in range(95):
        tell(person)
    assert unread(person) == 95
    assert call(person, "POST", "/read-all", {}).body == {"unread": 0}
    assert unread(person) == 0
    assert call(person, "POST", "/read-all", {}).body == {"unread": 0}
    tell(person)
    assert unread(person) == 1


def test_nobody_reads_or_marks_a_notice_of_someone_else() -> None:
    owner, stranger = ids.new_id(), ids.new_id()
    tell(owner)
    notice = items(owner)[0]["id"]
    assert items(stranger) == []
    assert call(stranger, "POST", f"/{notice}/read", {}).status == 404
    assert unread(owner) == 1


def test_the_count_is_exact_while_notices_arrive_and_are_read_at_the_same_time() -> None:
    person = ids.new_id()
    for _ in range(20):
        tell(person)
    ready = [one["id"] for one in items(person)]

    def arrive() -> None:
        delivery = message(person)
        for _ in range(3):
            persistently(lambda: deliver(delivery))

    def read(notice: str) -> None:
        for _ in range(2):
            persistently(lambda: call(person, "POST", f"/{notice}/read", {}).status)

    at_once([arrive] * 15 + [partial(read, notice) for notice in ready[:10]])
    found = items(person, limit="50")
    assert len(found) == 35
    assert unread(person) == sum(not one["read"] for one in found) == 25


def test_pages_follow_each_other_without_gap_or_repeat() -> None:
    person = ids.new_id()
    for number in range(7):
        tell(person, title=f"第{number}条", at=NOON + number * A_SECOND)
    seen: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = call(person, "GET", "", limit="3", **cursor).body  # type: ignore[arg-type]  # query by name
        seen += [one["title"] for one in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
    assert seen == [f"第{number}条" for number in reversed(range(7))]


def test_words_are_sealed_at_rest() -> None:
    person = ids.new_id()
    tell(person, title="张三的合同", text="工资二百元一天")
    raw = client().query(
        TableName=TABLE.physical,
        KeyConditionExpression="PK = :pk",
        ExpressionAttributeValues={":pk": {"S": f"PERSON#{person}"}},
    )
    assert "张三" not in str(raw)
    assert "二百元" not in str(raw)


def test_preferences_are_kept_and_a_muted_kind_still_lies_in_the_inbox() -> None:
    person = ids.new_id()
    assert call(person, "GET", "/preferences").body == {"wechat": True, "sms": True, "muted": []}
    chosen = {"wechat": True, "sms": False, "muted": ["test.news"]}
    assert call(person, "PUT", "/preferences", chosen).body == chosen
    assert call(person, "GET", "/preferences").body == chosen
    tell(person, channels=["wechat", "sms"])
    assert unread(person) == 1
    notice = repository.notice(person, items(person)[0]["id"])
    assert [one.state.value for one in notice.channels] == ["spared", "spared"]
    assert call(person, "PUT", "/preferences", {"muted": []}).body["muted"] == []
    assert call(person, "GET", "/preferences").body["sms"] is True


@pytest.mark.parametrize("wrong", [{"muted": ["no kind"]}, {"post": True}, {"wechat": "maybe"}])
def test_wrong_preferences_are_refused(wrong: dict[str, Any]) -> None:
    answer = call(ids.new_id(), "PUT", "/preferences", wrong)
    assert (answer.status, answer.body["code"]) == (422, "input.invalid")


def test_a_kind_with_a_template_needs_only_its_values() -> None:
    person = ids.new_id()
    values = {"what": "合同盖章", "due": "11月26日（周四）24:00前"}
    tell(person, kind="deadlines.remind", title=None, values=values)
    assert items(person)[0]["text"] == "“合同盖章”还没有办，11月26日（周四）24:00前到期。"


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": "一" * 21},
        {"link": "https://elsewhere"},
        {"kind": "nodots"},
        {"sender": "x"},
    ],
)
def test_a_request_that_breaks_the_form_is_reported_not_swallowed(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        deliver(message(ids.new_id(), **wrong))


def test_a_message_nobody_handles_is_reported() -> None:
    with pytest.raises(ValueError, match=r"notices\.unknown"):
        deliver(Delivery("1#0", "notices.unknown", {}, "workers", Subject("x", "1"), 1, NOON))


def test_an_erased_person_leaves_no_inbox_behind() -> None:
    person = ids.new_id()
    tell(person)
    call(person, "PUT", "/preferences", {"sms": False})
    given = taken(privacy.HOLDING, person)
    assert (len(given["消息"]), given["消息设置"][0]["sms"]) == (1, False)
    forget = Delivery(
        "e#0", "notices.forget", {"person_id": person}, "identity", Subject("person", person), 9, NOON
    )
    for _ in range(2):
        deliver(forget)
    assert items(person) == []
    assert unread(person) == 0


OFFICER = Grant(Role.COUNTY_OFFICER, Scope.parse("region:330106"))
CLERK = Grant(Role.LABOUR_CLERK, Scope.parse("project:P1"))


def matter(**place: Any) -> str:
    contract = ids.new_id()
    tell(ids.new_id(), contract=contract, place=place, channels=["sms"])
    return f"contract:{contract}"


def test_whoever_answers_for_a_matter_sees_whether_its_notices_arrived_but_no_words() -> None:
    subject = matter(region="330106", project="P1", orgs=["E1"])
    for grant in (OFFICER, CLERK, Grant(Role.ENTERPRISE_ADMIN, Scope.parse("org:E1"))):
        found = call(ids.new_id(), "GET", "/deliveries", grants=[grant], subject=subject)
        assert found.status == 200
        (row,) = found.body["items"]
        assert row["channels"][0]["state_label"] == "等待发送"
        assert "标题" not in str(row)


@pytest.mark.parametrize(
    "grant",
    [
        Grant(Role.COUNTY_OFFICER, Scope.parse("region:330105")),
        Grant(Role.LABOUR_CLERK, Scope.parse("project:P2")),
        Grant(Role.ENTERPRISE_ADMIN, Scope.parse("org:E2")),
    ],
)
def test_others_of_the_same_role_see_nothing_of_it(grant: Grant) -> None:
    subject = matter(region="330106", project="P1", orgs=["E1"])
    assert call(ids.new_id(), "GET", "/deliveries", grants=[grant], subject=subject).body["items"] == []


def test_a_worker_may_not_ask_for_deliveries() -> None:
    assert call(ids.new_id(), "GET", "/deliveries", subject="contract:1").status == 403


def test_the_sender_sees_when_it_was_read() -> None:
    person, contract = ids.new_id(), ids.new_id()
    tell(person, contract=contract, place={"region": "330106"})
    call(person, "POST", "/read-all", {})
    found = call(ids.new_id(), "GET", "/deliveries", grants=[OFFICER], subject=f"contract:{contract}")
    assert found.body["items"][0]["read_at"] is not None


def test_a_subject_of_another_form_is_refused() -> None:
    assert call(ids.new_id(), "GET", "/deliveries", grants=[OFFICER], subject="contract").status == 422
