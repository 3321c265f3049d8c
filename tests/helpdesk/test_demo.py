"""The demo's tickets are made by the acts that askers, desks and supervision would do, one for each state."""

from dataclasses import dataclass
from random import Random

from demo import helpdesk as demo
from demo.ground import Ground
from demo.people import Someone, someone
from mashangban.domains.helpdesk.repository import departments, duties, rosters, talks, tickets
from mashangban.domains.helpdesk.rules import roster
from mashangban.domains.helpdesk.terms import TicketState
from mashangban.domains.helpdesk.terms.talking import TalkState
from mashangban.kernel import clock
from mashangban.kernel.pagination import MAX_LIMIT, PageRequest
from mashangban.kernel.permissions import Principal
from tests.helpdesk.conftest import Town

S = TicketState
ASKERS = 2


@dataclass
class Small(Ground):
    """A ground with officers and askers, and no partner that proves a name."""

    town: Town | None = None
    met: int = 0

    def meet(self, age: int | None = None) -> tuple[Principal, Someone]:
        assert self.town is not None
        self.met += 1
        # Who asks is met first, then the neighbour: both ask as one here; who talks is somebody else.
        who = self.town.asker if self.met <= ASKERS else self.town.person()
        return who, someone(self.chance, 1, age)


def test_every_state_a_matter_can_be_in_is_shown(town: Town) -> None:
    fresh = Town(town.pump)
    ground = Small(Random(7), town=fresh)
    for name, region in {**demo.CITIES, **demo.COUNTIES}.items():
        ground.staff[name] = fresh.officer(region.removesuffix("00"))
    demo.fill(ground, lambda _: None)
    page = PageRequest(limit=MAX_LIMIT)
    asked = tickets.of_asker(fresh.asker.person_id, page).items
    assert {one.state for one in asked} == {
        S.RECEIVED,
        S.WORKING,
        S.PAUSED,
        S.JOINED,
        S.ANSWERED,
        S.CLOSED,
    }
    assert any(one.partners for one in asked)
    assert any(one.klass is not one.asked_as for one in asked)
    said = talks.of_asker(fresh.asker.person_id, page).items
    assert [(one.state, one.stars) for one in said] == [(TalkState.ENDED, 5)]
    desk = departments.all_in(demo.COUNTIES["yuhang"])[0]
    assert talks.waiting_at(desk.id) != []
    assert duties.of(ground.staff["xihu"].person_id).talks == 0
    ahead = roster.weeks_ahead(clock.now(), 2)
    general = [one for one in departments.all_in(demo.COUNTIES["xihu"]) if one.general]
    assert {week.version for one in general for week in rosters.of_weeks(one.desk, ahead)} == {1}
