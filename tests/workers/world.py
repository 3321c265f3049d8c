"""A site with a contract in every place that a route may point at, and everyone who might try."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from mashangban.domains.workers import schemas
from mashangban.domains.workers.repository import amendments
from mashangban.domains.workers.schemas.histories import ShareForm
from mashangban.domains.workers.service import (
    amending,
    authorising,
    boards,
    certificates,
    histories,
    signing,
    teams,
)
from mashangban.domains.workers.service.schooling import CODE_PURPOSE
from mashangban.domains.workers.terms.skills import ShareHours
from mashangban.kernel import clock, codes, ids
from mashangban.kernel.permissions import Principal, Role
from tests.workers.conftest import Site, act, job_form, signature, site_form
from tests.workers.papers import code_of, held, licence_form, licensed, training_form
from tests.workers.phone import Phone, phone_of

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


def populated(site: Site) -> World:
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
    certificate_id = licensed(worker)
    certificates.remove(act(worker), certificate_id)
    session_id = held(site, team_id=site.team.id)
    shared = histories.share(act(worker), ShareForm(hours=ShareHours.HOUR, works=[amended]))
    named = {
        "certificate_id": certificate_id,
        "training_id": session_id,
        "code": code_of(site, session_id),
        "share_id": shared.id,
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
        "licence": licence_form(worker, valid_until=None).model_dump(mode="json"),
        "renewal": {"photo": "0" * 26},
        "check": {"agrees": True},
        "training": training_form(held_on=today + timedelta(days=1), team_id=site.team.id).model_dump(
            mode="json"
        ),
        "picked": {"contract_ids": [withdrawn]},
        "scan": {"code": codes.issue(CODE_PURPOSE, held(site, held_on=today - timedelta(days=5)))},
        "share": {"hours": "1"},
    }
    phones = {name: phone_of(person) for name, person in people.items()}
    return World(site, people, phones, named, bodies)
