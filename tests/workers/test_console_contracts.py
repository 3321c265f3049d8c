"""The contracts' pages of the console, through the handler: lists, exports, and the employer's acts."""

import base64
import csv
import io
import re

import openpyxl
import pytest

from mashangban.documents import events as documents
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.repository import contracts as store
from mashangban.domains.workers.service import boards, signing, teams
from mashangban.domains.workers.terms import ContractState
from mashangban.kernel import history, ids
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Role
from tests.workers.conftest import SEALED, Site, act, arrive
from tests.workers.office import PAGES, Office, office_of

LIST = f"{PAGES}/contracts"


@pytest.fixture
def clerk(fresh_site: Site) -> Office:
    return office_of(fresh_site.clerk)


@pytest.fixture
def operator(fresh_site: Site) -> Office:
    return office_of(fresh_site.operator)


def counted(contract_id: str) -> str:
    boards.count(contract_id)
    return contract_id


def page_of(contract_id: str) -> str:
    return f"{LIST}/{contract_id}"


def number_of(contract_id: str) -> str:
    return store.contract(contract_id).number


# ------------------------------------------------------------------------------------------------ lists
def test_an_office_sees_its_own_contracts_and_narrows_them_by_state(
    fresh_site: Site, operator: Office
) -> None:
    signed = number_of(counted(fresh_site.signed(fresh_site.person())))
    sealed = number_of(counted(fresh_site.sealed(fresh_site.person())))
    everything = operator.get(LIST).html
    assert signed in everything
    assert sealed in everything
    waiting = operator.get(f"{LIST}?where={fresh_site.project.id}&state=worker_signed").html
    assert signed in waiting
    assert sealed not in waiting


def test_a_list_shows_names_masked(fresh_site: Site, operator: Office) -> None:
    counted(fresh_site.signed(fresh_site.person()))
    html = operator.get(LIST).html
    assert "王*国" in html
    assert "王建国" not in html


@pytest.mark.parametrize(
    "asked", ["?where=elsewhere&state=none", "?state=<script>", "?where=330106", "?where="]
)
def test_an_odd_filter_falls_back_to_ones_own_place(operator: Office, asked: str) -> None:
    page = operator.get(LIST + asked)
    assert page.status == 200
    assert "<script>" not in page.html.replace("<script src", "")


def test_a_cursor_of_another_list_is_a_clear_page(operator: Office) -> None:
    page = operator.get(f"{LIST}?cursor=AAAA")
    assert page.status == 400
    assert "翻页位置无效" in page.html


def test_officers_see_their_own_county_and_nobody_elses(fresh_site: Site) -> None:
    contract_id = counted(fresh_site.signed(fresh_site.person()))
    number = number_of(contract_id)
    here = office_of(fresh_site.person((Role.COUNTY_OFFICER, "region:330106")))
    there = office_of(fresh_site.person((Role.COUNTY_OFFICER, "region:330105")))
    assert number in here.get(f"{LIST}?state=worker_signed").html
    for asked in ("", "?where=330106", f"?where={fresh_site.project.id}"):
        assert number not in there.get(LIST + asked).html
    assert there.get(page_of(contract_id)).status == 404
    assert there.get(f"{PAGES}/projects/{fresh_site.project.id}").status == 404
    assert there.get(f"{PAGES}?region=330106").status == 404
    assert number not in there.get(f"{LIST}/export?where=330106&format=csv").html


def test_nobody_looks_in_without_signing_in(fresh_site: Site) -> None:
    stranger = Office({})
    for path in (LIST, PAGES, f"{PAGES}/projects", f"{LIST}/export"):
        page = stranger.get(path)
        assert (page.status, page.location.partition("?")[0]) == (303, "/console/sign-in")


def test_a_worker_has_no_office(fresh_site: Site) -> None:
    assert office_of(fresh_site.person()).get(LIST).status == 303


# ----------------------------------------------------------------------------------------------- export
def rows_of(content: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.removeprefix("\ufeff"))))


def test_a_list_is_exported_as_it_is_filtered(fresh_site: Site, operator: Office) -> None:
    signed = number_of(counted(fresh_site.signed(fresh_site.person())))
    counted(fresh_site.sealed(fresh_site.person()))
    where = fresh_site.project.id
    page = operator.get(f"{LIST}/export?where={where}&state=worker_signed&format=csv")
    assert "attachment" in page.headers["content-disposition"]
    head, only = rows_of(page.html)
    assert head[:3] == ["合同编号", "工人", "工种"]
    assert (only[0], only[1], only[6]) == (signed, "王*国", "待单位盖章")
    assert len(rows_of(operator.get(f"{LIST}/export?where={where}&format=csv").html)) == 3


def test_a_list_is_exported_as_a_workbook_and_the_page_links_to_it(
    fresh_site: Site, operator: Office
) -> None:
    number = number_of(counted(fresh_site.signed(fresh_site.person())))
    link = re.search(r'href="([^"]*export[^"]*xlsx)"', operator.get(LIST).html)
    assert link
    page = operator.get(link[1].replace("&amp;", "&"))
    book = openpyxl.load_workbook(io.BytesIO(base64.b64decode(page.html)))
    assert [row[0].value for row in book.active.iter_rows()][1:] == [number]  # type: ignore[union-attr]


