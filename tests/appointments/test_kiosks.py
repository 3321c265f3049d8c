"""Kiosks: entered, registered once, heard of every minute, switched off from afar; the register of them all."""

import datetime as dt
import html

import pytest

from mashangban.domains.appointments import errors
from mashangban.domains.appointments.rules import kiosk as rules
from mashangban.domains.appointments.rules.kiosk import Kiosk
from mashangban.domains.appointments.schemas import KioskBeat, KioskForm, KioskRegistration, KiosksQuery
from mashangban.domains.appointments.service import halls, kiosks
from mashangban.domains.appointments.terms import KIOSK_CODE_LIFE, KIOSK_SILENT, KioskFunction, KioskPresence
from mashangban.identity.rules.vouching import vouched
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Principal
from tests.appointments.conftest import hall_form, known
from tests.registry.conftest import officer
from tests.workers.office import office_of
from tests.workers.test_capacity import units

HOME = "/console/appointments/kiosks"
NOW = clock.from_text("2026-12-01T10:00:00+08:00")


def a_kiosk(**differs: object) -> Kiosk:
    given: dict[str, object] = {
        "id": "k1",
        "hall_id": "h1",
        "hall_name": "样例大厅",
        "region": "330106",
        "name": "1 号自助机",
        "spot": "",
        "functions": (KioskFunction.GUIDES,),
    }
    return Kiosk(**given | differs)  # type: ignore[arg-type]


def test_how_a_kiosk_stands_follows_from_its_switch_its_key_and_its_last_beat() -> None:
    registered = a_kiosk(key_hash="k")
    assert rules.presence(a_kiosk(), None, NOW) is KioskPresence.NEW
    assert rules.presence(registered, None, NOW) is KioskPresence.SILENT
    assert rules.presence(registered, NOW - KIOSK_SILENT, NOW) is KioskPresence.ONLINE
    assert (
        rules.presence(registered, NOW - KIOSK_SILENT - dt.timedelta(seconds=1), NOW) is KioskPresence.SILENT
    )
    assert rules.presence(a_kiosk(key_hash="k", on=False), NOW, NOW) is KioskPresence.OFF


def test_a_registration_code_is_good_once_and_for_a_day() -> None:
    offered = rules.new_code(a_kiosk(key_hash="old"), "c", NOW + KIOSK_CODE_LIFE)
    assert offered.key_hash == ""
    registered = rules.register(offered, "new", NOW)
    for used, at in ((registered, NOW), (offered, NOW + KIOSK_CODE_LIFE)):
        with pytest.raises(errors.KioskCodeWrong):
            rules.register(used, "again", at)


def entered(keeper: Principal, region: str, name: str = "1 号自助机") -> tuple[str, str]:
    """A kiosk of a hall of its own, with its code."""
    hall = halls.open_hall(Act(keeper, NOW), hall_form(region=region)).id
    form = KioskForm(
        hall_id=hall, name=name, spot="一楼东侧", functions=[KioskFunction.GUIDES, KioskFunction.AGENT]
    )
    done = kiosks.enter(Act(keeper, NOW), form)
    return done.id, done.code


def test_a_browser_becomes_the_kiosk_says_that_it_runs_and_hears_what_it_may_show(tables: str) -> None:
    keeper = officer("330108")
    kiosk, code = entered(keeper, "330108")
    key = kiosks.register(KioskRegistration(code=code.lower()), NOW).key
    shown = kiosks.beat(kiosk, KioskBeat(key=key), NOW)
    assert (shown.functions, shown.on) == (["guides", "agent"], True)
    assert vouched(shown.voucher, NOW) == "样例区政务服务中心，1 号自助机"
    assert kiosks.show(keeper, kiosk, NOW).presence == "online"
    with pytest.raises(errors.KioskCodeWrong):
        kiosks.register(KioskRegistration(code=code), NOW)
    with pytest.raises(errors.UnknownKiosk):
        kiosks.beat(kiosk, KioskBeat(key="0" * 48), NOW)


