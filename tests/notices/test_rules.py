"""Which channel when: order, quiet hours, mutes, faults, and the words themselves."""

import datetime as dt
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.kernel.clock import SHANGHAI
from mashangban.notices import rules
from mashangban.notices.errors import UnknownTemplate
from mashangban.notices.rules import Plans, Wishes
from mashangban.notices.terms import Channel, DeliveryState, Reason
from mashangban.notices.terms.template import BY_PHONE, BY_WECHAT, Template
from mashangban.notices.terms.templates import TEMPLATES

BOTH = Template("标题", "内容", BY_PHONE)
MANDATORY = Template("标题", "内容", BY_PHONE, mandatory=True)
URGENT = Template("标题", "内容", BY_PHONE, urgent=True)


def china(hour: int, minute: int = 0, day: int = 23) -> dt.datetime:
    return dt.datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI)


NOON = china(12)


def states(plans: Plans) -> list[str]:
    return [one.state.value for one in plans]


def plan(template: Template = BOTH, wishes: Wishes = Wishes(), now: dt.datetime = NOON) -> Plans:  # noqa: B008
    return rules.plan(template, "test.news", wishes, now)


def test_the_first_channel_tries_and_the_second_stands_by() -> None:
    plans = plan()
    assert states(plans) == ["waiting", "standby"]
    assert rules.next_attempt(plans) == NOON


def test_an_urgent_notice_goes_out_by_all_channels_at_once_even_at_night() -> None:
    plans = plan(URGENT, now=china(23))
    assert states(plans) == ["waiting", "waiting"]
    assert rules.next_attempt(plans) == china(23)


@pytest.mark.parametrize(
    ("now", "first"),
    [
        (china(20, 59), china(20, 59)),
        (china(21), china(8, day=24)),
        (china(23, 59), china(8, day=24)),
        (china(0), china(8)),
        (china(7, 59), china(8)),
        (china(8), china(8)),
    ],
)
def test_nothing_rings_between_nine_in_the_evening_and_eight_in_the_morning(
    now: dt.datetime, first: dt.datetime
) -> None:
    assert rules.next_attempt(plan(now=now)) == first


def test_a_muted_kind_stays_in_the_inbox() -> None:
    plans = plan(wishes=Wishes(muted=frozenset({"test.news"})))
    assert [(one.state, one.reason) for one in plans] == [(DeliveryState.SPARED, Reason.MUTED)] * 2
    assert rules.next_attempt(plans) is None


def test_a_notice_from_which_a_term_runs_cannot_be_muted() -> None:
    assert states(plan(MANDATORY, Wishes(muted=frozenset({"test.news"})))) == ["waiting", "standby"]


def test_a_channel_switched_off_is_left_out() -> None:
    plans = plan(wishes=Wishes(wechat=False))
    assert [one.channel for one in plans] == [Channel.SMS]
    assert plan(wishes=Wishes(wechat=False, sms=False)) == ()


def test_a_mandatory_notice_honours_the_choice_of_channel_while_one_is_left() -> None:
    assert [one.channel for one in plan(MANDATORY, Wishes(sms=False))] == [Channel.WECHAT]
    assert len(plan(MANDATORY, Wishes(wechat=False, sms=False))) == 2


def test_success_spares_the_channel_in_reserve() -> None:
    plans = rules.sent(plan(), Channel.WECHAT, NOON)
    assert states(plans) == ["sent", "spared"]
    assert rules.next_attempt(plans) is None


def test_a_closed_way_calls_up_the_reserve() -> None:
    plans = rules.unreachable(plan(), Channel.WECHAT, NOON, Reason.REFUSED, urgent=False)
    assert states(plans) == ["unreachable", "waiting"]
    assert rules.next_attempt(plans) == NOON


def test_a_reserve_called_up_at_night_waits_for_the_morning() -> None:
    plans = rules.unreachable(plan(), Channel.WECHAT, china(21, 5), Reason.REFUSED, urgent=False)
    assert rules.next_attempt(plans) == china(8, day=24)


