"""The agent's desk and the supervisor's board: found, opened, acted on, and nobody else's."""

import csv

from mashangban.domains.helpdesk.repository import ratings, tickets
from mashangban.domains.helpdesk.schemas import RatingForm, TicketWord
from mashangban.domains.helpdesk.service import asking, offices, rating
from mashangban.domains.helpdesk.terms import TicketState
from mashangban.domains.helpdesk.terms.rating import MendingState
from mashangban.identity import service as identity
from mashangban.identity.service.granting import GrantOrder
from mashangban.kernel.acts import system_act
from mashangban.kernel.permissions import Place, Role, Scope
from tests.helpdesk.conftest import Town, act
from tests.workers.office import office_of

HOME = "/console/helpdesk"


def test_an_agent_finds_takes_and_answers_what_was_asked(town: Town) -> None:
    one = town.asked(text="工资 <b>没发</b>")
    town.pump.run()
    window, where = office_of(town.clerk), f"{HOME}/tickets/{one}"
    assert tickets.get(one).number in window.get(f"{HOME}?where={town.wages}").html
    opened = window.get(where)
    assert "工资 &lt;b&gt;没发&lt;/b&gt;" in opened.html
    window.act(opened, f"{where}/desk/take")
    opened = window.get(where)
    assert "这个期限怎么算的" in opened.html
    window.act(opened, f"{where}/desk/answer", text="已责令支付")
    assert tickets.get(one).state is TicketState.ANSWERED
    town.pump.run()
    assert tickets.get(one).number in window.get(f"{HOME}?where={town.wages}&bucket=answered").html
    assert window.act(window.get(HOME), f"{where}/desk/nothing").status == 404


def test_supervision_names_a_department_and_looks_into_a_bad_word(town: Town) -> None:
    one = town.asked()
    boss, where = office_of(town.boss), f"{HOME}/tickets/{one}"
    boss.act(boss.get(where), f"{where}/watch/assign", department_id=town.desk, text="归总台")
    assert tickets.get(one).desk.id == town.desk
    agent = office_of(town.other)
    agent.act(agent.get(where), f"{where}/desk/take")
    agent.act(agent.get(where), f"{where}/desk/answer", text="已办")
    asking.confirm(act(town.asker), one, TicketWord(solved=True))
    rating.rate(act(town.asker), one, RatingForm(stars=1, text="太慢"))
    town.pump.run()
    assert "1 星" in boss.get(f"{HOME}/ratings?where={town.county}").html
    boss.act(boss.get(where), f"{where}/finding", founded="true", text="属实")
    assert ratings.get(one).state is MendingState.MEND


def test_the_board_shows_rates_with_their_cases_and_gives_the_report_as_a_file(town: Town) -> None:
    fresh = Town(town.pump)
    fresh.asked()
    fresh.pump.run()
    window = office_of(fresh.keeper)
    board = window.get(f"{HOME}/figures")
    assert "按时答复率" in board.html
    sheet = window.get(f"{HOME}/figures/export?format=csv").html
    rows = list(csv.reader(sheet.lstrip("\ufeff").splitlines()))
    assert [row[0] for row in rows[1:]] == ["区12345", "区人社局", fresh.county]
    assert [row[2] for row in rows[1:]] == ["0", "1", "1"]
    assert window.get(f"{HOME}/figures/export?format=xlsx").status == 200
    assert office_of(town.keeper).get(f"{HOME}/figures?where={fresh.county}").status == 404


def test_a_keeper_registers_a_department_and_puts_somebody_at_its_posts(town: Town) -> None:
    city, where = office_of(town.mayor), f"{HOME}/departments"
    listed = city.get(where)
    assert "市建委" in listed.html
    refused = city.act(listed, where, name="市", region=f"{town.city}00", level="city")
    assert (refused.status, 'value="市"' in refused.html) == (200, True)
    made = city.act(listed, where, name="市人社局", region=f"{town.city}00", level="city", topics="wages")
    page = city.get(made.location)
    assert "市人社局" in page.html
    order = GrantOrder(Role.CITY_OFFICER, Scope("region", town.city), person_id=town.mayor.person_id)
    identity.grant(system_act("tests"), order, Place())
    assert "不在岗" in city.get(made.location).html
    post = f"{made.location}/posts/{town.mayor.person_id}"
    city.act(city.get(post), post, kinds="watch")
    assert "督办" in city.get(made.location).html
    assert [one.kind_labels for one in offices.my_posts(town.mayor)] == [["督办"]]
    city.act(city.get(post), post)
    assert offices.my_posts(town.mayor) == []
    assert office_of(town.keeper).get(made.location).status == 404


def test_a_city_writes_how_fast_it_answers_and_a_county_does_not(town: Town) -> None:
    where = f"{HOME}/promises/{town.city}00"
    city = office_of(town.mayor)
    page = city.get(where)
    assert "统一规定 5 个工作日" in page.html
    assert "只能比统一规定短" in city.act(page, where, complaint="6").html
    city.act(page, where, enquiry="1", help="2")
    assert 'value="2"' in city.get(where).html
    assert office_of(town.keeper).get(f"{HOME}/promises/{town.county}").status == 404


def test_the_desk_is_shown_what_may_be_the_same_matter_and_joins_it(town: Town) -> None:
    known, one = (town.asked(where=where) for where in ("西溪公寓二标段", "西溪公寓 二标"))
    town.pump.run()
    window, where = office_of(town.clerk), f"{HOME}/tickets/{one}"
    page = window.get(where)
    assert "可能是同一件事" in page.html
    assert f'value="{known}"' in page.html
    window.act(page, f"{where}/desk/join", parent_id=known, text="同一个工地的同一件事")
    assert tickets.get(one).state is TicketState.JOINED
