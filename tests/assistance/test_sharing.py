"""Two look at one form: agreed to, seen, proposed, decided, wiped."""

import datetime as dt
import hmac
import json
from base64 import b64decode
from dataclasses import replace
from pathlib import Path

import pytest

from mashangban.domains.assistance import errors, events, listeners, repository
from mashangban.domains.assistance.models import TABLE, SharingRecord
from mashangban.domains.assistance.schemas import (
    JoinForm,
    PointForm,
    ProposalAnswer,
    ScreenSignal,
    SharingOffer,
)
from mashangban.domains.assistance.service import clock as sweeper
from mashangban.domains.assistance.service import forgetting, helping, privacy, sharing, views
from mashangban.domains.assistance.terms import CODE_LASTS, IDLE_MOST, SCREEN_CONSENT, Ending, SharedForm
from mashangban.kernel import history
from mashangban.kernel.acts import system_act
from mashangban.kernel.dynamodb import client
from mashangban.kernel.errors import Forbidden, NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.limits import TooOften
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.settings import settings
from mashangban.live import service as live
from tests.assistance.conftest import Two, filled
from tests.personal import taken

ROOT = Path(__file__).parents[2]
PHONE = ROOT / "miniprogram/src"
DESK = ROOT / "backend/mashangban/console/assets/scripts"
TOLD = {"field": "text", "label": "想说的话", "number": 1}


def partition(one: str) -> list[str]:
    """What lies of a sharing, as it is stored."""
    key = {":pk": {"S": f"SHARING#{one}"}}
    pages = (
        client()
        .get_paginator("query")
        .paginate(
            TableName=TABLE.physical,
            KeyConditionExpression="PK = :pk",
            ExpressionAttributeValues=key,
            ConsistentRead=True,
        )
    )
    return [json.dumps(item, ensure_ascii=False) for page in pages for item in page["Items"]]


def test_the_officer_sees_the_form_and_of_what_is_private_only_that_it_is_filled(two: Two) -> None:
    seen = two.sees(two.joined())
    assert (seen["text"].shown, seen["text"].focused) == ("九月只发了一半", True)
    assert (seen["reason"].shown, seen["photos"].shown) == ("没发", "2 份")
    assert (seen["card"].shown, seen["card"].value) == ("已填，不给看", "")


def test_a_card_number_that_a_broken_phone_sends_is_neither_kept_nor_seen(two: Two) -> None:
    one = two.joined()
    fields = [{"key": "card", "label": "银行卡号", "kind": "private", "value": "6222020200112233445"}]
    with pytest.raises(errors.PrivateShown):
        sharing.fill(two.act(two.person), one, filled(2, fields=fields, focus=""))
    assert "card" in two.sees(one)
    assert all("6222020200112233445" not in item for item in partition(one))


def test_what_is_seen_lies_encrypted(two: Two) -> None:
    assert all("九月只发了一半" not in item for item in partition(two.joined()))


def test_a_proposal_counts_only_when_the_person_says_so(two: Two) -> None:
    one = two.joined()
    two.propose(one)
    shown = views.show(two.act(two.person), one)
    assert [each.value for each in shown.proposals] == ["九月应发 8000 元，只发了 4000 元"]
    assert two.sees(one)["text"].shown == "九月只发了一半"
    sharing.answer(two.act(two.person), one, 1, ProposalAnswer(accepted=False))
    assert two.sees(one)["text"].shown == "九月只发了一半"
    proposal = two.sees(one)["text"].proposal
    assert proposal is not None
    assert proposal.state_label == "本人没采用"
    assert views.show(two.act(two.person), one).proposals == []


def test_consent_taken_back_wipes_everything_at_once_and_later_words_are_refused(two: Two) -> None:
    one = two.joined()
    two.propose(one)
    two.stop(one)
    assert two.sees(one) == {}
    assert views.help_view(two.act(two.agent), one).ended == "本人停止了共享"
    assert all("SHEET#" not in item for item in partition(one))
    with pytest.raises(errors.SharingEnded):
        two.propose(one)
    with pytest.raises(errors.SharingEnded):
        helping.point(two.act(two.agent), one, PointForm(field="text"))
    with pytest.raises(errors.SharingEnded):
        sharing.fill(two.act(two.person), one, filled(2))


