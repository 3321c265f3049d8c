"""Every route of the API for everyone: in where they belong, nothing found elsewhere, refused without the role."""

import csv
from pathlib import Path

import pytest

from mashangban.kernel import ids
from mashangban.kernel.permissions import Principal, Role
from tests.workers.conftest import Site
from tests.workers.phone import Phone, phone_of
from tests.workers.world import OFFICERS, World, populated

HOUSE = Path(__file__).parent.parent / "house"
ALL_OFFICERS = set(OFFICERS)
SERVING = {"clerk", "manager", "operator", "admin"}
MANAGING = {"clerk", "manager", "admin", "contractor"}
EVERYONE = {"*"}

# Who gets in, and what they are answered: writes are aimed at what is closed already, so that trying changes nothing.
TABLE: dict[str, tuple[str, set[str], int, str]] = {
    "POST /v1/workers/contracts": ("apply", EVERYONE, 409, "workers.contract.training-missing"),
    "GET /v1/workers/contracts": ("", EVERYONE, 200, ""),
    "GET /v1/workers/contracts/{contract_id}": ("", SERVING | ALL_OFFICERS | {"worker"}, 200, ""),
    "GET /v1/workers/contracts/{contract_id}/log": ("", SERVING | ALL_OFFICERS | {"worker"}, 200, ""),
    "GET /v1/workers/contracts/{contract_id}/receipt": (
        "",
        SERVING | ALL_OFFICERS | {"worker"},
        409,
        "audit.not-sequenced",
    ),
    "POST /v1/workers/contracts/{contract_id}/signature": (
        "signature",
        {"worker"},
        409,
        "workers.contract.wrong-state",
    ),
    "POST /v1/workers/contracts/{contract_id}/withdrawal": (
        "",
        {"worker"},
        409,
        "workers.contract.wrong-state",
    ),
    "POST /v1/workers/contracts/{contract_id}/countersignature": (
        "",
        {"operator"},
        409,
        "workers.contract.wrong-state",
    ),
    "POST /v1/workers/countersignatures": ("bulk", {"operator", "operator elsewhere"}, 200, ""),
    "POST /v1/workers/contracts/{contract_id}/refusal": (
        "reason",
        {"operator", "clerk"},
        409,
        "workers.contract.wrong-state",
    ),
    "POST /v1/workers/contracts/{contract_id}/sealing": (
        "",
        {"operator", "clerk"},
        409,
        "workers.contract.wrong-state",
    ),
    "POST /v1/workers/contracts/{contract_id}/amendments": (
        "proposal",
        {"worker", "operator", "clerk"},
        409,
        "workers.contract.wrong-state",
    ),
    "POST /v1/workers/contracts/{contract_id}/amendments/{amendment_id}/acceptance": (
        "acceptance",
        {"worker", "operator", "clerk"},
        409,
        "workers.contract.wrong-state",
    ),
    "POST /v1/workers/contracts/{contract_id}/amendments/{amendment_id}/refusal": (
        "reason",
        {"worker", "operator", "clerk"},
        409,
        "workers.contract.wrong-state",
    ),
    "GET /v1/workers/projects": ("", EVERYONE, 200, ""),
    "GET /v1/workers/projects/{project_id}": (
        "",
        SERVING | ALL_OFFICERS | {"foreman", "contractor"},
        200,
        "",
    ),
    "GET /v1/workers/projects/{project_id}/site": ("", SERVING | ALL_OFFICERS | {"contractor"}, 200, ""),
    "PUT /v1/workers/projects/{project_id}/site": ("site", MANAGING, 200, ""),
    "POST /v1/workers/projects/{project_id}/teams": (
        "team",
        MANAGING,
        409,
        "workers.team.foreman-unknown",
    ),
    "GET /v1/workers/projects/{project_id}/contracts": (
        "",
        SERVING | ALL_OFFICERS | {"contractor"},
        200,
        "",
    ),
    "GET /v1/workers/counties/{region}/contracts": ("", ALL_OFFICERS, 200, ""),
    "GET /v1/workers/board": ("", ALL_OFFICERS | {"platform"}, 200, ""),
    "GET /v1/workers/authorisations": ("", {"operator", "operator elsewhere"}, 200, ""),
    "POST /v1/workers/authorisations": ("authorisation", {"operator"}, 201, ""),
    "DELETE /v1/workers/authorisations/{authorisation_id}": ("", {"operator"}, 200, ""),
    "GET /v1/workers/teams/{team_id}": (
        "",
        SERVING | ALL_OFFICERS | {"foreman", "contractor"},
        200,
        "",
    ),
    "PUT /v1/workers/teams/{team_id}": ("change", MANAGING, 200, ""),
    "POST /v1/workers/teams/{team_id}/code": ("", MANAGING, 200, ""),
    "POST /v1/workers/teams/{team_id}/poster": ("", MANAGING, 202, ""),
    "GET /v1/workers/teams/{team_id}/members": (
        "",
        SERVING | ALL_OFFICERS | {"foreman", "contractor"},
        200,
        "",
    ),
    "GET /v1/workers/certificates": ("", EVERYONE, 200, ""),
    "POST /v1/workers/certificates": ("licence", EVERYONE, 422, "workers.certificate.untrue"),
    "GET /v1/workers/certificates/{certificate_id}": (
        "",
        SERVING | ALL_OFFICERS | {"worker"},
        200,
        "",
    ),
    "PUT /v1/workers/certificates/{certificate_id}": (
        "renewal",
        {"worker"},
        409,
        "workers.certificate.gone",
    ),
    "DELETE /v1/workers/certificates/{certificate_id}": ("", {"worker"}, 409, "workers.certificate.gone"),
    "POST /v1/workers/certificates/{certificate_id}/check": (
        "check",
        SERVING,
        409,
        "workers.certificate.gone",
    ),
    "GET /v1/workers/projects/{project_id}/certificates": (
        "",
        SERVING | ALL_OFFICERS | {"contractor"},
        200,
        "",
    ),
    "GET /v1/workers/counties/{region}/certificates": ("", ALL_OFFICERS, 200, ""),
    "GET /v1/workers/trainings": ("", EVERYONE, 200, ""),
    "GET /v1/workers/projects/{project_id}/trainings": (
        "",
        SERVING | ALL_OFFICERS | {"foreman", "contractor"},
        200,
        "",
    ),
    "POST /v1/workers/projects/{project_id}/trainings": (
        "training",
        EVERYONE,
        422,
        "workers.training.day-wrong",
    ),
    "GET /v1/workers/trainings/{training_id}": (
        "",
        SERVING | ALL_OFFICERS | {"foreman", "contractor"},
        200,
        "",
    ),
    "POST /v1/workers/trainings/{training_id}/trainees": ("picked", set(), 404, ""),
    "POST /v1/workers/trainings/{training_id}/confirmation": (
        "acceptance",
        EVERYONE,
        409,
        "workers.training.not-on-the-list",
    ),
    "GET /v1/workers/training-codes/{code}": ("", EVERYONE, 200, ""),
    "POST /v1/workers/training-attendances": ("scan", EVERYONE, 409, "workers.training.closed"),
    "GET /v1/workers/history": ("", EVERYONE, 200, ""),
    "GET /v1/workers/shares": ("", EVERYONE, 200, ""),
    "POST /v1/workers/shares": ("share", EVERYONE, 422, "workers.share.nothing-chosen"),
    "DELETE /v1/workers/shares/{share_id}": ("", {"worker"}, 200, ""),
    "GET /v1/workers/shares/{share_id}/looks": ("", {"worker"}, 200, ""),
}
WITHOUT_SIGNING_IN = {"GET /v1/workers/codes/{code}", "POST /v1/workers/shared-histories"}


