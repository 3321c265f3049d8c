"""The pages of a site and of those who oversee: the notice board's form, teams, posters, the board of a region."""

import re

import pytest

from mashangban.documents import events as documents
from mashangban.domains.workers import listeners
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.service import boards, sites, teams
from mashangban.kernel import clock, history, ids
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Role
from mashangban.kernel.streams import Delivery
from tests.workers.conftest import Site, site_form
from tests.workers.office import PAGES, Office, office_of


@pytest.fixture
def clerk(fresh_site: Site) -> Office:
    return office_of(fresh_site.clerk)


@pytest.fixture
def operator(fresh_site: Site) -> Office:
    return office_of(fresh_site.operator)


FILLED = {
    "labour_clerk_name": "李秀英",
    "labour_clerk_phone": "0571-85000000",
    "project_office": "项目部",
    "authority": "西湖区住房和城乡建设局",
    "minimum_wage": "2,490.5",
    "pay_day": "15",
    "complaint_phones": "劳动保障监察 12333\r\n法律援助　12348\r\n",
    "insurance": "工伤保险\r\n意外险",
}


def save(site: Site, clerk: Office, **changes: str):  # type: ignore[no-untyped-def]
    path = f"{PAGES}/projects/{site.project.id}/site"
    return clerk.submit(path, path, {**FILLED, **changes})


def test_the_notice_board_is_filled_in_as_people_type(fresh_site: Site, clerk: Office) -> None:
    assert save(fresh_site, clerk).status == 303
    shown = sites.show_site(fresh_site.clerk, fresh_site.project.id)
    assert shown.minimum_wage_fen == 249050
    assert [(line.label, line.phone) for line in shown.complaint_phones] == [
        ("劳动保障监察", "12333"),
        ("法律援助", "12348"),
    ]
    assert shown.insurance == ["工伤保险", "意外险"]


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("minimum_wage", "两千四", "请填写金额，如 2490 或 2490.50"),
        ("minimum_wage", "", "请填写金额"),
        ("minimum_wage", "-5", "请填写金额"),
        ("minimum_wage", "1e5", "请填写金额"),
        ("minimum_wage", "nan", "请填写金额"),
        ("minimum_wage", "99999999", "请填写金额"),
        ("minimum_wage", "0", "数值太小"),
        ("pay_day", "31", "数值太大"),
        ("pay_day", "月底", "请填写整数"),
        ("labour_clerk_name", "", "这一项必须填写"),
        ("labour_clerk_phone", "一二三四", "格式不对"),
        ("complaint_phones", "12333", "要写成“名称 号码”"),
        ("complaint_phones", "", "数量太少"),
        ("authority", "住建局\u202e", "看不见的字符"),
        ("insurance", "险" * 21, "内容太长"),
    ],
)
def test_a_wrong_field_comes_back_filled_with_what_is_wrong(
    site: Site, field: str, typed: str, words: str
) -> None:
    page = save(site, office_of(site.clerk), **{field: typed})
    assert page.status == 422
    assert words in page.html
    assert "西湖区住房和城乡建设局" in page.html or field == "authority"


def test_only_those_who_manage_a_site_fill_it_in(fresh_site: Site, operator: Office) -> None:
    path = f"{PAGES}/projects/{fresh_site.project.id}/site"
    assert operator.get(path).status == 403
    there = office_of(fresh_site.person((Role.LABOUR_CLERK, "project:elsewhere")))
    assert there.get(path).status == 404


def test_a_site_page_shows_its_teams_units_and_board(fresh_site: Site, clerk: Office) -> None:
    html = clerk.get(f"{PAGES}/projects/{fresh_site.project.id}").html
    for words in ("钢筋一班", "架子工", "招工中", fresh_site.team.code, "李秀英", "2,490", "生成告示牌"):
        assert words in html, words
    assert fresh_site.project.name in clerk.get(f"{PAGES}/projects").html


def test_a_new_code_makes_the_old_one_void(fresh_site: Site, clerk: Office) -> None:
    where = f"{PAGES}/projects/{fresh_site.project.id}"
    clerk.act(clerk.get(where), f"{PAGES}/teams/{fresh_site.team.id}/code")
    assert fresh_site.team.code not in clerk.get(where).html


