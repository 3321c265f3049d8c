"""Supervision on screen: a county sees what is tripped and why, two people release it, a province sets figures."""

import pytest

from mashangban.domains.claims.repository.fuses import trips
from mashangban.domains.claims.terms.fuses import FuseState
from tests.claims.conftest import known
from tests.claims.fuses import Line, approve
from tests.registry.conftest import officer
from tests.workers.office import office_of

FEN = 1_000_000
HOME = "/console/claims/fuses"
RULES = "/console/claims/fuse-rules"

pytestmark = pytest.mark.usefixtures("tables")


def halted(line: Line) -> str:
    first = line.waiting(FEN)
    approve(line.approver(), first)
    answer = approve(line.approver(), line.waiting(FEN, account=first.account))[1]
    return str(answer["fuses"][0])


def test_two_people_release_a_fuse_on_its_page_and_one_alone_does_not(tables: str) -> None:
    line = Line(100 * FEN)
    fuse_id = halted(line)
    where = f"{HOME}/{fuse_id}"
    first, second = (office_of(known(line.approver())) for _ in range(2))
    assert where in first.get(f"{HOME}?region={line.region}").html
    opened = first.get(where)
    assert "尾号2345" in opened.html
    assert "熔断，有关办理暂停" in opened.html
    first.act(opened, f"{where}/release", text="已核对 <b>授权书</b>")
    assert trips.get(fuse_id).state is FuseState.HALF
    shown = first.get(where).html
    assert "您已同意，等另一个人" in shown
    assert "已核对 &lt;b&gt;授权书&lt;/b&gt;" in shown
    assert "同意解除熔断" not in shown
    second.act(second.get(where), f"{where}/release", text="账户属集团结算中心")
    assert trips.get(fuse_id).state is FuseState.RELEASED
    assert where not in first.get(f"{HOME}?region={line.region}").html
    assert where in first.get(f"{HOME}?region={line.region}&bucket=done").html


def test_whoever_dealt_with_the_claim_reads_that_somebody_else_must_release_it(tables: str) -> None:
    line, reviewer = Line(100 * FEN, region="330106"), known(officer("330106"))
    first = line.waiting(FEN, hands=(reviewer.person_id,))
    approve(line.approver(), first)
    second = line.waiting(FEN, account=first.account, hands=(reviewer.person_id,))
    (fuse_id,) = approve(line.approver(), second)[1]["fuses"]
    assert "您经手过有关申报，不能解除" in office_of(reviewer).get(f"{HOME}/{fuse_id}").html


def test_another_county_does_not_see_it_and_a_wrong_region_shows_ones_own(tables: str) -> None:
    fuse_id = halted(Line(100 * FEN, region="330106"))
    elsewhere = office_of(known(officer("330105")))
    assert elsewhere.get(f"{HOME}/{fuse_id}").status == 404
    assert fuse_id not in elsewhere.get(f"{HOME}?region=330106").html


def test_the_province_sets_figures_with_a_source_and_counties_read_them(tables: str) -> None:
    line = Line(FEN)
    province, county = office_of(known(officer(line.region[:2]))), office_of(known(line.approver()))
    opened = province.get(RULES)
    path = f"{RULES}/{line.region[:2]}/reviewer_speed"
    form = {"most": "30", "minutes": "5", "source": "省财政厅内控办法第三条"}
    assert province.act(opened, path, **form).status == 303
    shown = county.get(RULES).html
    assert "5 分钟内批准超过 30 件" in shown or "5分钟内批准超过30件" in shown.replace(" ", "")
    assert "改数值" not in shown
    assert county.act(county.get(RULES), path, **form).status == 403
