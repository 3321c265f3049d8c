"""Bulk import: the whole file or nothing, again is nothing new, and a stop in the middle goes on."""

import random
from collections.abc import Callable, Sequence

import pytest

from mashangban.kernel import events, history
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal
from mashangban.registry import errors, listeners, service
from mashangban.registry.models import TABLE, ImportPartRecord
from mashangban.registry.rules import imports as rules
from mashangban.registry.schemas.inputs import ConflictQuery, ProjectQuery, Settlement
from mashangban.registry.schemas.outputs import ConflictView, ImportView
from mashangban.registry.service import applying, conflicts, exports
from mashangban.registry.service import imports as import_service
from mashangban.registry.service.imports import ImportOrder
from mashangban.registry.sheets import CSV, XLSX, read, write
from mashangban.registry.terms import ImportState, Register, Source
from tests.registry.conftest import COUNTY, Desk, act, officer, project_code, uscc

HEAD = ("项目代码*", "项目名称*", "所在县区*", "详细地址*", "项目状态")
Row = tuple[str, ...]


def upload(
    actor: Principal, rows: Sequence[Row], head: Row = HEAD, source: Source = Source.APPROVAL
) -> ImportView:
    order = ImportOrder(Register.PROJECTS, source, "项目.csv")
    started = import_service.start_import(act(actor), order, write(CSV, head, rows))
    run(started.id)
    return import_service.view_import(actor, started.id)


def run(import_id: str) -> None:
    """What the stream does: every event in turn, each twice."""
    seen = 0
    while True:
        chain = history.of(TABLE, Subject("import", import_id))
        if len(chain) == seen:
            return
        for event in chain[seen:]:
            listeners.on_event(event)
            listeners.on_event(event)
        seen = len(chain)


def confirm(actor: Principal, import_id: str) -> ImportView:
    import_service.confirm_import(act(actor), import_id)
    run(import_id)
    return import_service.view_import(actor, import_id)


def row(code: str | None = None, name: str = "", county: str = COUNTY, status: str = "在建") -> Row:
    return (
        code or project_code(),
        name or f"导入项目{random.randrange(10**9)}",
        county,
        "文一西路 9 号",
        status,
    )


def test_a_checked_file_counts_only_after_someone_confirms(desk: Desk) -> None:
    rows = [row() for _ in range(5)]
    staged = upload(desk.officer, rows)
    assert (staged.state, staged.rows, staged.created) == (ImportState.STAGED, 5, 5)
    assert service.list_projects(desk.officer, ProjectQuery(q=rows[0][0])).items == []
    done = confirm(desk.officer, staged.id)
    assert (done.state, done.done) == (ImportState.APPLIED, 5)
    [found] = service.list_projects(desk.officer, ProjectQuery(q=rows[0][0])).items
    assert (found.name, found.sources["name"]) == (rows[0][1], Source.APPROVAL)
    assert history.is_unbroken(history.of(TABLE, Subject("import", staged.id)))


def test_one_wrong_row_keeps_the_whole_file_out_and_every_error_is_named(desk: Desk) -> None:
    good = row()
    bad = [
        row(code="2103-33"),
        row(county="999999"),
        row(status="飞"),
        row(county="330108"),
        row(name="甲\u202e乙"),
    ]
    refused = upload(desk.officer, [good, *bad])
    assert refused.state == ImportState.REFUSED
    found = import_service.import_errors(desk.officer, refused.id, PageRequest(limit=50)).items
    assert {(one.row, one.column) for one in found} == {
        (3, "项目代码"), (4, "所在县区"), (5, "项目状态"), (6, "所在县区"), (7, "项目名称"),
    }  # fmt: skip
    with pytest.raises(errors.ImportNotReady):
        import_service.confirm_import(act(desk.officer), refused.id)
    assert service.list_projects(desk.officer, ProjectQuery(q=good[0])).items == []


def test_the_errors_come_as_a_file_too(desk: Desk) -> None:
    refused = upload(desk.officer, [row(code="x")])
    sheet = read(import_service.error_sheet(desk.officer, refused.id, XLSX))
    assert sheet.rows[0][1][:2] == ("2", "项目代码")


