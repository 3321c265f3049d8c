"""What the commonest acts cost in write units (docs/data/assistance.md lists the same figures)."""

import secrets

from mashangban.domains.assistance.schemas import (
    JoinForm,
    ProposalAnswer,
    ScreenSignal,
    SharingDone,
    SharingOffer,
)
from mashangban.domains.assistance.service import helping, sharing
from mashangban.domains.assistance.terms import SCREEN_CONSENT, SharedForm
from tests.assistance.conftest import Two, filled
from tests.workers.test_capacity import MOST, units

OFFER = f"v=0{secrets.token_hex(1000)}"


def screen(two: Two) -> SharingDone:
    """A computer's screen that is about to be shown."""
    done = sharing.offer(two.act(two.person), SharingOffer(form=SharedForm.SCREEN, consent=SCREEN_CONSENT))
    helping.join(two.act(two.agent), JoinForm(code=done.code))
    return done


def test_no_act_costs_more_than_its_budget(two: Two) -> None:
    had: list[SharingDone] = []
    spent = {
        "offer": units(lambda: had.append(two.offered())),
        "join": units(lambda: helping.join(two.act(two.agent), JoinForm(code=had[0].code))),
        "fill": units(lambda: sharing.fill(two.act(two.person), had[0].id, filled())),
        "propose": units(lambda: two.propose(had[0].id)),
        "answer": units(
            lambda: sharing.answer(two.act(two.person), had[0].id, 1, ProposalAnswer(accepted=True))
        ),
        "stop": units(lambda: two.stop(had[0].id)),
    }
    had.append(screen(two))
    spent |= {
        "show": units(lambda: sharing.show_screen(two.act(two.person), had[1].id, ScreenSignal(sdp=OFFER))),
        "look": units(lambda: helping.look_at_screen(two.act(two.agent), had[1].id, ScreenSignal(sdp=OFFER))),
    }
    assert {name: cost for name, cost in spent.items() if cost > MOST} == {}
