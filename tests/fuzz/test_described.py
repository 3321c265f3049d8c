"""Whatever comes, no operation breaks, and none answers what docs/openapi.json does not say."""

import json
import os
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from checks import house
from mashangban.kernel.permissions import Principal, Role
from tests.fuzz.sending import Sent, address
from tests.registry.conftest import person
from tests.workers import phone

# One in the suite, always the same; thousands and others each time by `make fuzz`.
CASES = int(os.environ.get("CASES", "1"))
SAME = "CASES" not in os.environ
CHECKS = [status_code_conformance, content_type_conformance, response_schema_conformance]
API = schemathesis.openapi.from_dict(json.loads((house.ROOT / "docs/openapi.json").read_text("utf-8")))
# Operations are pytest's own parameters: Schemathesis' items have one id in common, of which the workers run one.
OPERATIONS = [one.ok() for one in API.get_all_operations() if isinstance(one, Ok)]
GIVEN = settings(
    max_examples=CASES,
    derandomize=SAME,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(autouse=True, scope="module")
def fonts() -> Iterator[None]:
    """Papers are typeset on the way."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTS_DIR", str(house.ROOT / "layers/documents/fonts/build"))
        yield


@pytest.fixture(scope="session")
def everyman() -> Principal:
    """Somebody who may do everything somewhere: requests get past the door."""
    officers = ((Role.COUNTY_OFFICER, "region:330106"), (Role.CITY_OFFICER, "region:3301"))
    above = ((Role.PROVINCE_OFFICER, "region:33"), (Role.PLATFORM_ADMIN, "*"))
    site = (
        (Role.FOREMAN, "project:p1"),
        (Role.LABOUR_CLERK, "project:p1"),
        (Role.PROJECT_MANAGER, "project:p1"),
    )
    firm = ((Role.OPERATOR, "org:o1"), (Role.ENTERPRISE_ADMIN, "org:o1"))
    return person(*officers, *above, *site, *firm)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.label)
def test_an_operation_answers_as_it_is_described(
    operation: Any, tables: str, object_store: str, everyman: Principal
) -> None:
    @GIVEN
    @given(operation.as_strategy())
    def answers(case: Case[Any]) -> None:
        _check(case, everyman)

    answers()


def _check(case: Case[Any], who: Principal) -> None:
    sent = Sent(
        case.method.upper(),
        case.path,
        address(case.path, case.path_parameters or {}, case.query or {}),
        _content(case.body),
        case.media_type or "application/json",
        str(phone.phone_of(who).token),
    )
    answer = sent.answer()
    assert answer.status_code != 500, answer.text
    case.validate_response(answer, checks=CHECKS)


def _content(body: Any) -> bytes:
    if body is schemathesis.core.NOT_SET:
        return b""
    return body if isinstance(body, bytes) else json.dumps(body).encode()