def test_a_new_code_ends_the_old_machine_at_once_and_a_switch_shows_with_the_next_beat(tables: str) -> None:
    keeper = officer("330108")
    kiosk, code = entered(keeper, "330108")
    old = kiosks.register(KioskRegistration(code=code), NOW).key
    kiosks.switch(Act(keeper, NOW), kiosk, on=False)
    off = kiosks.beat(kiosk, KioskBeat(key=old), NOW)
    assert (off.on, off.voucher) == (False, "")
    kiosks.switch(Act(keeper, NOW), kiosk, on=True)
    other = kiosks.new_code(Act(keeper, NOW), kiosk).code
    with pytest.raises(errors.UnknownKiosk):
        kiosks.beat(kiosk, KioskBeat(key=old), NOW)
    new = kiosks.register(KioskRegistration(code=other), NOW).key
    assert kiosks.beat(kiosk, KioskBeat(key=new), NOW).on


def test_another_countys_kiosks_are_neither_seen_nor_touched(tables: str) -> None:
    kiosk, _ = entered(officer("330109"), "330109")
    stranger = officer("330108")
    with pytest.raises(NotFound):
        kiosks.listed(stranger, KiosksQuery(region="330109"), NOW)
    with pytest.raises(NotFound):
        kiosks.switch(Act(stranger, NOW), kiosk, on=False)


def following(page: str) -> str:
    """The address of the next page of a list."""
    return html.unescape(page.partition('rel="next" href="')[2].partition('"')[0])


def test_five_hundred_kiosks_stand_in_one_list_with_filters_and_in_a_file(tables: str) -> None:
    keeper = known(officer("6401"))
    hall = halls.open_hall(Act(keeper, NOW), hall_form(region="640104")).id
    made = [
        kiosks.enter(
            Act(keeper, NOW), KioskForm(hall_id=hall, name=f"{n:03d} 号自助机", functions=[KioskFunction.ASK])
        )
        for n in range(500)
    ]
    key = kiosks.register(KioskRegistration(code=made[7].code), NOW).key
    kiosks.beat(made[7].id, KioskBeat(key=key), clock.now())
    window = office_of(keeper)
    whole = window.get(f"{HOME}?region=6401").html
    assert "500 台：未注册 499，在线 1" in whole
    assert "049 号自助机" in whole
    assert "050 号自助机" not in whole
    second = window.get(following(whole)).html
    assert "050 号自助机" in second
    assert "500 台" not in second
    online = window.get(f"{HOME}?region=6401&presence=online").html
    assert "007 号自助机" in online
    assert "008 号自助机" not in online
    file = window.get(f"{HOME}/export?region=6401&words=49&format=csv").html
    assert file.count("号自助机") == len([n for n in range(500) if "49" in f"{n:03d}"])


def test_an_office_enters_changes_and_switches_a_kiosk(tables: str) -> None:
    keeper = known(officer("330110"))
    hall = halls.open_hall(Act(keeper, NOW), hall_form(region="330110")).id
    window = office_of(keeper)
    wrong = window.act(window.get(f"{HOME}/new"), HOME, hall_id=hall, name="1 号自助机")
    assert wrong.status == 422
    made = window.act(wrong, HOME, hall_id=hall, name="1 号自助机", guides="yes", agent="yes", paper="a4")
    opened = window.get(made.location)
    assert "注册码：" in opened.html
    assert "办事指南、找人问" in opened.html
    assert "A4 纸" in opened.html
    window.act(opened, f"{made.location}/edit", hall_id=hall, name="入口自助机", booking="yes")
    changed = window.get(made.location).html
    assert "入口自助机" in changed
    assert "预约取号" in changed
    window.act(window.get(made.location), f"{made.location}/switch", on="no")
    assert "已停用" in window.get(made.location).html


def test_a_beat_costs_one_write_unit(tables: str) -> None:
    kiosk, code = entered(officer("330108"), "330108")
    key = kiosks.register(KioskRegistration(code=code), NOW).key
    assert units(lambda: kiosks.beat(kiosk, KioskBeat(key=key), NOW)) <= 1
