"""督办 over conversations: a county's list, and who goes on with one that waits or is stuck."""

import pytest

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.repository import duties
from mashangban.domains.helpdesk.schemas import RatingForm, TalkAssign, TalksQuery
from mashangban.domains.helpdesk.service import rating, talk_supervising, talking
from mashangban.domains.helpdesk.terms.talking import DutyState
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Principal
from tests.helpdesk.conftest import Town, act
from tests.helpdesk.talks import begun, on_duty, seen, words
from tests.workers.office import office_of

pytestmark = pytest.mark.usefixtures("quiet_clocks")
HOME = "/console/helpdesk/conversations"


def to(desk_id: str, who: Principal) -> TalkAssign:
    return TalkAssign(department_id=desk_id, person_id=who.person_id, text="等得太久")


def test_a_stuck_conversation_is_given_to_a_colleague_and_both_read_why(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    on_duty(county, county.colleague, county.other)
    offered = talk_supervising.seats(act(county.boss), one)
    assert {seat.person_id for seat in offered} == {county.colleague.person_id, county.other.person_id}
    talk_supervising.assign(act(county.boss), one, to(county.wages, county.colleague))
    assert words(one, county.asker)[-1] == "督办请区人社局的另一位工作人员接着说：等得太久"
    assert words(one, county.asker) == words(one, county.colleague)
    assert [duties.of(who.person_id).talks for who in (county.clerk, county.colleague)] == [0, 1]
    with pytest.raises(errors.TalkNotHeld):
        talking.end(act(county.clerk), one)


def test_whoever_waits_is_given_to_another_department_that_has_a_hand_free(county: Town) -> None:
    on_duty(county, county.clerk, most=1)
    begun(county, county.person())
    one = begun(county, county.asker)
    on_duty(county, county.other)
    assert seen(one, county.asker).row.state == "waiting"
    talk_supervising.assign(act(county.boss), one, to(county.desk, county.other))
    row = seen(one, county.asker).row
    assert (row.state, row.desk_name) == ("talking", "区12345")


def test_nobody_is_given_a_conversation_who_is_away_busy_or_not_of_the_department(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    on_duty(county, county.colleague, state=DutyState.BUSY)
    for desk, who in (
        (county.wages, county.lead),
        (county.wages, county.colleague),
        (county.wages, county.other),
    ):
        with pytest.raises(errors.AgentNotFree):
            talk_supervising.assign(act(county.boss), one, to(desk, who))
    with pytest.raises(errors.TalkHeld):
        talk_supervising.assign(act(county.boss), one, to(county.wages, county.clerk))
    elsewhere = Town(county.pump)
    with pytest.raises(errors.OutOfCity):
        talk_supervising.assign(act(county.boss), one, to(elsewhere.wages, elsewhere.clerk))


def test_only_whoever_supervises_the_county_assigns_and_lists(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    with pytest.raises(errors.WrongPost):
        talk_supervising.assign(act(county.clerk), one, to(county.wages, county.clerk))
    for who in (Town(county.pump).boss, county.officer(county.county)):
        with pytest.raises(NotFound):
            talk_supervising.assign(act(who), one, to(county.wages, county.clerk))
        with pytest.raises(NotFound):
            talk_supervising.at_place(act(who), TalksQuery(where=county.county))


def test_a_list_shows_what_is_open_the_longest_first_and_what_ended_the_newest_first(county: Town) -> None:
    on_duty(county, county.clerk)
    people = [county.person() for _ in range(4)]
    talks = [begun(county, who) for who in people]
    for who, one in zip(people[:2], talks, strict=False):
        talking.end(act(who), one)
    county.pump.run()
    open_, ended = (
        talk_supervising.at_place(act(county.boss), TalksQuery(where=county.county, bucket=bucket)).items
        for bucket in ("open", "ended")
    )
    assert [row.id for row in open_] == talks[2:]
    assert [row.id for row in ended] == [talks[1], talks[0]]
    assert [row.state for row in open_] == ["talking", "waiting"] or open_[0].agent_label
    assert talk_supervising.at_place(act(county.clerk), TalksQuery(where=county.wages)).items == open_


def test_the_pages_list_assign_and_mend(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker, "工资两个月没发")
    on_duty(county, county.colleague)
    county.pump.run()
    boss = office_of(county.boss)
    listed = boss.get(f"/console/helpdesk/talks?where={county.county}")
    assert f"{HOME}/{one}" in listed.html
    where = f"{HOME}/{one}"
    seat = f"{county.wages}:{county.colleague.person_id}"
    assert seat in boss.get(where).html
    boss.act(boss.get(where), f"{where}/assignment", seat=seat, text="等得太久")
    assert "已指定，两边都看得到理由" in boss.get(where).html
    talking.end(act(county.asker), one)
    rating.rate_talk(act(county.asker), one, RatingForm(stars=1, text="换来换去"))
    county.pump.run()
    assert "在线对话" in boss.get(f"/console/helpdesk/ratings?where={county.county}").html
    boss.act(boss.get(where), f"{where}/finding", founded="true", text="确实换了人")
    lead = office_of(county.lead)
    lead.act(lead.get(where), f"{where}/mending/mend", text="已道歉，调整了值班")
    assert lead.act(lead.get(where), f"{where}/mending/nothing").status == 404
    boss.act(boss.get(where), f"{where}/mending/call-rating", content="true", text="说可以了")
    shown = boss.get(where).html
    for words_ in ("换来换去", "确实换了人", "已道歉，调整了值班", "说可以了", "已整改并回访"):
        assert words_ in shown
