"""An agent asks in a conversation to look at a form: the person agrees, and no code is read out."""

import datetime as dt

import pytest

from mashangban.domains.assistance import errors, listeners
from mashangban.domains.assistance.models import TABLE
from mashangban.domains.assistance.rules import sharing as rules
from mashangban.domains.assistance.schemas import SharingOffer
from mashangban.domains.assistance.service import helping, views
from mashangban.domains.assistance.terms import CODE_LASTS, CONSENT, SharedForm
from mashangban.domains.helpdesk.service import talking
from mashangban.kernel import clock, history
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal
from mashangban.live import service as live
from mashangban.processes.handling.errors import NobodyAnswers
from mashangban.processes.handling.service import accompanying
from tests.budgets import over
from tests.helpdesk.conftest import Town, act, county
from tests.helpdesk.talks import begun, on_duty
from tests.workers.office import office_of
from tests.workers.test_capacity import submitted, units

__all__ = ["county"]
AT = clock.now()
OFFER = SharingOffer(form=SharedForm.CARD, consent=CONSENT)
HOME = "/console/assistance"


def waiting(agent: Principal) -> list[str]:
    return [one.id for one in views.asked(act(agent))]


def heard_by(one: str, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Who hears at once that somebody is asked."""
    heard: set[str] = set()
    monkeypatch.setattr(live, "tell", lambda people, *_: heard.update(people))
    for event in history.of(TABLE, Subject("sharing", one)):
        listeners.on_event(event)
    return heard


def test_only_who_was_asked_comes_and_within_the_ten_minutes() -> None:
    one = rules.invite(rules.offer("s1", "worker", SharedForm.CARD, CONSENT, AT), "agent", "区人社局")
    with pytest.raises(NotFound):
        rules.come(one, "colleague", "区人社局", AT)
    with pytest.raises(errors.InvitationOver):
        rules.come(one, "agent", "区人社局", AT + CODE_LASTS)
    came = rules.come(one, "agent", "区人社局", AT + CODE_LASTS - dt.timedelta(seconds=1))
    assert came.agent_id == "agent"
    with pytest.raises(errors.InvitationOver):
        rules.come(came, "agent", "区人社局", AT)


def test_nobody_is_asked_to_look_at_their_own_form() -> None:
    with pytest.raises(errors.OwnForm):
        rules.invite(rules.offer("s1", "worker", SharedForm.CARD, CONSENT, AT), "worker", "区人社局")


def test_the_agent_of_the_conversation_starts_from_its_page_and_a_colleague_cannot(
    county: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_duty(county, county.clerk)
    talk = begun(county, county.asker)
    done = accompanying.invite(act(county.asker), talk, OFFER)
    assert done.code == ""
    assert waiting(county.clerk) == [done.id]
    assert heard_by(done.id, monkeypatch) == {county.asker.person_id, county.clerk.person_id}
    assert views.show(act(county.asker), done.id).helper.startswith("区人社局")
    with pytest.raises(NotFound):
        helping.come(act(county.colleague), done.id)
    desk = office_of(county.clerk)
    begins = desk.get(f"{HOME}/asked")
    assert "登记工资卡" in begins.html
    assert desk.act(begins, f"{HOME}/{done.id}/coming").location == f"{HOME}/{done.id}"
    assert views.show(act(county.asker), done.id).state == "sharing"
    assert waiting(county.clerk) == []


def test_while_nobody_answers_nobody_is_asked(county: Town) -> None:
    on_duty(county, county.clerk)
    talk = begun(county, county.asker)
    talking.end(act(county.asker), talk)
    with pytest.raises(NobodyAnswers):
        accompanying.invite(act(county.asker), talk, OFFER)


def test_of_another_persons_conversation_nothing_is_offered(county: Town) -> None:
    on_duty(county, county.clerk)
    talk = begun(county, county.asker)
    with pytest.raises(NotFound):
        accompanying.invite(act(county.person()), talk, OFFER)


def test_an_agent_finds_the_forms_to_ask_for_and_a_screen_is_not_one(county: Town) -> None:
    found = office_of(county.clerk).get(f"{HOME}/cards?county={county.county}&kind=share").html
    assert 'value="share/payments-card/' in found
    assert "share/screen" not in found


def test_asking_by_name_and_coming_cost_what_is_written_down(county: Town) -> None:
    on_duty(county, county.clerk)
    talk, had = begun(county, county.asker), list[str]()
    frame = submitted(county.asker, "invite")
    spent = {
        "ask by name": units(lambda: had.append(accompanying.invite(frame, talk, OFFER).id)),
        "come when asked": units(lambda: helping.come(submitted(county.clerk, "come"), had[0])),
    }
    assert over("assistance", spent) == {}