def test_a_silent_partner_is_tried_again_after_1_2_4_and_8_minutes_and_then_the_reserve_takes_over() -> None:
    plans, now, waits = plan(), NOON, []
    while states(plans)[0] == "waiting":
        plans = rules.faulted(plans, Channel.WECHAT, now, Reason.PARTNER_SILENT, urgent=False)
        following = rules.next_attempt(plans)
        assert following is not None
        waits.append((following - now) // dt.timedelta(minutes=1))
        now = following
    assert waits == [1, 2, 4, 8, 0]
    assert states(plans) == ["gave_up", "waiting"]


def test_the_last_channel_is_tried_twelve_times() -> None:
    plans, now, tries = plan(Template("标题", "内容", BY_WECHAT)), NOON, 0
    while (following := rules.next_attempt(plans)) is not None:
        now, tries = following, tries + 1
        plans = rules.faulted(plans, Channel.WECHAT, now, Reason.PARTNER_SILENT, urgent=True)
    assert tries == 12
    assert states(plans) == ["gave_up"]
    assert now - NOON < dt.timedelta(hours=8)


def test_what_was_read_needs_no_sending() -> None:
    plans = rules.spared(plan(), NOON)
    assert states(plans) == ["spared", "spared"]
    done = rules.sent(plan(), Channel.WECHAT, NOON)
    assert rules.spared(done, NOON) == done


@pytest.mark.parametrize("kind", sorted(TEMPLATES))
def test_every_template_is_short_plain_and_fits_wechat(kind: str) -> None:
    template = TEMPLATES[kind]
    fields = {name for _, name, _, _ in string.Formatter().parse(template.text) if name}
    assert fields <= {
        "after", "amount", "balance", "before", "card", "day", "desk", "due", "employer", "gap", "hall",
        "halves", "helper", "home", "klass", "month", "name", "need", "note", "number", "partner", "plan", "platform",
        "project", "proposer", "reason", "result", "said", "stars", "state", "term", "time", "times", "what", "when",
        "who", "why", "worker",
    }  # fmt: skip
    assert len(template.title) <= 20
    assert "{" not in template.title
    assert len(template.text) <= 60
    assert template.text.endswith("。")


def test_values_are_put_into_the_words() -> None:
    template = rules.template_of("deadlines.remind", None, None)
    words = rules.words_of(template, {"what": "合同盖章", "due": "11月26日"}, "/pages/todo")
    assert words.text == "“合同盖章”还没有办，11月26日到期。"
    with pytest.raises(KeyError, match="due"):
        rules.words_of(template, {"what": "合同盖章"}, None)


def test_words_brought_along_are_taken_as_they_are() -> None:
    template = rules.template_of("test.news", "{标题}", "工资 {5} 元")
    words = rules.words_of(template, {}, None)
    assert (words.title, words.text) == ("{标题}", "工资 {5} 元")


def test_words_brought_along_keep_the_manners_of_their_kind() -> None:
    template = rules.template_of("workers.contract.sealed", "另一个标题", "另一段话")
    assert template.mandatory
    assert template.channels == BY_PHONE


def test_a_kind_without_words_is_refused() -> None:
    with pytest.raises(UnknownTemplate):
        rules.template_of("test.unknown", None, None)


@given(
    st.lists(st.sampled_from(["sent", "unreachable", "faulted", "spared"]), max_size=40),
    st.booleans(),
    st.integers(0, 23),
)
def test_whatever_the_partners_answer_every_notice_ends_and_none_is_sent_twice(
    answers: list[str], urgent: bool, hour: int
) -> None:
    now = china(hour)
    plans = plan(URGENT if urgent else BOTH, now=now)
    script = iter(answers)
    successes: list[Channel] = []
    for _ in range(80):
        following = rules.next_attempt(plans)
        if following is None:
            break
        assert urgent or 8 <= following.astimezone(SHANGHAI).hour < 21
        now = max(now, following)
        due = rules.due_channel(plans, now)
        assert due is not None
        match next(script, "faulted"):
            case "sent":
                successes.append(due.channel)
                plans = rules.sent(plans, due.channel, now)
            case "unreachable":
                plans = rules.unreachable(plans, due.channel, now, Reason.REFUSED, urgent=urgent)
            case "spared":
                plans = rules.spared(plans, now)
            case _:
                plans = rules.faulted(plans, due.channel, now, Reason.PARTNER_SILENT, urgent=urgent)
    assert rules.next_attempt(plans) is None
    assert not {"waiting", "standby"}.intersection(states(plans))
    assert len(successes) == len(set(successes)) <= (2 if urgent else 1)
