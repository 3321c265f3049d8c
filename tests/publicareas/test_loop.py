"""A fault's way: answered, repaired, not repaired, refused, ordered; who may do what; nothing of whoever leaves."""

import datetime as dt
import json

import pytest

from functions.publicareas_clock import handler as clockwork
from mashangban.deadlines import service as deadlines
from mashangban.domains.publicareas import errors, events, listeners
from mashangban.domains.publicareas.models import PublicDeadlineRecord
from mashangban.domains.publicareas.repository import faults
from mashangban.domains.publicareas.schemas import (
    PublicFaultPromise,
    PublicFaultReason,
    PublicFaultsQuery,
    WordingDecision,
)
from mashangban.domains.publicareas.service import climbing, handling, keys, privacy, reporting
from mashangban.domains.publicareas.terms import Climb
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import Forbidden, NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.streams import Delivery
from tests.personal import taken
from tests.publicareas.conftest import ROOT, Court, act, send
from tests.registry.conftest import officer, person

pytestmark = pytest.mark.usefixtures("quiet_clocks")


def public(fault_id: str) -> dict[str, str]:
    found: list[dict[str, str]] = json.loads(send("GET", f"{ROOT}/requests/{fault_id}.json")[1])
    return found[0]


def why(text: str = "已更换曳引机") -> PublicFaultReason:
    return PublicFaultReason(text=text)


def promise(days: int = 2) -> PublicFaultPromise:
    return PublicFaultPromise(promised_on=clock.local_date(clock.now()) + dt.timedelta(days=days))


def test_a_fault_is_promised_repaired_and_opened_again_by_its_reporter(court: Court) -> None:
    one = court.reported()
    assert handling.show(act(court.builder), one).actions == ["accept", "fix", "decline"]
    handling.accept(act(court.builder), one, promise())
    assert public(one)["expected_datetime"].startswith(promise().promised_on.isoformat())
    handling.fix(act(court.builder), one, why())
    assert (public(one)["status"], public(one)["status_notes"]) == ("closed", "已更换曳引机")
    assert handling.show(act(court.reporter), one).actions == ["reopen"]
    reporting.reopen(act(court.reporter), one)
    assert public(one)["status"] == "open"
    running = [found.kind for found in faults.clocks_of(faults.get(one)) if found.state.value == "running"]
    assert running == ["publicareas.repair-2"]


def test_after_thirty_days_nothing_is_opened_again(court: Court) -> None:
    one = court.reported()
    handling.fix(act(court.builder), one, why())
    with pytest.raises(errors.ReopenTooLate):
        reporting.reopen(act(court.reporter, clock.now() + dt.timedelta(days=30, minutes=1)), one)


def test_a_refusal_is_read_by_the_county_which_may_order_the_repair(court: Court) -> None:
    one = court.reported()
    handling.decline(act(court.builder), one, why("属于市政道路"))
    assert public(one)["status"] == "closed"
    assert "order" in handling.show(act(court.officer), one).actions
    handling.order(act(court.officer), one, why("红线图内，由建设单位修"))
    assert public(one)["status"] == "open"


def test_strangers_other_counties_and_other_builders_see_and_do_nothing(court: Court) -> None:
    one, other = court.reported(), Court()
    for who in (person(), other.builder, officer("330702")):
        with pytest.raises(NotFound):
            handling.show(act(who), one)
    for stranger in (other.builder, officer("330702")):
        with pytest.raises((NotFound, Forbidden)):
            handling.fix(act(stranger), one, why())
        with pytest.raises(NotFound):
            handling.at_place(stranger, PublicFaultsQuery(where=court.project.id))
    with pytest.raises(NotFound):
        reporting.reopen(act(court.builder), one)
    with pytest.raises(Forbidden):
        handling.order(act(court.builder), one, why())


def test_a_silent_handler_climbs_to_managers_county_and_city(court: Court) -> None:
    one, seen = court.reported(), []
    for hours in (25, 24 * 5, 24 * 12):
        deadlines.sweep(PublicDeadlineRecord, clock.now() + dt.timedelta(hours=hours), climbing.fire)
        seen.append(faults.get(one).climb)
    assert seen == [Climb.MANAGER, Climb.COUNTY, Climb.CITY]
    handling.accept(act(court.builder), one, promise())
    assert faults.get(one).climb is Climb.NONE


def test_the_clock_function_runs(court: Court) -> None:
    court.reported()
    clockwork.handler({}, None)


def test_insults_are_held_until_somebody_of_the_county_has_read_them(court: Court) -> None:
    one = court.reported(description="物业混蛋，灯三天不亮")
    assert public(one)["description"] == "（待审核）"
    assert handling.show(act(court.reporter), one).description == "物业混蛋，灯三天不亮"
    with pytest.raises(Forbidden):
        handling.decide_wording(act(court.builder), one, WordingDecision(shown=True, text="没问题"))
    handling.decide_wording(act(court.officer), one, WordingDecision(shown=False, text="骂人"))
    assert public(one)["description"] == "（不公开）"
    handling.decide_wording(act(court.officer), one, WordingDecision(shown=True, text="复议后公开"))
    assert public(one)["description"] == "物业混蛋，灯三天不亮"


def test_whoever_leaves_for_good_leaves_the_fault_and_nothing_of_themselves(court: Court) -> None:
    one = court.reported(description="我家楼下的灯", media_url="https://photos.example.org/me.jpg")
    given = taken(privacy.HOLDING, court.reporter.person_id)["公共区域报修"]
    assert "我家楼下的灯" in str(given)
    for _ in range(2):
        body = {"person_id": court.reporter.person_id}
        origin = Subject("elsewhere", ids.new_id())
        listeners.on_message(Delivery(ids.new_id(), events.FORGET, body, "identity", origin, 1, clock.now()))
    left = json.dumps(public(one), ensure_ascii=False)
    assert "楼下" not in left
    assert "me.jpg" not in left
    assert faults.get(one).reporter_id == ""
    assert not keys.held(court.reporter).held
    assert court.post()[0] == 403
    assert handling.mine(court.reporter, PageRequest()).items == []