# ----------------------------------------------------------------------------------------------- poster
def answer_poster(site: Site, kind: str, document_id: str | None = None) -> None:
    poster = teams.show_team(site.clerk, site.team.id).poster
    own = document_id or (poster.document_id if poster else "")
    body = {"document_id": own, "subject": f"team:{site.team.id}", "sha256": "f" * 64, "reason": "缺字"}
    body |= {"code": "documents.unprintable-text", "stage": "render"}
    listeners.on_message(
        Delivery(ids.new_id(), kind, body, "documents", Subject("document", own), 1, clock.now())
    )


def ordered(site: Site, clerk: Office) -> str:
    where = f"{PAGES}/projects/{site.project.id}"
    done = clerk.act(clerk.get(where), f"{PAGES}/teams/{site.team.id}/poster")
    assert done.location == where
    return where


def test_a_poster_is_ordered_and_opened_once_it_is_there(fresh_site: Site, clerk: Office) -> None:
    where = ordered(fresh_site, clerk)
    waiting = clerk.get(where).html
    assert "正在生成" in waiting
    assert 'hx-trigger="every 2s"' in waiting
    answer_poster(fresh_site, documents.RENDERED)
    ready = clerk.get(where).html
    assert ">打开告示牌<" in ready
    assert re.search(r"/console/documents/[0-9A-Z]{26}/file", ready)
    assert 'hx-trigger="every 2s"' not in ready


def test_a_poster_that_could_not_be_made_may_be_ordered_again(fresh_site: Site, clerk: Office) -> None:
    where = ordered(fresh_site, clerk)
    answer_poster(fresh_site, documents.FAILED)
    assert "没有生成" in clerk.get(where).html
    ordered(fresh_site, clerk)
    assert "正在生成" in clerk.get(where).html


def test_an_older_poster_that_arrives_late_changes_nothing(fresh_site: Site, clerk: Office) -> None:
    where = ordered(fresh_site, clerk)
    answer_poster(fresh_site, documents.RENDERED, ids.new_id())
    assert ">打开告示牌<" not in clerk.get(where).html
    answer_poster(fresh_site, documents.RENDERED)
    chain = history.of(TABLE, Subject("team", fresh_site.team.id))
    answer_poster(fresh_site, documents.RENDERED)
    assert history.of(TABLE, Subject("team", fresh_site.team.id)) == chain


def test_officers_read_a_site_and_find_no_button(fresh_site: Site) -> None:
    officer = office_of(fresh_site.person((Role.CITY_OFFICER, "region:3301")))
    html = officer.get(f"{PAGES}/projects/{fresh_site.project.id}").html
    assert "钢筋一班" in html
    assert "生成告示牌" not in html
    assert "换新码" not in html


# ------------------------------------------------------------------------------------------------ board
def test_the_board_counts_what_is_in_force_and_leads_down_and_up(fresh_site: Site) -> None:
    boards.count(fresh_site.sealed(fresh_site.person()))
    officer = office_of(fresh_site.person((Role.PROVINCE_OFFICER, "region:33")))
    province = officer.get(PAGES).html
    assert "浙江省" in province
    assert f"{PAGES}?region=3301" in province
    county = officer.get(f"{PAGES}?region=330106").html
    assert "西湖区用工看板" in county
    assert fresh_site.project.name in county
    assert f"{PAGES}?region=3301" in county


@pytest.mark.parametrize("region", ["339999", "33<script>", "3", "33010", "３３", "0" * 300])
def test_a_region_that_does_not_exist_is_not_found(site: Site, region: str) -> None:
    for person in (
        site.person((Role.PROVINCE_OFFICER, "region:33")),
        site.person((Role.PLATFORM_ADMIN, "*")),
    ):
        page = office_of(person).get(f"{PAGES}?region={region}")
        assert page.status == 404
        assert "<script>" not in page.html


def test_the_form_shows_what_is_stored(fresh_site: Site, clerk: Office) -> None:
    html = clerk.get(f"{PAGES}/projects/{fresh_site.project.id}/site").html
    assert 'value="2490.00"' in html
    assert site_form().authority in html
