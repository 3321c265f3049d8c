"""Projects on the real engine: entered once, found, changed with care, never beyond one's region."""

from collections.abc import Callable

import pytest

from mashangban.kernel import events, history
from mashangban.kernel.errors import Forbidden, NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Role
from mashangban.registry import errors, service
from mashangban.registry.models import TABLE
from mashangban.registry.repository import projects as store
from mashangban.registry.schemas.inputs import ProjectChange, ProjectInput, ProjectQuery
from mashangban.registry.schemas.outputs import ProjectView
from mashangban.registry.terms import PartyKind, ProjectStatus, Source
from tests.registry.conftest import COUNTY, Desk, act, officer, person, project_code, project_form


def change(view: ProjectView, **fields: object) -> ProjectChange:
    given = {
        name: getattr(view, name)
        for name in (
            "code",
            "name",
            "permit_number",
            "county",
            "address",
            "status",
            "nature",
            "starts_on",
            "ends_on",
            "version",
        )
    }
    given["parties"] = [{"enterprise_id": one.enterprise_id, "kind": one.kind} for one in view.parties]
    return ProjectChange.model_validate({**given, **fields})


def test_a_registered_project_is_found_by_code_name_and_region(
    desk: Desk, fresh_name: Callable[[], str]
) -> None:
    made = desk.project(name=fresh_name() + "公寓")
    for query in (
        ProjectQuery(q=made.code),
        ProjectQuery(q=made.name[:4]),
        ProjectQuery(region=COUNTY, limit=50),
    ):
        assert made.id in [one.id for one in service.list_projects(desk.officer, query).items]
    assert service.project(made.id).county == COUNTY


def test_a_code_is_entered_once(desk: Desk) -> None:
    code = project_code()
    desk.project(code=code)
    with pytest.raises(errors.CodeTaken):
        desk.project(code=code)


def test_a_permit_number_belongs_to_one_project(desk: Desk) -> None:
    desk.project(permit_number="330106202103019901")
    with pytest.raises(errors.CodeTaken):
        desk.project(permit_number="330106202103019901")


def test_an_officer_of_another_county_neither_sees_nor_changes_it(desk: Desk) -> None:
    made = desk.project()
    stranger = officer("330108")
    with pytest.raises(NotFound):
        service.view_project(stranger, made.id)
    with pytest.raises(NotFound):
        service.change_project(act(stranger), made.id, change(made, address="别处 1 号"))
    assert service.list_projects(stranger, ProjectQuery(q=made.code)).items == []
    with pytest.raises(errors.OutsideRegion):
        service.list_projects(stranger, ProjectQuery(region=COUNTY))


def test_city_and_province_see_the_county_below(desk: Desk) -> None:
    made = desk.project()
    for region in ("3301", "33"):
        assert service.view_project(officer(region), made.id).id == made.id


def test_nobody_registers_outside_the_own_region(tables: str) -> None:
    given = ProjectInput.model_validate(project_form(county="330108"))
    with pytest.raises(errors.OutsideRegion):
        service.register_project(act(officer(COUNTY)), given)


def test_a_worker_has_no_business_in_the_register(desk: Desk) -> None:
    made = desk.project()
    with pytest.raises(Forbidden):
        service.view_project(person(), made.id)


def test_a_change_is_told_in_the_history_and_lengthens_the_chain(desk: Desk) -> None:
    made = desk.project()
    changed = service.change_project(
        act(desk.officer), made.id, change(made, status="004", address="文二路 2 号")
    )
    assert changed.version == 2
    newest, first = service.project_history(desk.officer, made.id)
    assert (newest.label, set(newest.fields)) == ("修改项目", {"status", "address"})
    assert first.label == "登记项目"
    assert history.is_unbroken(history.of(TABLE, Subject("project", made.id)))
    assert service.project(made.id).chain == newest.hash


def test_a_change_that_changes_nothing_leaves_no_trace(desk: Desk) -> None:
    made = desk.project()
    assert service.change_project(act(desk.officer), made.id, change(made)).version == 1


def test_a_change_of_an_older_version_is_refused(desk: Desk) -> None:
    made = desk.project()
    service.change_project(act(desk.officer), made.id, change(made, address="文二路 2 号"))
    with pytest.raises(errors.ChangedMeanwhile):
        service.change_project(act(desk.officer), made.id, change(made, address="文三路 3 号"))


def test_a_renamed_project_is_found_by_the_new_name_only(desk: Desk, fresh_name: Callable[[], str]) -> None:
    old, new = fresh_name(), fresh_name()
    made = desk.project(name=old)
    service.change_project(act(desk.officer), made.id, change(made, name=new))
    assert service.list_projects(desk.officer, ProjectQuery(q=old)).items == []
    assert [one.id for one in service.list_projects(desk.officer, ProjectQuery(q=new)).items] == [made.id]


def test_what_another_system_decides_is_not_typed_over(desk: Desk) -> None:
    made = service.project(desk.project().id)
    from dataclasses import replace

    locked = replace(made, sources={**made.sources, "name": Source.APPROVAL})
    event = events.happened(
        act(desk.officer), "registry.project.changed", made.subject, version=2, previous=made.chain
    )
    store.save(act(desk.officer), made, locked, event, None)
    view = service.view_project(desk.officer, made.id)
    with pytest.raises(errors.DecidedElsewhere) as refused:
        service.change_project(act(desk.officer), made.id, change(view, name="另一个名字"))
    assert [one.field for one in refused.value.errors] == ["name"]
    assert (
        service.change_project(act(desk.officer), made.id, change(view, address="文五路 5 号")).version == 3
    )


def test_an_enterprise_sees_the_projects_it_takes_part_in(desk: Desk) -> None:
    firm = desk.enterprise()
    made = desk.project(parties=[{"enterprise_id": firm.id, "kind": "16"}])
    desk.project()
    office = person((Role.ENTERPRISE_ADMIN, f"org:{firm.id}"))
    assert [one.id for one in service.list_projects(office, ProjectQuery()).items] == [made.id]
    assert [one.id for one in service.projects_of(firm.id).items] == [made.id]
    contractor = service.project(made.id).party(PartyKind.GENERAL_CONTRACTOR)
    assert contractor is not None
    assert contractor.name == firm.name


def test_a_unit_taken_off_a_project_no_longer_sees_it(desk: Desk) -> None:
    firm = desk.enterprise()
    made = desk.project(parties=[{"enterprise_id": firm.id, "kind": "13"}])
    service.change_project(act(desk.officer), made.id, change(made, parties=[]))
    assert service.projects_of(firm.id).items == []


def test_a_unit_that_is_not_registered_is_refused(desk: Desk) -> None:
    with pytest.raises(errors.UnknownEnterprise):
        desk.project(parties=[{"enterprise_id": "0" * 26, "kind": "16"}])


def test_a_list_by_status_goes_on_where_it_stopped(desk: Desk) -> None:
    made = {desk.project(status="005").id for _ in range(5)}
    seen: list[str] = []
    cursor = None
    while True:
        page = service.list_projects(
            desk.officer, ProjectQuery(region=COUNTY, status=ProjectStatus.SUSPENDED, limit=2, cursor=cursor)
        )
        seen += [one.id for one in page.items]
        cursor = page.next_cursor
        if cursor is None:
            break
    assert made <= set(seen)
    assert len(seen) == len(set(seen))