def test_what_stays_is_who_helped_with_which_fields_and_not_what_stood_in_them(two: Two) -> None:
    one = two.joined()
    two.propose(one)
    sharing.answer(two.act(two.person), one, 1, ProposalAnswer(accepted=True))
    two.stop(one, Ending.SUBMITTED)
    told = [(each.type, each.actor, dict(each.data)) for each in history.of(TABLE, Subject("sharing", one))]
    person, agent = two.person.person_id, two.agent.person_id
    assert told == [
        (events.OFFERED, person, {"form": "arrears-complaint", "consent": "2026-11"}),
        (events.JOINED, agent, {}),
        (events.PROPOSED, agent, TOLD),
        (events.ACCEPTED, person, TOLD),
        (events.ENDED, person, {"ending": "submitted", "seen": ["什么问题", "想说的话", "照片"]}),
    ]


def test_the_person_reads_who_looked_at_which_fields_and_what_became_of_each_proposal(two: Two) -> None:
    one = two.joined()
    two.propose(one)
    sharing.answer(two.act(two.person), one, 1, ProposalAnswer(accepted=False))
    assert views.trace(two.act(two.person), one).seen == []
    two.stop(one)
    trace = views.trace(two.act(two.person), one)
    assert trace.row.joined_at is not None
    assert trace.row.helper.startswith("浙江省杭州市西湖区 县区监管")
    assert trace.seen == ["什么问题", "想说的话", "照片"]
    assert [(step.label, step.field) for step in trace.steps[2:4]] == [
        ("工作人员提议", "想说的话"),
        ("本人没采用", "想说的话"),
    ]
    assert "8000 元" not in trace.model_dump_json()
    with pytest.raises(NotFound):
        views.trace(two.act(two.agent), one)


def goes_at(one: str) -> int | None:
    """When what is remembered of a sharing goes by itself."""
    kept: float | None = SharingRecord.get(f"SHARING#{one}", "SHARING").expires_at
    return int(kept) if kept is not None else None


def test_a_past_sharing_is_remembered_for_as_long_as_is_set_and_an_open_one_does_not_go(two: Two) -> None:
    one = two.joined()
    assert goes_at(one) is None
    two.stop(one)
    ended = repository.get(one).ended_at
    assert ended is not None
    assert goes_at(one) == int((ended + dt.timedelta(days=1096)).timestamp())


def test_nobody_else_comes_near_it(two: Two) -> None:
    one = two.joined()
    other, colleague = two.known(), Two().agent
    for look in (
        lambda: views.show(two.act(other), one),
        lambda: views.show(two.act(two.agent), one),
        lambda: views.help_view(two.act(colleague), one),
        lambda: views.help_view(two.act(two.person), one),
    ):
        with pytest.raises(NotFound):
            look()
    with pytest.raises(Forbidden):
        helping.join(two.act(other), JoinForm(code="123456"))


def test_a_code_opens_one_form_once(two: Two) -> None:
    done = two.offered()
    helping.join(two.act(two.agent), JoinForm(code=done.code))
    with pytest.raises(errors.WrongCode):
        helping.join(two.act(Two().agent), JoinForm(code=done.code))


def test_a_code_that_is_too_old_opens_nothing(two: Two) -> None:
    done = two.offered()
    two.later(minutes=CODE_LASTS.seconds / 60)
    with pytest.raises(errors.WrongCode):
        helping.join(two.act(two.agent), JoinForm(code=done.code))


def test_whoever_guesses_codes_is_stopped(two: Two) -> None:
    taken = two.offered().code
    wrong = [f"{number:06d}" for number in range(22) if f"{number:06d}" != taken]
    for code in wrong[:20]:
        with pytest.raises(errors.WrongCode):
            helping.join(two.act(two.agent), JoinForm(code=code))
    with pytest.raises(TooOften):
        helping.join(two.act(two.agent), JoinForm(code=taken))


def test_another_form_ends_the_one_before(two: Two) -> None:
    first, second = two.joined(), two.joined()
    assert views.show(two.act(two.person), first).ended == "本人离开了这张表"
    assert views.show(two.act(two.person), second).state == "sharing"


def test_ten_quiet_minutes_end_it_even_before_the_clock_comes_and_the_clock_wipes_it(two: Two) -> None:
    one = two.joined()
    two.later(minutes=IDLE_MOST.seconds / 60 - 1)
    two.propose(one)
    sweeper.sweep(two.now + dt.timedelta(minutes=2))
    assert views.help_view(two.act(two.agent), one).state == "sharing"
    two.later(minutes=11)
    assert two.sees(one) == {}
    sweeper.sweep(two.now)
    assert repository.get(one).ending is Ending.IDLE
    assert all("SHEET#" not in item for item in partition(one))


