"""People and records for registry tests; every test makes its own codes, so the shared table never clashes."""

import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from mashangban.identity.identifiers.organisation import ALPHABET, check_character
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from mashangban.registry import service
from mashangban.registry.schemas.inputs import EnterpriseInput, ProjectInput
from mashangban.registry.schemas.outputs import EnterpriseView, ProjectView

COUNTY = "330106"


def person(*grants: tuple[Role, str]) -> Principal:
    held = tuple(Grant(role, Scope.parse(scope)) for role, scope in grants)
    return Principal(ids.new_id(), ids.new_id(), held, real_name=True)


def officer(region: str = COUNTY) -> Principal:
    role = {2: Role.PROVINCE_OFFICER, 4: Role.CITY_OFFICER, 6: Role.COUNTY_OFFICER}[len(region)]
    return person((role, f"region:{region}"))


def act(actor: Principal) -> Act:
    return Act(actor, clock.now())


_SERIAL = itertools.count(random.randrange(10**6))


def project_code(county: str = COUNTY) -> str:
    """A code nobody else in this run has."""
    return f"2103-{county}-04-01-{next(_SERIAL) % 10**6:06d}"


def uscc() -> str:
    first = "91330100" + "".join(random.choices(ALPHABET, k=9))
    return first + check_character(first)


@dataclass
class Desk:
    """An officer at work: registers what a test needs."""

    officer: Principal = field(default_factory=officer)

    def project(self, **fields: object) -> ProjectView:
        return service.register_project(
            act(self.officer), ProjectInput.model_validate(project_form(**fields))
        )

    def enterprise(self, **fields: object) -> EnterpriseView:
        return service.register_enterprise(
            act(self.officer), EnterpriseInput.model_validate(enterprise_form(**fields))
        )


def project_form(**fields: object) -> dict[str, object]:
    given = {"code": project_code(), "name": "西溪人才公寓", "county": COUNTY, "address": "文一西路 1 号"}
    return {**given, **fields}


def enterprise_form(**fields: object) -> dict[str, object]:
    given = {"uscc": uscc(), "name": "浙江样例建设有限公司", "county": COUNTY, "legal_person": "王建国"}
    return {**given, **fields}


@pytest.fixture
def desk(tables: str) -> Desk:
    return Desk()


@pytest.fixture
def fresh_name() -> Callable[[], str]:
    """A name nobody else uses: its beginning finds only what this test made."""
    return lambda: "测" + "".join(chr(random.randrange(0x4E00, 0x9F00)) for _ in range(6))
