"""What may be seen, pointed at and proposed, and when it is over."""

import datetime as dt
from dataclasses import replace

import pytest

from mashangban.domains.assistance import errors
from mashangban.domains.assistance.rules import relay as relays
from mashangban.domains.assistance.rules import sharing, sheet
from mashangban.domains.assistance.rules.sheet import Field, Option, Sheet
from mashangban.domains.assistance.terms import (
    CODE_LASTS,
    CONSENT,
    IDLE_MOST,
    LASTS_MOST,
    SCREEN_CONSENT,
    Ending,
    FieldKind,
    ProposalState,
    SharedForm,
)
from mashangban.kernel.errors import AppError

NOW = dt.datetime(2026, 11, 26, 9, 0, tzinfo=dt.UTC)
MOMENT = dt.timedelta(seconds=1)
REASON = Field("reason", "什么问题", FieldKind.CHOICE, "not_paid", options=(Option("less", "少发了"),))
TEXT = Field("text", "想说的话", FieldKind.TEXT, "只发了一半", most=20)
CARD = Field("card", "银行卡号", FieldKind.PRIVATE, filled=True)
PHOTOS = Field("photos", "照片", FieldKind.FILES, "2")
SEEN = sheet.fill(Sheet(), 1, (REASON, TEXT, CARD, PHOTOS), "text")


def offered() -> sharing.Sharing:
    return sharing.offer("one", "worker", SharedForm.COMPLAINT, CONSENT, NOW)


def joined() -> sharing.Sharing:
    return sharing.join(offered(), "agent", "西湖区 县区监管", NOW)


def test_who_read_another_text_has_not_agreed_to_this_one() -> None:
    with pytest.raises(errors.OldConsent):
        sharing.offer("one", "worker", SharedForm.COMPLAINT, "2025-01", NOW)


def test_a_code_opens_once_and_within_its_minutes() -> None:
    for one, at in ((joined(), NOW), (offered(), NOW + CODE_LASTS)):
        with pytest.raises(errors.WrongCode):
            sharing.join(one, "another", "", at)
    with pytest.raises(errors.OwnForm):
        sharing.join(offered(), "worker", "", NOW)


@pytest.mark.parametrize(
    ("moved", "after", "ending"),
    [
        (dt.timedelta(0), IDLE_MOST - MOMENT, None),
        (dt.timedelta(0), IDLE_MOST, Ending.IDLE),
        (LASTS_MOST - MOMENT, LASTS_MOST - MOMENT, None),
        (LASTS_MOST - MOMENT, LASTS_MOST, Ending.TIME),
    ],
)
def test_it_ends_when_nothing_moves_and_after_an_hour_whatever_moves(
    moved: dt.timedelta, after: dt.timedelta, ending: Ending | None
) -> None:
    assert sharing.over(joined(), NOW + moved, NOW + after) is ending


def test_a_code_that_nobody_used_ends_it() -> None:
    assert sharing.over(offered(), NOW, NOW + CODE_LASTS - MOMENT) is None
    assert sharing.over(offered(), NOW, NOW + CODE_LASTS) is Ending.UNUSED


def test_the_clock_looks_when_it_may_be_over_and_no_later_than_the_end() -> None:
    moved = NOW + dt.timedelta(minutes=5)
    assert sharing.looked_at(joined(), moved).due_at == moved + IDLE_MOST
    assert sharing.looked_at(joined(), NOW + LASTS_MOST).due_at == NOW + LASTS_MOST


def test_a_screen_is_seen_for_an_hour_though_nothing_of_it_moves_past_us() -> None:
    one = sharing.offer("one", "worker", SharedForm.SCREEN, SCREEN_CONSENT, NOW)
    seen = sharing.join(one, "agent", "", NOW)
    assert sharing.over(seen, NOW, NOW + LASTS_MOST - MOMENT) is None
    assert sharing.over(seen, NOW, NOW + LASTS_MOST) is Ending.TIME
    assert sharing.looked_at(seen, NOW).due_at == NOW + LASTS_MOST