def test_a_code_twice_in_one_file_is_an_error_in_both_rows(desk: Desk) -> None:
    code = project_code()
    refused = upload(desk.officer, [row(code), row(code)])
    found = import_service.import_errors(desk.officer, refused.id, PageRequest()).items
    assert [one.row for one in found] == [2, 3]


def test_a_new_project_needs_its_required_fields_an_old_one_does_not(desk: Desk) -> None:
    old = desk.project()
    refused = upload(desk.officer, [(project_code(), "", "", "", "")])
    assert {one.column for one in import_service.import_errors(desk.officer, refused.id, PageRequest()).items} == {
        "项目名称", "所在县区", "详细地址",
    }  # fmt: skip
    staged = upload(desk.officer, [(old.code, "", "", "", "停工")], source=Source.OFFICE)
    assert (staged.created, staged.changed) == (0, 1)
    confirm(desk.officer, staged.id)
    assert service.view_project(desk.officer, old.id).status_label == "停工"


def test_the_same_file_again_is_recognised(desk: Desk) -> None:
    rows = [row()]
    confirm(desk.officer, upload(desk.officer, rows).id)
    with pytest.raises(errors.AlreadyImported):
        upload(desk.officer, rows)


def test_two_confirmations_of_one_file_count_once(desk: Desk) -> None:
    rows = [row()]
    first, second = upload(desk.officer, rows), upload(desk.officer, rows)
    confirm(desk.officer, first.id)
    with pytest.raises(errors.AlreadyImported):
        confirm(desk.officer, second.id)


def test_a_refused_file_may_be_sent_again(desk: Desk) -> None:
    rows = [row(code="x")]
    upload(desk.officer, rows)
    assert upload(desk.officer, rows).state == ImportState.REFUSED


def test_a_stop_in_the_middle_goes_on_and_nothing_is_written_twice(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "CHUNK", 3)
    rows = [row() for _ in range(8)]
    staged = upload(desk.officer, rows)
    import_service.confirm_import(act(desk.officer), staged.id)
    real, count = applying.apply, 0

    def failing(*given: object) -> None:
        nonlocal count
        count += 1
        if count == 5:
            raise RuntimeError("killed")
        real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(applying, "apply", failing)
    with pytest.raises(RuntimeError):
        run(staged.id)
    assert import_service.view_import(desk.officer, staged.id).state == ImportState.APPLYING
    run(staged.id)
    done = import_service.view_import(desk.officer, staged.id)
    assert (done.state, done.done) == (ImportState.APPLIED, 8)
    for one in rows:
        [found] = service.list_projects(desk.officer, ProjectQuery(q=one[0])).items
        assert len(service.project_history(desk.officer, found.id)) == 1


def test_sources_that_disagree_wait_for_a_person_and_the_rest_is_imported(desk: Desk) -> None:
    rows = [row()]
    confirm(desk.officer, upload(desk.officer, rows, source=Source.APPROVAL).id)
    other = [(rows[0][0], "另一个名字", COUNTY, "文二路 8 号", "停工")]
    staged = upload(desk.officer, other, source=Source.FOUR_DATABASES)
    assert staged.clashes >= 1
    confirm(desk.officer, staged.id)
    [found] = service.list_projects(desk.officer, ProjectQuery(q=rows[0][0])).items
    assert found.name == rows[0][1]
    waiting = [one for one in open_conflicts(desk.officer) if one.record_id == found.id]
    name = next(one for one in waiting if one.field == "name")
    assert (name.held, name.offered) == (rows[0][1], "另一个名字")
    conflicts.settle_conflict(act(desk.officer), name.id, Settlement(take=True, reason="以许可证为准"))
    assert service.view_project(desk.officer, found.id).name == "另一个名字"
    with pytest.raises(errors.ConflictSettled):
        conflicts.settle_conflict(act(desk.officer), name.id, Settlement(take=False, reason="再来一次"))
    assert name.id not in [one.id for one in open_conflicts(desk.officer)]


def open_conflicts(actor: Principal) -> list[ConflictView]:
    found: list[ConflictView] = []
    cursor = None
    while True:
        page = conflicts.list_conflicts(actor, ConflictQuery(cursor=cursor, limit=50))
        found += page.items
        cursor = page.next_cursor
        if cursor is None:
            return found