def test_a_phone_that_was_closed_goes_on_where_it_was(two: Two) -> None:
    one = two.joined()
    two.propose(one)
    shown = views.show(two.act(two.person), one)
    assert (shown.typed, shown.pointed, len(shown.proposals)) == (1, "text", 1)
    sharing.fill(two.act(two.person), one, filled(shown.typed + 1, "改过了"))
    assert two.sees(one)["text"].shown == "改过了"


def test_a_screen_is_offered_and_taken_up_between_these_two_and_wiped_with_the_rest(two: Two) -> None:
    form = SharingOffer(form=SharedForm.SCREEN, consent=SCREEN_CONSENT)
    done = sharing.offer(two.act(two.person), form)
    helping.join(two.act(two.agent), JoinForm(code=done.code))
    sharing.show_screen(two.act(two.person), done.id, ScreenSignal(sdp="v=0 offer"))
    assert views.screen(two.act(two.agent), done.id).offered == "v=0 offer"
    helping.look_at_screen(two.act(two.agent), done.id, ScreenSignal(sdp="v=0 answer"))
    assert views.screen(two.act(two.agent), done.id).offered == ""
    assert views.show(two.act(two.person), done.id).answered == "v=0 answer"
    two.stop(done.id)
    over = views.screen(two.act(two.agent), done.id)
    assert (over.offered, over.ended) == ("", "本人停止了共享")
    assert all("SHEET#" not in item for item in partition(done.id))


def test_two_networks_are_joined_by_a_relay_with_a_password_that_ends_with_the_sharing(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = SharingOffer(form=SharedForm.SCREEN, consent=SCREEN_CONSENT)
    done = sharing.offer(two.act(two.person), given)
    assert views.show(two.act(two.person), done.id).servers == []
    joined = replace(settings(), turn_servers=("turn:turn.example.cn:3478",))
    monkeypatch.setattr(views, "settings", lambda: joined)
    monkeypatch.setattr(views, "secret", lambda name: {"turn-secret": b"north\n"}[name])
    shown = views.show(two.act(two.person), done.id)
    [relay] = shown.servers
    assert relay.username == f"{int(shown.until.timestamp())}:{done.id}"
    assert b64decode(relay.credential) == hmac.digest(b"north", relay.username.encode(), "sha1")
    two.stop(done.id)
    assert views.show(two.act(two.person), done.id).servers == []
    form = two.joined()
    assert views.show(two.act(two.person), form).servers == []


def test_a_form_is_no_screen(two: Two) -> None:
    with pytest.raises(errors.NotThatKind):
        sharing.show_screen(two.act(two.person), two.joined(), ScreenSignal(sdp="v=0"))


def test_no_program_of_ours_can_record_a_screen() -> None:
    sources = [*PHONE.rglob("*.ts"), *PHONE.rglob("*.vue"), *DESK.glob("*.js")]
    assert len(sources) > 100
    assert [str(one) for one in sources if "MediaRecorder" in one.read_text("utf-8")] == []


def test_who_leaves_the_platform_is_named_by_no_sharing(two: Two) -> None:
    one = two.joined()
    (given,) = taken(privacy.HOLDING, two.person.person_id)["请人帮忙的记录"]
    assert given["id"] == one
    forgetting.forget(system_act("assistance_stream", two.now), two.person.person_id)
    forgetting.forget(system_act("assistance_stream", two.now), two.person.person_id)
    assert repository.get(one).person_id == ""
    assert repository.of_person(two.person.person_id, PageRequest()).items == []
    assert views.help_view(two.act(two.agent), one).person == "已注销"


def test_both_hear_what_moves_and_that_it_is_over(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[tuple[str, ...], str]] = []
    monkeypatch.setattr(live, "tell", lambda people, topic, number, at: heard.append((tuple(people), topic)))
    one = two.joined()
    listeners.on_item({"PK": {"S": f"SHARING#{one}"}, "SK": {"S": "SHEET#00000002"}})
    two.stop(one)
    for event in history.of(TABLE, Subject("sharing", one)):
        listeners.on_event(event)
    both = ((two.person.person_id, two.agent.person_id), f"assistance:{one}")
    assert heard == [both, both, both]