def test_who_agreed_to_a_form_has_not_agreed_to_a_screen() -> None:
    with pytest.raises(errors.OldConsent):
        sharing.offer("one", "worker", SharedForm.SCREEN, CONSENT, NOW)


def test_an_offered_picture_is_taken_up_once_and_a_newer_offer_is_taken_up_anew() -> None:
    shown = sheet.show_screen(Sheet(), "v=0 first")
    taken = sheet.look_at_screen(shown, "v=0 answer")
    for one in (Sheet(), taken):
        with pytest.raises(errors.NothingOffered):
            sheet.look_at_screen(one, "v=0 late")
    again = sheet.show_screen(taken, "v=0 second")
    assert (again.offered, again.answered) == ("v=0 second", "")


def test_a_relay_works_out_the_same_password_from_the_name_and_its_secret() -> None:
    until = dt.datetime(2026, 11, 27, 3, tzinfo=dt.UTC)
    plain, relay = relays.known(["stun:s"], ["turn:t"], b"north", "s1", until)
    assert (plain.urls, plain.username, plain.credential) == ("stun:s", "", "")
    # printf 1795748400:s1 | openssl dgst -sha1 -hmac north -binary | base64
    assert (relay.username, relay.credential) == ("1795748400:s1", "JUeoyCd1bilgqO578pYvlkHYw74=")


def test_it_ends_once() -> None:
    ended = sharing.end(joined(), Ending.WITHDRAWN, NOW)
    assert (ended.ending, ended.due_at, ended.code_hash) == (Ending.WITHDRAWN, None, "")
    with pytest.raises(errors.SharingEnded):
        sharing.end(ended, Ending.TIME, NOW)


def test_a_private_field_that_says_what_it_holds_is_refused_whole() -> None:
    with pytest.raises(errors.PrivateShown):
        sheet.fill(SEEN, 2, (replace(CARD, value="6222020200112233445"),), "")


def test_numbers_of_people_written_into_a_free_text_are_masked() -> None:
    told = replace(TEXT, value="我的电话 13812345678，身份证 330106199001011234")
    assert sheet.fill(SEEN, 2, (told,), "").field("text").value == "我的电话 ***，身份证 ***"


@pytest.mark.parametrize("typed", [0, 1])
def test_what_the_phone_sent_before_and_comes_late_changes_nothing(typed: int) -> None:
    with pytest.raises(errors.LateSheet):
        sheet.fill(SEEN, typed, (TEXT,), "")


def test_a_field_that_is_no_longer_there_is_neither_pointed_at_nor_proposed_for() -> None:
    proposed = sheet.propose(SEEN, "text", "只发了四千", "写清楚")
    gone = sheet.fill(proposed, 2, (REASON,), "text")
    assert (gone.focus, gone.pointed, gone.proposals) == ("", "", ())


@pytest.mark.parametrize(
    ("key", "value", "refused"),
    [
        ("card", "6222", errors.NotProposable),
        ("photos", "3", errors.NotProposable),
        ("reason", "whatever", errors.NotAChoice),
        ("text", "一" * 21, errors.NotAChoice),
        ("text", "只发了一半", errors.AsItStands),
        ("nothing", "x", errors.UnknownField),
    ],
)
def test_what_cannot_be_proposed(key: str, value: str, refused: type[AppError]) -> None:
    with pytest.raises(refused):
        sheet.propose(SEEN, key, value, "因为")


def test_a_newer_proposal_takes_the_place_of_the_open_one_and_each_is_decided_once() -> None:
    twice = sheet.propose(sheet.propose(SEEN, "text", "甲", "因为"), "text", "乙", "更好")
    assert [one.value for one in twice.proposals] == ["乙"]
    with pytest.raises(errors.NothingProposed):
        sheet.answer(twice, 1, accepted=True)
    said, which = sheet.answer(twice, 2, accepted=True)
    assert which.state is ProposalState.ACCEPTED
    with pytest.raises(errors.NothingProposed):
        sheet.answer(said, 2, accepted=False)


def test_a_proposal_changes_nothing_in_the_form() -> None:
    said, _ = sheet.answer(sheet.propose(SEEN, "text", "甲", "因为"), 1, accepted=True)
    assert said.fields == SEEN.fields
