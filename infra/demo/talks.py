"""Live conversations of the demo: one that ended well, one that became a ticket, one that waits in a queue."""

from contextlib import suppress
from dataclasses import dataclass

from demo.ground import act
from mashangban.domains.helpdesk import errors, schemas
from mashangban.domains.helpdesk.service import rating, receiving, talking, turning
from mashangban.domains.helpdesk.terms import TicketClass, TicketTopic
from mashangban.domains.helpdesk.terms.talking import MOST_AT_ONCE, DutyState
from mashangban.kernel.errors import Stale
from mashangban.kernel.permissions import Principal


@dataclass(frozen=True, slots=True)
class Front:
    """A county with somebody at 应答 of its general desk."""

    region: str
    agent: Principal

    def turn(self, state: DutyState) -> None:
        receiving.turn(act(self.agent), schemas.DutyForm(state=state, most=MOST_AT_ONCE))

    def begun(self, asker: Principal, text: str) -> str:
        opening = schemas.TalkOpening(region=self.region, topic=TicketTopic.OTHER, text=text)
        return talking.begin(act(asker), opening).id

    def taken(self, asker: Principal, text: str, reply: str) -> str:
        """Begun and answered; the stream may have given it to the agent before they took it."""
        one = self.begun(asker, text)
        with suppress(errors.TalkHeld, Stale):
            receiving.take(act(self.agent), one)
        talking.say(act(self.agent), one, schemas.TalkSaid(text=reply))
        return one


def fill(here: Front, there: Front, asker: Principal, neighbour: Principal) -> None:
    """Two that ended here, one that waits there: its agent has left."""
    here.turn(DutyState.ON)
    one = here.taken(asker, "居住证到期了，去哪里换", "带身份证到街道便民服务中心，当天就能换。")
    talking.say(act(asker), one, schemas.TalkSaid(text="知道了，谢谢"))
    talking.end(act(here.agent), one)
    rating.rate_talk(act(asker), one, schemas.RatingForm(stars=5))
    two = here.taken(neighbour, "楼下工地半夜还在打桩", "请说一下地址和时间，我给您转到住建部门查。")
    words = "翠苑街道工地夜里十二点后打桩，请查有没有夜间施工许可"
    turning.to_ticket(act(here.agent), two, schemas.TalkTicket(klass=TicketClass.COMPLAINT, text=words))
    here.turn(DutyState.AWAY)
    there.turn(DutyState.BUSY)
    there.begun(neighbour, "公租房还能申请吗")
    there.turn(DutyState.AWAY)
