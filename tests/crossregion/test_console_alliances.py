"""Alliances on the console: entered with their paper, listed, agreed to by ticking, changed by a new standard."""

from mashangban.domains.crossregion.repository import alliances as stored
from mashangban.domains.crossregion.service import alliances, items
from mashangban.files.terms import Purpose
from tests.crossregion.conftest import CITY, HOME, LEAD, Zones, line
from tests.registry.conftest import officer
from tests.workers.office import office_of
from tests.workers.papers import photo

PAGES = "/console/crossregion/alliances"


def test_an_office_enters_an_alliance_with_the_signed_paper(tables: str) -> None:
    who = officer(LEAD)
    window = office_of(who)
    assert "data-upload" in window.get(f"{PAGES}/new").html
    opened = window.get(f"{PAGES}/new?file={photo(who, Purpose.ATTACHMENT)}")
    fields = {
        "name": "两地通办联盟",
        "lead": LEAD,
        "zones": f"{LEAD}、{HOME}，999999",
        "agreement_number": "1号",
        "signed_on": "2026-03-01",
        "file_id": opened.hidden("file_id"),
    }
    wrong = window.act(opened, PAGES, **fields | {"agreement_number": "通办1号"})
    assert "没有代码是 999999 的地区" in wrong.html
    made = window.act(wrong, PAGES, **fields | {"agreement_number": "通办1号", "zones": f"{LEAD}、{HOME}"})
    shown = window.get(made.location).html
    assert "通办1号" in shown
    assert "牵头" in shown
    assert "两地通办联盟" in window.get(f"{PAGES}?region={LEAD}").html


def test_zones_come_and_go_on_the_page(zones: Zones) -> None:
    window, where = office_of(zones.lead), f"{PAGES}/{zones.id}"
    window.act(window.get(where), f"{where}/zones", region="5101", joined_on="2026-05-01")
    assert "成都市" in window.get(where).html
    window.act(window.get(where), f"{where}/zones/end", region="5101", left_on="2026-06-01")
    (one,) = [zone for zone in alliances.show(zones.id).zones if zone.region == "5101"]
    assert str(one.left_on) == "2026-06-01"


def test_an_item_is_written_by_hand_and_each_zone_ticks_what_it_agrees_to(zones: Zones) -> None:
    zones.enter(line("TB-001"))
    lead, where = office_of(zones.lead), f"{PAGES}/{zones.id}/new-item"
    opened = lead.get(where)
    assert f"{LEAD}、{HOME}、{CITY}" in opened.html
    fields = {
        "code": "TB-001",
        "name": "社保卡补办",
        "result": "社保卡",
        "days": "5",
        "modes": "全程网办，代收代办",
        "zones": f"{LEAD}、{HOME}",
        "papers": "身份证\n照片",
    }
    wrong = lead.act(opened, where, **fields)
    assert "编码 TB-001 在清单里已经有了" in wrong.html
    assert "身份证\n照片" in wrong.html
    done = lead.act(wrong, where, **fields | {"code": "TB-009"})
    assert done.location == f"{PAGES}/{zones.id}/items"
    zones.spread()
    (new,) = stored.batch(zones.id, 2).lines
    assert (new.code, new.standard.papers) == ("TB-009", ("身份证", "照片"))
    where = f"{PAGES}/{zones.id}/agreements"
    home = office_of(zones.home)
    opened = home.get(where)
    assert "TB-009@1" in opened.html
    home.act(opened, where, region=HOME, item="TB-009@1")
    assert items.show(zones.id, "TB-009").edition == 1
    city = office_of(zones.city)
    assert "没有等本地同意的标准" not in city.get(f"{where}?region={CITY}").html
    assert office_of(zones.home).get(f"{PAGES}/{zones.id}/new-item").status == 404


def test_a_new_standard_is_written_in_words_and_waits(zones: Zones) -> None:
    zones.agreed()
    window, where = office_of(zones.lead), f"{PAGES}/{zones.id}/items/TB-001"
    edit = window.get(f"{where}/edit")
    fields = {
        "name": "企业设立登记",
        "result": "营业执照",
        "days": "2",
        "modes": "全程网办、代收代办",
        "zones": f"{LEAD}、{HOME}、{CITY}",
        "papers": "登记申请书\n住所证明",
    }
    wrong = window.act(edit, f"{where}/edit", **fields | {"modes": "随便办"})
    assert 'id="field-modes-error"' in wrong.html
    window.act(wrong, f"{where}/edit", **fields)
    shown = window.get(where).html
    assert "第 2 版" in shown
    assert "新标准等各地同意" in window.get(f"{PAGES}/{zones.id}/items").html
    assert office_of(zones.home).get(f"{where}/edit").status == 200
    refused = office_of(zones.home)
    assert "没有找到" in refused.act(refused.get(f"{where}/edit"), f"{where}/edit", **fields).html
