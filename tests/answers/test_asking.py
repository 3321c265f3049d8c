"""Somebody asks, gets an answer with its source, three to choose from, or an honest word; what is missing is work."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from mashangban.domains.answers.models import AskedRecord, GapRecord
from mashangban.domains.answers.repository import artefacts, asked, pairs, receivers
from mashangban.domains.answers.schemas.asking import AnswerQuestion, AnswerTyped
from mashangban.domains.answers.service import asking, indexing, knowing
from mashangban.domains.answers.terms import Tier
from mashangban.kernel import clock
from mashangban.kernel.dynamodb import client
from mashangban.kernel.pagination import PageRequest
from tests.answers.conftest import COUNTY, Office, call, strange
from tests.registry.conftest import officer, person

ANSWER = "可以到工程所在地的人力资源社会保障局投诉，也可以打12333。"


@pytest.fixture(scope="module")
def town(office: Office) -> Office:
    """An office that has answered three questions about its own place."""
    word = office.word
    for question, answer in (
        (f"{word}工地拖欠工资怎么办", ANSWER),
        (f"{word}居住证怎么办", "到派出所的受理点办。"),
        (f"{word}居住证要带什么材料", "身份证和住所证明。"),
    ):
        office.published(question=question, answer=answer)
    return office


@pytest.fixture(autouse=True)
def _fresh(ground: None) -> Iterator[None]:
    """Each test loads what is known at its beginning."""
    knowing.forget()
    yield
    knowing.forget()


def ask(text: str, who: Any = None, region: str = COUNTY) -> dict[str, Any]:
    status, answer = call(who, "POST", "/questions", {"text": text, "region": region})
    assert status == 201, answer
    return answer


def gap_of(office: Office, words: str, state: str = "open", region: str = COUNTY) -> dict[str, Any] | None:
    items = call(office.author, "GET", "/gaps", region=region, state=state, limit="50")[1]["items"]
    return next((one for one in items if words in one["text"]), None)


def test_a_known_question_is_answered_with_source_certainty_and_reason(town: Office) -> None:
    told = ask(f"您好，请问{town.word}工地拖欠工资怎么办？")
    assert (told["tier"], told["hand_over"]) == ("answer", None), told
    given = told["answer"]
    assert (given["answer"], given["source"], given["clause"]) == (
        ANSWER,
        "保障农民工工资支付条例",
        "第十一条",
    )
    assert (given["line"]["number"], told["percent"] >= 75) == ("12333", True)
    assert any(town.word in one for one in given["words"])


def test_a_slip_of_the_keyboard_is_understood(town: Office) -> None:
    told = ask(f"{town.word}工地托欠公资怎么办")
    shown = [told["answer"]["question"]] if told["answer"] else [one["question"] for one in told["options"]]
    assert shown[0] == f"{town.word}工地拖欠工资怎么办"


def test_near_ones_are_offered_and_the_chosen_one_is_read(town: Office) -> None:
    told = ask(f"{town.word}居住证")
    assert told["tier"] == "choice", told
    assert 2 <= len(told["options"]) <= 3
    assert told["ask_back"]
    chosen = told["options"][0]
    status, given = call(
        None, "POST", f"/questions/{told['question_id']}/choice", {"pair_id": chosen["pair_id"]}
    )
    assert (status, given["question"]) == (200, chosen["question"])
    other = {"pair_id": "0" * 26}
    assert call(None, "POST", f"/questions/{told['question_id']}/choice", other)[1]["code"] == (
        "answers.question.not-offered"
    )


def test_what_nobody_knows_is_handed_over_honestly_and_becomes_work_that_is_counted(town: Office) -> None:
    words = strange()
    first = ask(words)
    again = ask(f"请问{words}？谢谢")
    assert (first["tier"], first["answer"], first["options"]) == ("person", None, [])
    assert first["hand_over"]["staffed"] is False
    assert "没有人工坐席" in first["hand_over"]["words"]
    assert again["question_id"] != first["question_id"]
    gap = gap_of(town, words)
    assert gap is not None
    assert (gap["asked"], gap["state"]) == (2, "open")


def test_an_answer_that_does_not_help_becomes_work_once(town: Office) -> None:
    told = ask(f"{town.word}工地拖欠工资怎么办")
    path = f"/questions/{told['question_id']}/verdict"
    status, thanks = call(None, "POST", path, {"helpful": False})
    assert (status, thanks["hand_over"]["line"]["number"]) == (200, "12333")
    assert call(None, "POST", path, {"helpful": False})[0] == 200
    gap = gap_of(town, f"{town.word}工地拖欠工资")
    assert gap is not None
    assert (gap["asked"], gap["department"]) == (1, "labour")


def test_work_is_taken_up_by_a_draft_and_done_by_its_publication(town: Office) -> None:
    words = strange()
    ask(words)
    gap = gap_of(town, words)
    assert gap is not None
    pair_id = town.submitted(question=words, gap_id=gap["id"])
    town.pump.run()
    taken = gap_of(town, words, "taken")
    assert taken is not None
    assert taken["pair_id"] == pair_id
    assert call(town.reviewer, "POST", f"/pairs/{pair_id}/approval")[0] == 200
    town.pump.run()
    assert gap_of(town, words, "answered") is not None
    assert pair_id in pairs.in_force([pair_id])


def test_work_that_is_none_is_left_with_a_reason_by_its_own_office_only(town: Office) -> None:
    words = strange()
    ask(words)
    gap = gap_of(town, words)
    assert gap is not None
    path = f"/gaps/{gap['id']}/dismissal"
    assert call(officer("330105"), "POST", path, {"reason": "不是问题"})[0] == 404
    status, left = call(town.author, "POST", path, {"reason": "不是问题"})
    assert (status, left["state"], left["note"]) == (200, "dismissed", "不是问题")
    assert call(town.author, "POST", path, {"reason": "再来"})[1]["code"] == "answers.gap.closed"


def test_a_question_without_a_region_is_any_offices_work(town: Office) -> None:
    words = strange()
    ask(words, region="")
    assert gap_of(town, words, region="") is not None


def test_neither_telephone_nor_words_lie_in_the_clear(town: Office) -> None:
    words = strange()
    told = ask(f"{words}，打13812345678找我")
    call(None, "POST", f"/questions/{told['question_id']}/verdict", {"helpful": False})
    assert "138" not in asked.get(told["question_id"]).text
    stored = client().get_item(
        TableName=AskedRecord.table.physical,
        Key={"PK": {"S": f"ANSWERASKED#{told['question_id']}"}, "SK": {"S": "ASKED"}},
    )["Item"]
    gap = gap_of(town, words)
    assert gap is not None
    work = client().get_item(
        TableName=GapRecord.table.physical, Key={"PK": {"S": f"ANSWERGAP#{gap['id']}"}, "SK": {"S": "GAP"}}
    )["Item"]
    assert words not in str(stored) + str(work)
    assert "***" in gap["text"]


def test_whoever_is_signed_in_is_remembered_with_the_answer_alone(town: Office) -> None:
    who = person()
    pair_id = ask(f"{town.word}工地拖欠工资怎么办", who)["answer"]["pair_id"]
    assert who.person_id in receivers.of_pair(pair_id, PageRequest(limit=50)).items


def test_nothing_asked_is_told_so(ground: None) -> None:
    status, answer = call(None, "POST", "/questions", {"text": "？！"})
    assert (status, answer["code"]) == (422, "answers.question.empty")


def test_what_is_typed_brings_questions(town: Office) -> None:
    items = call(None, "GET", "/suggestions", text=f"{town.word}居住", region=COUNTY)[1]["items"]
    assert {one["question"] for one in items} >= {
        f"{town.word}居住证怎么办",
        f"{town.word}居住证要带什么材料",
    }
    assert call(None, "GET", "/suggestions", text=f"{town.word}居住", region="3205")[1]["items"] == []


def shown(text: str, at: dt.datetime) -> list[str]:
    """The answers that somebody sees for a question."""
    told = asking.ask(None, at, question(text))
    return [one.pair_id for one in (told.answer, *told.options) if one]


def question(text: str) -> AnswerQuestion:
    return AnswerQuestion(text=text, region=COUNTY)


def test_a_change_is_known_two_seconds_later_without_a_new_index(town: Office) -> None:
    now, words = clock.now(), f"{town.word}暑期游泳课在哪里报名"
    shown(words, now)
    pair_id = town.published(question=words, answer="到体育馆报名。")
    assert pair_id in shown(words, now + dt.timedelta(seconds=3))
    assert call(town.reviewer, "POST", f"/pairs/{pair_id}/withdrawal", {"reason": "停课"})[0] == 200
    # Withdrawn is withdrawn at once: what everybody may read is read at every question.
    assert pair_id not in shown(words, now + dt.timedelta(seconds=3))


def test_the_stored_index_is_loaded_and_followed(town: Office, object_store: str) -> None:
    built = indexing.rebuild(clock.now())
    stored = artefacts.current()
    assert stored == built
    assert built.pairs >= 3
    knowing.forget()
    words = f"{town.word}冬季滑雪课在哪里报名"
    pair_id = town.published(question=words, answer="到滑雪场报名。")
    assert pair_id in shown(words, clock.now())
    old = asking.ask(None, clock.now(), question(f"{town.word}工地拖欠工资怎么办"))
    assert old.tier is Tier.ANSWER


def test_two_builds_later_the_first_index_is_gone_and_a_bent_one_is_refused(
    town: Office, object_store: str
) -> None:
    first, second, third = (indexing.rebuild(clock.now()) for _ in range(3))
    assert artefacts.read(second)
    assert (third.before, second.before) == (second.key, first.key)
    with pytest.raises(Exception, match="NoSuchKey"):
        artefacts.read(first)
    bent = artefacts.Artefact(third.key, "", "0" * 64, third.size, third.pairs, third.upto)
    with pytest.raises(ValueError, match="not what was built"):
        artefacts.read(bent)


class Calls:
    """Calls to the table while it is on."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def note(self, model: Any, **_: object) -> None:
        self.names.append(model.name)


def test_an_answer_costs_one_look_one_read_one_write(town: Office) -> None:
    now, words = clock.now(), f"{town.word}工地拖欠工资怎么办"
    asking.ask(None, now, question(words))
    calls, hooks = Calls(), client().meta.events
    hooks.register("provide-client-params.dynamodb", calls.note)
    try:
        asking.ask(None, now + dt.timedelta(seconds=3), question(words))
        assert calls.names == ["Query", "BatchGetItem", "PutItem"]
        calls.names.clear()
        asking.ask(None, now + dt.timedelta(seconds=4), question(words))
        assert calls.names == ["BatchGetItem", "PutItem"]
        calls.names.clear()
        asking.suggest(AnswerTyped(text=town.word, region=COUNTY), now + dt.timedelta(seconds=4))
        assert calls.names == ["BatchGetItem"]
    finally:
        hooks.unregister("provide-client-params.dynamodb", calls.note)
