"""Cases on the console: taken in at a window, checked page by page, named, decided; the list, the figures, the file."""

from mashangban.domains.crossregion.repository import cases
from mashangban.domains.crossregion.terms.cases import PERSON, CaseState
from mashangban.identity import service as identity
from tests.crossregion.conftest import CITY, HOME, LEAD, Journey, scan
from tests.workers.office import Office, office_of

PAGES = "/console/crossregion"


def taken_in(journey: Journey, window: Office) -> str:
    """What a clerk does with the person at the window."""
    chosen = window.get(f"{PAGES}/cases/new?region={LEAD}").html
    assert f"{journey.zones.id}/TB-001" in chosen
    first, second = scan(journey.zones.lead), scan(journey.zones.lead)
    address = f"{PAGES}/cases/new?region={LEAD}&item={journey.zones.id}/TB-001"
    opened = window.get(f"{address}&files={first}&file={second}")
    assert "登记申请书" in opened.html
    fields = {
        "item": f"{journey.zones.id}/TB-001",
        "window": LEAD,
        "home": HOME,
        "mode": "on_behalf",
        "phone": identity.contact(journey.person.person_id).phone or "",
        "identity_checked": "true",
        "scan-1": first,
        "name-1": "登记申请书",
        "paper-1": "yes",
        "scan-2": second,
        "name-2": "住所证明",
    }
    wrong = window.act(opened, f"{PAGES}/cases/new", **fields | {"phone": "13900000000"})
    assert "请本人先用手机登录一次" in wrong.html
    assert second in wrong.html
    made = window.act(wrong, f"{PAGES}/cases/new", **fields)
    return made.location.rpartition("/")[2]


def test_a_window_takes_a_file_in_and_the_home_zone_names_it_for_a_missing_page(journey: Journey) -> None:
    window, home = office_of(journey.zones.lead), office_of(journey.zones.home)
    case_id = taken_in(journey, window)
    where = f"{PAGES}/cases/{case_id}"
    shown = window.get(where)
    assert "网上传送" not in shown.html
    window.act(
        shown, f"{where}/handovers", receiver=HOME, pages=["1", "2"], carrier="courier", courier="邮政速递",
        waybill="EX1",
    )  # fmt: skip
    checking = home.get(where)
    assert "邮政速递 EX1" in checking.html
    fields = {"digest": checking.hidden("digest"), "verdict-1": "here", "verdict-2": "missing"}
    home.act(checking, f"{where}/custody", **fields, note="少了住所证明")
    named = home.get(where).html
    assert "点名浙江省杭州市西湖区" in named
    assert "最后在浙江省杭州市西湖区手里" in named
    fix = window.get(f"{where}/pages/2?file={scan(journey.zones.lead)}")
    window.act(fix, f"{where}/pages", number="2", file_id=fix.hidden("file_id"))
    window.act(window.get(where), f"{where}/handovers", receiver=HOME, pages="2", carrier="online")
    again = home.get(where)
    home.act(again, f"{where}/custody", **{"digest": again.hidden("digest"), "verdict-2": "here"})
    assert cases.get(case_id).state is CaseState.DECIDING


def test_the_home_zone_asks_once_and_decides_with_its_papers(journey: Journey) -> None:
    case_id = journey.at_home()
    home, where = office_of(journey.zones.home), f"{PAGES}/cases/{case_id}"
    empty = home.get(f"{where}/decision")
    assert "还没有结果文件" in empty.html
    paper = scan(journey.zones.home)
    form = home.get(f"{where}/decision?file={paper}")
    fields = {"scan-1": paper, "name-1": "营业执照"}
    refused = home.act(form, f"{where}/decision", **fields, outcome="refused")
    assert "不批准要写明理由" in home.get(refused.location).html
    home.act(home.get(f"{where}/decision?file={paper}"), f"{where}/decision", **fields, outcome="granted")
    one = cases.get(case_id)
    assert (one.state, one.charge) == (CaseState.RETURNING, PERSON)
    assert "办成了" in home.get(where).html
    assert office_of(journey.zones.lead).get(f"{where}/decision").status == 200
    asked = journey.at_home()
    there = f"{PAGES}/cases/{asked}"
    home.act(home.get(there), f"{there}/supplement", asked="请补住所证明")
    assert "请补住所证明" in home.get(there).html


def test_a_partner_sees_its_part_alone_and_says_it(journey: Journey) -> None:
    case_id = journey.apply(mode="together", window=None, partners=[CITY])
    city, where = office_of(journey.zones.city), f"{PAGES}/cases/{case_id}"
    shown = city.get(where)
    assert "联办意见" in shown.html
    assert "交接链" not in shown.html
    assert "办事人" not in shown.html
    city.act(shown, f"{where}/parts", region=CITY, agrees="no", note="未登记")
    assert [part.agrees for part in cases.get(case_id).parts] == [False]
    home = office_of(journey.zones.home)
    home.act(home.get(where), f"{where}/rejection", reason="材料不属于本地")
    assert cases.get(case_id).state is CaseState.REJECTED


def test_lists_figures_and_the_file_show_what_the_zone_has_a_part_in(journey: Journey) -> None:
    case_id = journey.at_home()
    number = cases.get(case_id).number
    journey.count(case_id)
    home, lead = office_of(journey.zones.home), office_of(journey.zones.lead)
    assert number in home.get(f"{PAGES}?region={HOME}").html
    assert number not in lead.get(f"{PAGES}?region={LEAD}").html
    assert number in lead.get(f"{PAGES}?region={LEAD}&all=yes").html
    assert "浙江省杭州市西湖区 → 山东省济南市历下区" in home.get(f"{PAGES}/pairs?region={HOME}").html
    sheet = home.get(f"{PAGES}/export?region={HOME}&format=csv").html
    assert number in sheet
    assert home.get(f"{PAGES}/export?region={HOME}&format=xlsx").status == 200
    assert home.get(f"{PAGES}?region={LEAD}").status == 404
