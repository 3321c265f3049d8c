"""The registers as an office uses them: lists, forms that come back filled, imports, conflicts, exports."""

import base64
import io
import json
import secrets
from urllib.parse import quote

import openpyxl
import pytest

from mashangban.kernel.permissions import Role
from mashangban.registry.service import imports as import_service
from mashangban.registry.service.imports import ImportOrder
from mashangban.registry.sheets import CSV, write
from mashangban.registry.terms import Register, Source
from tests.console.office import Page, Window, run_import, window
from tests.registry.conftest import COUNTY, Desk, act, project_code, uscc

PROJECT = {
    "name": "控制台项目",
    "county": COUNTY,
    "address": "文一西路 1 号",
    "status": "003",
    "nature": "001",
}
BROWSER = {"accept": "text/html,*/*"}


@pytest.fixture
def officer(tables: str) -> Window:
    return window((Role.COUNTY_OFFICER, f"region:{COUNTY}"))


def test_a_project_is_registered_listed_and_opened(officer: Window) -> None:
    code = project_code()
    done = officer.submit("/console/projects", "/console/projects/new", {**PROJECT, "code": code})
    assert done.status == 303
    record = officer.get(done.location)
    assert "项目已登记" in record.html
    assert "项目已登记" not in officer.get(done.location).html
    assert code in officer.get(f"/console/projects?q={code}").html


def test_a_wrong_form_comes_back_filled_with_what_is_wrong(officer: Window) -> None:
    page = officer.submit(
        "/console/projects", "/console/projects/new", {**PROJECT, "code": "2103-33", "unit": "坏的"}
    )
    assert page.status == 422
    assert 'aria-invalid="true"' in page.html or "坏的" in page.html
    assert "控制台项目" in page.html


def test_the_same_form_sent_twice_registers_once(officer: Window) -> None:
    opened = officer.get("/console/projects/new")
    fields = {"csrf": opened.hidden("csrf"), "key": opened.hidden("key"), **PROJECT, "code": project_code()}
    first, second = officer.post("/console/projects", fields), officer.post("/console/projects", fields)
    assert (first.status, second.status) == (303, 303)
    assert first.location == second.location


def test_two_people_changing_one_record_are_told(officer: Window, desk: Desk) -> None:
    made = desk.project()
    path = f"/console/projects/{made.id}"
    opened = [officer.get(path + "/change") for _ in range(2)]
    first, second = (
        officer.post(
            path,
            {
                **{name: form.hidden(name) for name in ("csrf", "key", "version")},
                **PROJECT,
                "code": made.code,
                "address": f"改到 {number} 号",
            },
        )
        for number, form in enumerate(opened)
    )
    assert (first.status, second.status) == (303, 409)
    assert "别人改过" in second.html
    assert "改到 1 号" in second.html


def test_units_are_added_by_credit_code_and_unknown_ones_are_named(officer: Window, desk: Desk) -> None:
    firm = desk.enterprise()
    fields = {**PROJECT, "code": project_code(), "unit": [firm.uscc, ""], "unit_kind": ["16", "14"]}
    done = officer.submit("/console/projects", "/console/projects/new", fields)
    assert firm.name in officer.get(done.location).html
    unknown = uscc()
    fields = {**PROJECT, "code": project_code(), "unit": [unknown], "unit_kind": ["16"]}
    assert unknown in officer.submit("/console/projects", "/console/projects/new", fields).html


def test_an_enterprise_is_registered_with_its_legal_person_masked(officer: Window) -> None:
    fields = {
        "uscc": uscc(),
        "name": "浙江控制台建设有限公司",
        "county": COUNTY,
        "legal_person": "钱学三",
        "status": "active",
    }
    done = officer.submit("/console/enterprises", "/console/enterprises/new", fields)
    record = officer.get(done.location).html
    assert "钱*三" in record
    assert "钱学三" not in record


def test_a_clerk_reads_but_finds_no_way_to_write(tables: str, desk: Desk) -> None:
    made = desk.project()
    clerk = window((Role.LABOUR_CLERK, f"project:{made.id}"))
    assert made.name in clerk.get("/console/projects").html
    assert "新建项目" not in clerk.get("/console/projects").html
    assert clerk.get("/console/projects/new").status == 403
    assert clerk.get(f"/console/projects/{made.id}/change").status == 403


def test_another_county_finds_nothing(tables: str, desk: Desk) -> None:
    made = desk.project()
    stranger = window((Role.COUNTY_OFFICER, "region:330108"))
    assert stranger.get(f"/console/projects/{made.id}").status == 404
    assert "没有符合条件的项目" in stranger.get(f"/console/projects?q={made.code}").html


def upload(officer: Window, content: bytes, name: str = "项目.csv") -> Page:
    opened = officer.get("/console/imports/new?register=projects")
    headers = {
        "content-type": "application/octet-stream",
        "accept": "application/json",
        "x-csrf-token": opened.hidden("csrf"),
        "idempotency-key": opened.hidden("key"),
        "x-filename": quote(name),
    }
    return officer.send("POST", "/console/imports?register=projects&source=approval", content, headers)


def test_a_file_is_uploaded_checked_confirmed_and_written(officer: Window) -> None:
    code = project_code()
    rows = [(code, "上传的项目", COUNTY, "文三路 3 号")]
    answer = upload(officer, write(CSV, ("项目代码", "项目名称", "所在县区", "详细地址"), rows))
    assert answer.status == 201
    path = "/console/imports/" + json.loads(answer.html)["id"]
    assert 'hx-trigger="every 1s"' in officer.get(path).html
    run_import(path.rpartition("/")[2])
    staged = officer.get(path)
    assert "确认写入" in staged.html
    fields = {"csrf": staged.hidden("csrf"), "key": staged.hidden("key")}
    assert officer.post(path + "/confirmation", fields).location == path
    run_import(path.rpartition("/")[2])
    assert "已导入" in officer.get(path).html
    assert "上传的项目" in officer.get(f"/console/projects?q={code}").html