def test_units_named_by_credit_code_become_parties(desk: Desk) -> None:
    firm = desk.enterprise()
    head = (*HEAD, "总承包单位代码")
    confirm(desk.officer, upload(desk.officer, [(*row(), firm.uscc)], head).id)
    [made] = service.projects_of(firm.id).items
    assert made.parties[0].name == firm.name
    refused = upload(desk.officer, [(*row(), uscc())], head)
    assert refused.state == ImportState.REFUSED


def test_heads_of_other_systems_are_understood(desk: Desk) -> None:
    head = ("投资项目代码", "工程名称（全称）", "行政区划", "建设地点", "备注")
    staged = upload(
        desk.officer, [(project_code(), "别的系统导出", "浙江省杭州市西湖区", "某路 1 号", "不相干")], head
    )
    assert staged.state == ImportState.STAGED


@pytest.mark.parametrize("content", ["没有代码\n1\n".encode(), b"\x89PNG\x00", "项目代码\n".encode()])
def test_a_file_that_is_no_table_is_refused_with_a_reason(desk: Desk, content: bytes) -> None:
    started = import_service.start_import(
        act(desk.officer), ImportOrder(Register.PROJECTS, Source.OFFICE, "x"), content
    )
    run(started.id)
    assert import_service.view_import(desk.officer, started.id).state == ImportState.REFUSED
    assert import_service.import_errors(desk.officer, started.id, PageRequest()).items[0].message


def test_a_file_that_is_too_large_is_refused_at_the_door(desk: Desk) -> None:
    with pytest.raises(errors.SheetTooLarge):
        import_service.start_import(
            act(desk.officer),
            ImportOrder(Register.PROJECTS, Source.OFFICE, "x"),
            b"x" * (rules.MAX_BYTES + 1),
        )


def test_another_county_neither_sees_nor_confirms_an_import(desk: Desk) -> None:
    staged = upload(desk.officer, [row()])
    with pytest.raises(NotFound):
        import_service.view_import(officer("330108"), staged.id)
    with pytest.raises(NotFound):
        import_service.confirm_import(act(officer("330108")), staged.id)


def test_a_cancelled_import_stays_cancelled(desk: Desk) -> None:
    staged = upload(desk.officer, [row()])
    import_service.cancel_import(act(desk.officer), staged.id)
    with pytest.raises(errors.ImportNotReady):
        import_service.confirm_import(act(desk.officer), staged.id)


def test_enterprises_are_imported_with_the_legal_person_unreadable_at_rest(desk: Desk) -> None:
    code = uscc()
    content = write(
        XLSX, ("信用代码", "企业名称", "县区", "法人"), [(code, "浙江导入建设有限公司", COUNTY, "赵铁柱")]
    )
    started = import_service.start_import(
        act(desk.officer), ImportOrder(Register.ENTERPRISES, Source.MARKET, "e.xlsx"), content
    )
    run(started.id)
    stored = ImportPartRecord.get(f"IMPORTFILE#{started.id}#000", "PART").body
    assert "赵" not in stored
    confirm(desk.officer, started.id)
    found = service.enterprise_by_code(code)
    assert found is not None
    assert found.legal_person_masked == "赵*柱"


def test_an_export_can_be_imported_again_and_masks_people(desk: Desk, fresh_name: Callable[[], str]) -> None:
    made = desk.enterprise(name=fresh_name(), legal_person="赵铁柱")
    sheet = read(exports.export_enterprises(desk.officer, XLSX))
    assert any(made.uscc in cells for _, cells in sheet.rows)
    assert not any("赵铁柱" in cells for _, cells in sheet.rows)
    columns = rules.columns_of(Register.ENTERPRISES, sheet.head)
    assert set(columns.values()) == set(rules.COLUMNS[Register.ENTERPRISES])


def test_the_template_has_the_head_that_the_import_reads() -> None:
    for register in (Register.PROJECTS, Register.ENTERPRISES):
        content = import_service.template_sheet(register, CSV).decode("utf-8-sig").strip().split(",")
        assert set(rules.columns_of(register, content).values()) == set(rules.COLUMNS[register])


def test_events_of_an_import_hold_no_personal_data(desk: Desk) -> None:
    staged = upload(desk.officer, [row()])
    told = "".join(events.canonical(one.data) for one in history.of(TABLE, Subject("import", staged.id)))
    assert "文一西路" not in told
