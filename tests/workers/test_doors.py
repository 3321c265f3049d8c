"""Every route of the API for everyone: in where they belong, nothing found elsewhere, refused without the role."""

import csv
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from mashangban.domains.workers import schemas
from mashangban.domains.workers.repository import amendments
from mashangban.domains.workers.service import amending, authorising, boards, signing, teams
from mashangban.kernel import clock, ids
from mashangban.kernel.permissions import Principal, Role
from tests.workers.conftest import Site, act, job_form, signature, site_form
from tests.workers.phone import Phone, phone_of

HOUSE = Path(__file__).parent.parent / "house"
OFFICES = {
    "clerk": (Role.LABOUR_CLERK, "project"),
    "manager": (Role.PROJECT_MANAGER, "project"),
    "operator": (Role.OPERATOR, "employer"),
    "admin": (Role.ENTERPRISE_ADMIN, "employer"),
    "contractor": (Role.ENTERPRISE_ADMIN, "contractor"),
}
OFFICERS = {
    "county": (Role.COUNTY_OFFICER, "330106", "330105"),
    "city": (Role.CITY_OFFICER, "3301", "3302"),
    "province": (Role.PROVINCE_OFFICER, "33", "32"),
}
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
}
WITHOUT_SIGNING_IN = {"GET /v1/workers/codes/{code}"}


@dataclass
class World:
    """A site with a contract in every place that a route may point at, and everyone who might try."""

    site: Site
    people: dict[str, Principal]
    phones: dict[str, Phone]
    ids: dict[str, str]
    bodies: dict[str, Any]

    def path(self, route: str) -> str:
        path = route.partition(" ")[2].format_map(self.ids)
        return f"{path}?region=330106" if path.endswith("/board") else path


def _people(site: Site) -> dict[str, Principal]:
    """Each role where it belongs, and the same role `elsewhere`."""
    places = {
        "project": (f"project:{site.project.id}", f"project:{ids.new_id()}"),
        "employer": (f"org:{site.employer_id}", f"org:{ids.new_id()}"),
        "contractor": (f"org:{site.contractor_id}", f"org:{ids.new_id()}"),
    }
    found = {"worker": site.person(), "worker elsewhere": site.person(), "foreman": site.foreman}
    for name, (role, place) in OFFICES.items():
        here, there = places[place]
        found[name], found[f"{name} elsewhere"] = site.person((role, here)), site.person((role, there))
    for name, (role, own, other) in OFFICERS.items():
        found[name] = site.person((role, f"region:{own}"))
        found[f"{name} elsewhere"] = site.person((role, f"region:{other}"))
    found["clerk"], found["operator"] = site.clerk, site.operator
    found["platform"] = site.person((Role.PLATFORM_ADMIN, "*"))
    found["foreman elsewhere"] = site.person((Role.FOREMAN, f"project:{ids.new_id()}"))
    return found


@pytest.fixture(scope="module")
def world(site: Site) -> World:
    people = _people(site)
    worker = people["worker"]
    lasting = teams.create_team(act(site.clerk), site.project.id, site.team_form("门禁一班"))
    today = clock.local_date(clock.now())
    withdrawn = site.joined(worker)
    signing.withdraw(act(worker), withdrawn)
    boards.count(withdrawn)
    amended = site.sealed(worker)
    end = schemas.AmendmentProposal(kind="end", reason="完工", effective_on=today)  # type: ignore[arg-type]
    amending.propose(act(site.operator), amended, end)
    (asked,) = amendments.of_contract(amended)
    amending.refuse(act(worker), amended, asked.id, schemas.Reason(reason="还没完工"))
    until = today + timedelta(days=3)
    form = {"enterprise_id": site.employer_id, "project_id": site.project.id, "until": str(until), "limit": 1}
    granted = authorising.authorise(act(site.operator), schemas.AuthorisationForm.model_validate(form))
    named = {
        "contract_id": withdrawn,
        "amendment_id": asked.id,
        "project_id": site.project.id,
        "team_id": site.team.id,
        "region": "330106",
        "authorisation_id": granted.id,
        "amended_id": amended,
    }
    team = site.team_form("门禁测试班").model_dump(mode="json") | {"foreman_phone": "13000000000"}
    bodies = {
        "": None,
        "apply": site.application(code=lasting.code, training_confirmed=False).model_dump(mode="json"),
        "signature": signature().model_dump(mode="json"),
        "bulk": {"contract_ids": [withdrawn]},
        "reason": {"reason": "试一试"},
        "proposal": end.model_dump(mode="json"),
        "acceptance": {},
        "site": site_form().model_dump(mode="json"),
        "team": team,
        "change": {"jobs": [job_form("020").model_dump(mode="json")]},
        "authorisation": form,
    }
    phones = {name: phone_of(person) for name, person in people.items()}
    return World(site, people, phones, named, bodies)


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
