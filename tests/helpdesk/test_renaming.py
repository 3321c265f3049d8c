"""A department that is renamed: everybody reads the new name, the chains keep the old one with its day."""

import pytest

from mashangban.domains.helpdesk.schemas import DepartmentForm, RatingForm, RatingsQuery, TicketsQuery
from mashangban.domains.helpdesk.service import lists, offices, rating, receiving, talk_views, talking
from mashangban.domains.helpdesk.terms import Level, TicketTopic
from mashangban.kernel import clock
from mashangban.kernel.pagination import PageRequest
from tests.helpdesk.conftest import Town, act
from tests.helpdesk.talks import begun, on_duty, seen, words
from tests.workers.office import office_of

pytestmark = pytest.mark.usefixtures("quiet_clocks")
OLD, NEW = "区人社局", "区人力资源保障局"


def rename(county: Town, name: str = NEW) -> None:
    form = DepartmentForm(
        name=name, region=county.county, level=Level.COUNTY, topics=[TicketTopic.WAGES], general=False
    )
    offices.change_department(act(county.keeper), county.wages, form)


def test_tickets_and_their_lists_carry_the_new_name_and_the_log_the_old_one(county: Town) -> None:
    one = county.taken(county.asked())
    county.pump.run()
    rename(county)
    view = county.seen(one)
    assert (view.row.desk_name, view.first_name) == (NEW, NEW)
    assert {step.by_label for step in view.log} == {"提问人", OLD}
    assert [
        row.desk_name for row in lists.at_place(county.clerk, TicketsQuery(where=county.wages)).items
    ] == [NEW]
    assert [row.desk_name for row in lists.in_hand(county.clerk, PageRequest()).items] == [NEW]
    assert [row.desk_name for row in lists.mine(county.asker, PageRequest()).items] == [NEW]


def test_conversations_and_ratings_do_too_and_what_was_said_stays(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    rename(county)
    assert seen(one, county.asker).row.desk_name == NEW
    assert words(one, county.asker)[1] == f"{OLD}的工作人员接入了对话"
    assert [choice.label for choice in receiving.workplace(act(county.clerk)).desks] == [NEW]
    talking.end(act(county.asker), one)
    rating.rate_talk(act(county.asker), one, RatingForm(stars=1))
    county.pump.run()
    assert [row.desk_name for row in talk_views.mine(county.asker, PageRequest()).items] == [NEW]
    listed = rating.at_place(county.boss, RatingsQuery(where=county.wages)).items
    assert [row.desk_name for row in listed] == [NEW]


def test_a_departments_page_lists_what_it_was_called_and_until_when(county: Town) -> None:
    rename(county)
    rename(county, "区劳动保障局")
    rename(county, "区劳动保障局")
    shown = offices.show_department(county.keeper, county.wages)
    assert [former.name for former in shown.former] == [OLD, NEW]
    page = office_of(county.keeper).get(f"/console/helpdesk/departments/{county.wages}").html
    assert f"{OLD}（到 {clock.spoken(shown.former[0].until)}）" in page