@pytest.fixture(scope="module")
def world(site: Site) -> World:
    return populated(site)


def matrix() -> dict[str, dict[str, str]]:
    with (HOUSE / "role_matrix.csv").open(newline="", encoding="utf-8") as lines:
        return {row.pop("route"): row for row in csv.DictReader(lines)}


def holds(person: Principal, cells: dict[str, str]) -> bool:
    return any(cells[role] for role in {Role.PERSON.value, *(grant.role.value for grant in person.grants)})


def test_every_route_of_workers_stands_in_the_table() -> None:
    routes = (HOUSE / "routes.txt").read_text("utf-8").splitlines()
    ours = {
        line.split(maxsplit=2)[0] + " " + line.split(maxsplit=2)[1]
        for line in routes
        if "/v1/workers/" in line
    }
    assert ours == set(TABLE) | WITHOUT_SIGNING_IN


@pytest.mark.parametrize("route", sorted(TABLE))
def test_a_route_lets_in_exactly_whom_the_matrix_names_within_their_reach(world: World, route: str) -> None:
    body_name, inside, status, code = TABLE[route]
    cells, path = matrix()[route], world.path(route)
    if "/amendments/" in path:
        path = path.replace(world.ids["contract_id"], world.ids["amended_id"])
    wrong = {}
    for name, phone in world.phones.items():
        answer = phone.send(route.partition(" ")[0], path, world.bodies[body_name])
        if name in inside or (inside == EVERYONE and holds(world.people[name], cells)):
            expected = (status, code)
        elif holds(world.people[name], cells):
            expected = (404, "resource.not-found")
        else:
            expected = (403, "auth.forbidden")
        if (answer.status, answer.code) != expected:
            wrong[name] = (answer.status, answer.code, expected)
    assert wrong == {}