def test_more_than_one_page_is_exported_whole(
    fresh_site: Site, operator: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mashangban.kernel import pagination
    from mashangban.registry.sheets import listing

    monkeypatch.setattr(pagination, "MAX_LIMIT", 2)
    made = {number_of(counted(fresh_site.joined(fresh_site.person()))) for _ in range(5)}
    found = rows_of(operator.get(f"{LIST}/export?format=csv").html)[1:]
    assert {row[0] for row in found} == made
    monkeypatch.setattr(listing, "MOST", 3)
    refused = operator.get(f"{LIST}/export?format=csv")
    assert refused.status == 422
    assert "缩小范围" in refused.html


def test_a_team_named_like_a_formula_is_text_in_the_file(fresh_site: Site, operator: Office) -> None:
    form = fresh_site.team_form("=HYPERLINK(1)")
    team = teams.create_team(act(fresh_site.clerk), fresh_site.project.id, form)
    counted(fresh_site.joined(fresh_site.person(), code=team.code))
    (_, only) = rows_of(operator.get(f"{LIST}/export?format=csv").html)
    assert only[4] == "'=HYPERLINK(1)"


def test_an_unknown_format_is_not_found(operator: Office) -> None:
    assert operator.get(f"{LIST}/export?format=exe").status == 404


# ------------------------------------------------------------------------------------------ countersign
def test_an_operator_countersigns_once_however_often_the_button_is_pressed(
    fresh_site: Site, operator: Office
) -> None:
    contract_id = fresh_site.signed(fresh_site.person())
    opened = operator.get(page_of(contract_id))
    assert "确认盖章" in opened.html
    path = page_of(contract_id) + "/countersignature"
    first, second = operator.act(opened, path), operator.act(opened, path)
    assert (first.location, second.location) == (page_of(contract_id),) * 2
    assert "已确认，正在盖章" in operator.get(first.location).html
    assert store.contract(contract_id).state is ContractState.COUNTERSIGNED
    kinds = [event.type for event in history.of(TABLE, Subject("contract", contract_id))]
    assert kinds.count("workers.contract.countersigned") == 1


def test_a_contract_withdrawn_meanwhile_is_told_not_sealed(fresh_site: Site, operator: Office) -> None:
    worker = fresh_site.person()
    contract_id = fresh_site.signed(worker)
    opened = operator.get(page_of(contract_id))
    signing.withdraw(act(worker), contract_id)
    done = operator.act(opened, page_of(contract_id) + "/countersignature")
    page = operator.get(done.location).html
    assert "合同现在的状态不能这样办" in page
    assert "已撤回" in page


def test_all_of_a_page_are_countersigned_and_the_rest_is_told(fresh_site: Site, operator: Office) -> None:
    good, gone = (counted(fresh_site.signed(fresh_site.person())) for _ in range(2))
    opened = operator.get(f"{LIST}?where={fresh_site.project.id}&state=worker_signed")
    assert "本页 2 份全部确认盖章" in opened.html
    signing.withdraw(act(_worker_of(fresh_site, gone)), gone)
    done = operator.act(opened, f"{LIST}/countersignatures", contract=[good, gone])
    assert "已确认 1 份，未办成 1 份" in operator.get(done.location).html
    assert store.contract(good).state is ContractState.COUNTERSIGNED


def _worker_of(site: Site, contract_id: str):  # type: ignore[no-untyped-def]
    from mashangban.kernel.permissions import Principal

    return Principal(store.contract(contract_id).worker.person_id, ids.new_id(), real_name=True)


def test_a_refusal_wants_a_reason_and_returns_with_it(fresh_site: Site, operator: Office) -> None:
    contract_id = fresh_site.signed(fresh_site.person())
    opened = operator.get(page_of(contract_id))
    empty = operator.act(opened, page_of(contract_id) + "/refusal", reason=" ")
    assert "填写的内容有误" in operator.get(empty.location).html
    again = operator.get(page_of(contract_id))
    operator.act(again, page_of(contract_id) + "/refusal", reason="本周不进场\r\n下周再来")
    assert store.contract(contract_id).reason == "本周不进场\n下周再来"


def test_a_failed_file_is_tried_again(fresh_site: Site, operator: Office) -> None:
    contract_id = fresh_site.signed(fresh_site.person())
    signing.countersign(act(fresh_site.operator), contract_id)
    arrive(contract_id, documents.FAILED, code="documents.seal-unavailable", reason="停用", stage="sign")
    opened = operator.get(page_of(contract_id))
    assert "重新处理" in opened.html
    operator.act(opened, page_of(contract_id) + "/retry")
    arrive(contract_id, documents.SEALED, sha256=SEALED)
    assert store.contract(contract_id).state is ContractState.SEALED


def test_a_clerk_may_look_and_refuse_but_not_seal(fresh_site: Site, clerk: Office) -> None:
    contract_id = fresh_site.signed(fresh_site.person())
    opened = clerk.get(page_of(contract_id))
    assert "不同意" in opened.html
    assert "确认盖章" not in opened.html
    assert clerk.act(opened, page_of(contract_id) + "/countersignature").status == 403
    assert store.contract(contract_id).state is ContractState.WORKER_SIGNED


def test_a_form_from_elsewhere_is_not_taken(fresh_site: Site, operator: Office) -> None:
    contract_id = fresh_site.signed(fresh_site.person())
    opened = operator.get(page_of(contract_id))
    fields = {"csrf": "forged", "key": opened.hidden("key")}
    assert operator.post(page_of(contract_id) + "/countersignature", fields).status == 403


def test_a_contract_page_tells_its_clauses_its_file_and_its_history(
    fresh_site: Site, operator: Office
) -> None:
    html = operator.get(page_of(fresh_site.sealed(fresh_site.person()))).html
    for words in (
        "每天350元",
        "工伤保险",
        SEALED,
        "工人手写签字",
        "电子印章加盖完成",
        "看合同文件",
        "/verify/ABC",
    ):
        assert words in html, words
