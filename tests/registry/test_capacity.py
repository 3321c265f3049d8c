"""What the acts of an office with its registers cost in write units; docs/data/registry.md lists the same figures."""

from collections.abc import Callable

from mashangban.kernel import clock, history
from mashangban.kernel.acts import Act, Submission
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal
from mashangban.registry import service
from mashangban.registry.models import TABLE
from mashangban.registry.schemas.inputs import EnterpriseInput, ProjectChange, ProjectInput
from mashangban.registry.service import boards
from tests.budgets import over
from tests.registry.conftest import Desk, enterprise_form, project_code, project_form
from tests.workers.test_capacity import units


def submitted(actor: Principal, route: str) -> Act:
    return Act(actor, clock.now(), Submission("0123456789abcdef", route, actor.person_id, "d" * 64))


def test_registering_and_changing_cost_what_is_listed(desk: Desk, fresh_name: Callable[[], str]) -> None:
    who, made = desk.officer, list[str]()
    firm = desk.enterprise().id
    parties = [{"enterprise_id": firm, "kind": "16"}]
    form = project_form(code=project_code(), name=fresh_name(), parties=parties)
    company = EnterpriseInput.model_validate(enterprise_form(name=fresh_name()))

    def register() -> None:
        given = ProjectInput.model_validate(form)
        made.append(service.register_project(submitted(who, "register"), given).id)

    def change(version: int, **fields: object) -> float:
        given = ProjectChange.model_validate({**form, **fields, "version": version})
        return units(lambda: service.change_project(submitted(who, f"change{version}"), made[0], given))

    spent = {
        "register a project with one unit": units(register),
        "register an enterprise": units(
            lambda: service.register_enterprise(submitted(who, "enterprise"), company)
        ),
        "change a project": change(1, address="文二西路 2 号"),
        "rename a project": change(2, name=fresh_name()),
    }
    last = history.of(TABLE, Subject("project", made[0]))[-1]
    spent["count a project"] = units(lambda: boards.count_project(last))
    assert over("registry", spent) == {}