@pytest.mark.parametrize("route", sorted(TABLE))
def test_nobody_gets_in_without_signing_in(world: World, route: str) -> None:
    body = world.bodies[TABLE[route][0]]
    for phone in (Phone(), Phone("nonsense"), Phone(f"{world.phones['worker'].token}x")):
        answer = phone.send(route.partition(" ")[0], world.path(route), body)
        assert (answer.status, answer.code) == (401, "auth.required")


@pytest.mark.parametrize(
    "route",
    sorted(route for route, cells in matrix().items() if route in TABLE and "real name" in cells.values()),
)
def test_binding_acts_ask_for_a_proven_name(world: World, route: str) -> None:
    nameless = Principal(ids.new_id(), ids.new_id(), world.people["operator"].grants)
    answer = phone_of(nameless).send(
        route.partition(" ")[0], world.path(route), world.bodies[TABLE[route][0]]
    )
    assert (answer.status, answer.code) == (403, "auth.real-name-required")


def test_a_code_is_read_without_signing_in_and_with(world: World) -> None:
    team = world.site.team
    renewed = world.phones["clerk"].get(f"/v1/workers/teams/{team.id}").body["code"]
    for phone in (Phone(), world.phones["worker"], world.phones["county elsewhere"]):
        assert phone.get(f"/v1/workers/codes/{renewed}").body["team_id"] == team.id


def test_whoever_lost_their_role_is_out_at_once(world: World) -> None:
    officer = world.site.person((Role.COUNTY_OFFICER, "region:330106"))
    phone = phone_of(officer)
    path = world.path("GET /v1/workers/contracts/{contract_id}")
    assert phone.get(path).status == 200
    phone_of(Principal(officer.person_id, officer.session_id, (), real_name=True))
    assert phone.get(path).status == 404


def test_a_list_of_a_project_shows_an_employer_its_own_people_only(world: World) -> None:
    path = world.path("GET /v1/workers/projects/{project_id}/contracts")
    assert world.phones["operator"].get(path).body["items"]
    assert world.phones["contractor"].get(path).body["items"] == []


def test_no_answer_shows_a_full_name_or_number(world: World) -> None:
    for route in (route for route in TABLE if route.startswith("GET")):
        for name in ("worker", "clerk", "county", "foreman"):
            text = str(world.phones[name].get(world.path(route)).body)
            assert "王建国" not in text
    number = world.phones["county"].get(world.path("GET /v1/workers/contracts/{contract_id}"))
    assert "*" in number.body["worker"]["id_number_masked"]