def test_a_file_without_its_guard_is_not_taken(officer: Window) -> None:
    headers = {
        "content-type": "application/octet-stream",
        "accept": "application/json",
        "idempotency-key": "k" * 26,
    }
    answer = officer.send("POST", "/console/imports?register=projects", b"x", headers)
    assert answer.status == 403
    assert json.loads(answer.html)["code"] == "console.foreign-form"


def test_the_problems_of_a_file_are_shown_and_downloaded(officer: Window) -> None:
    answer = upload(officer, "项目代码\n坏的\n".encode())
    path = "/console/imports/" + json.loads(answer.html)["id"]
    run_import(path.rpartition("/")[2])
    assert "什么都没有导入" in officer.get(path).html
    sheet = officer.get(path + "/errors?format=csv", **BROWSER)
    assert "项目代码" in sheet.html
    assert "attachment" in sheet.headers["content-disposition"]


@pytest.mark.parametrize("register", ["projects", "enterprises"])
def test_a_register_is_exported_as_a_workbook(officer: Window, desk: Desk, register: str) -> None:
    desk.project()
    answer = officer.get(f"/console/{register}/export?format=xlsx", **BROWSER)
    book = openpyxl.load_workbook(io.BytesIO(base64.b64decode(answer.html)))
    assert book.active is not None
    assert book.active.max_row >= 1


def test_a_conflict_is_settled_with_a_reason(officer: Window, desk: Desk) -> None:
    code = project_code()
    head = ("项目代码", "项目名称", "所在县区", "详细地址")
    for name, source in (("甲来源", "approval"), ("乙来源", "four_databases")):
        content = write(CSV, head, [(code, name, COUNTY, "文三路 3 号")])
        started = import_service.start_import(
            act(desk.officer), ImportOrder(Register.PROJECTS, Source(source), "x"), content
        )
        run_import(started.id)
        import_service.confirm_import(act(desk.officer), started.id)
        run_import(started.id)
    link = officer.get("/console/conflicts").html
    assert "甲来源" in link
    path = "/console/conflicts/" + link.partition('href="/console/conflicts/')[2].partition('"')[0]
    assert officer.submit(path, path, {"take": "true"}).status == 422
    done = officer.submit(path, path, {"take": "true", "reason": "已核对原件"})
    assert done.location == "/console/conflicts"


def test_a_role_is_given_and_taken_back(officer: Window, desk: Desk) -> None:
    firm = desk.enterprise()
    scope = f"org:{firm.id}"
    page = f"/console/staff?scope={scope}"
    fields = {"scope": scope, "phone": "13900000001", "role": "enterprise_admin"}
    done = officer.submit("/console/staff/grants", page, fields)
    assert done.status == 303
    shown = officer.get(page)
    assert "企业管理员" in shown.html
    assert "13900000001" not in shown.html
    revoke = {"scope": scope, "grant": shown.hidden("grant")}
    assert officer.submit("/console/staff/revocations", page, revoke).status == 303
    assert "这里还没有人" in officer.get(page).html


def test_nobody_gives_roles_above_or_elsewhere(officer: Window) -> None:
    assert officer.get("/console/staff?scope=region:330108").status == 403
    fields = {"scope": "region:330106", "phone": "13900000002", "role": "province_officer"}
    assert officer.submit("/console/staff/grants", "/console/staff", fields).status in (403, 422)


def test_an_account_is_opened_and_shown_once(officer: Window) -> None:
    name = f"s{secrets.token_hex(5)}"
    page = officer.submit("/console/staff", "/console/staff/new", {"username": name, "name": "孙丽"})
    assert page.status == 200
    assert "只显示这一次" in page.html
    assert name in page.html


def test_a_record_is_checked_against_the_log(officer: Window, desk: Desk) -> None:
    made = desk.project()
    assert "没有被改动过" in officer.get(f"/console/log?subject=project:{made.id}").html
    assert officer.get("/console/log?kind=project&id=" + "0" * 26).status == 404


def test_a_forged_receipt_is_not_accepted(officer: Window) -> None:
    page = officer.submit("/console/log", "/console/log", {"receipt": '{"covers": "all"}'})
    assert "回执不能认可" in page.html


@pytest.mark.parametrize("name", ["../app.py", "console.js.map", "..%2f..%2fapp.py", "nothing.css"])
def test_only_assets_are_served(tables: str, name: str) -> None:
    assert Window().get(f"/console/assets/{name}").status == 404


def test_a_person_is_found_by_a_number_that_never_stands_in_an_address(officer: Window) -> None:
    page = officer.submit("/console/persons", "/console/persons", {"id_number": "11010519491231002X"})
    assert page.status == 200
    assert "11010519491231002X" not in page.html
    assert officer.submit("/console/persons", "/console/persons", {"id_number": "1"}).status == 422


def test_who_may_look_everywhere_starts_where_most_projects_are(tables: str, desk: Desk) -> None:
    admin = window((Role.PLATFORM_ADMIN, "*"))
    assert admin.get("/console/projects").status == 200
    assert "全国" in admin.get("/console/").html
    assert "浙江省" in admin.get("/console/?region=33").html
