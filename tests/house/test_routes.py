"""Routes: each has a permission, a home in template.yaml, a line in the committed lists."""

import pytest

from checks import generate, house

WRITES = {"POST", "PUT", "PATCH", "DELETE"}

# Writes that keep no submission, each with its reason. Public routes can't have one: there is no person to keep it for.
WITHOUT_SUBMISSION = {
    "POST /v1/live/tickets": "a ticket is used once and within seconds: a second one hurts nobody",
    "PUT /v1/helpdesk/conversations/{talk_id}/reading": "a mark that only grows: the same again changes nothing",
    "POST /v1/helpdesk/duty/beat": "a screen says that it is still there: the same again is the same",
    "POST /console/live-tickets": "a ticket is used once and within seconds: a second one hurts nobody",
    "POST /console/helpdesk/duty/beat": "a screen says that it is still there: the same again is the same",
    "POST /console/helpdesk/conversations/{talk_id}/reading": "a mark that only grows: the same again changes nothing",
    "POST /v1/open311/requests.json": "the protocol has no submission keys: the same words of a day are one request",
    "POST /v1/open311/requests.xml": "the protocol has no submission keys: the same words of a day are one request",
    "POST /v1/workers/countersignatures": "many acts in one call: each contract refuses a second seal and says so",
    "PUT /v1/assistance/sharings/{sharing_id}/sheet": "a form under a number that only grows; no digest of it stays",
    "PUT /v1/assistance/sharings/{sharing_id}/screen": "the newest offer of a picture counts; no digest of it stays",
    "POST /console/assistance/{sharing_id}/screen": "an offer is taken once, a second answer is refused",
    "POST /console/assistance/{sharing_id}/pointing": "a place pointed at: the same again is the same",
    "POST /v1/guides/feed": "each item carries its source's revision: the same or an older one changes nothing",
    "POST /v1/policies/conditions/reading": "a question, nothing is written; a condition is too long for an address",
    "POST /console/policies/conditions/trial": "a question, nothing is written; a condition is too long for an address",
    "POST /v1/appointments/visits/{booking_id}/contact": "a look at a telephone: each look is noted, none is kept",
    "POST /console/appointments/visits/{booking_id}/contact": "a look at a telephone: each look is noted, none is kept",
}


@pytest.mark.parametrize("function", [function.name for function in house.template().functions])
def test_every_handler_of_the_template_imports(function: str) -> None:
    assert callable(house.handler(function))


def test_every_route_names_its_permission() -> None:
    assert [route.name for route in house.routes() if route.contract is None] == []


def test_every_route_lies_under_exactly_one_prefix_of_its_own_function() -> None:
    strays = {}
    for route in house.routes():
        best = _best_prefix(route.path)
        if best is None or best[1] != route.function.name:
            strays[route.name] = best
    assert strays == {}


def _best_prefix(path: str) -> tuple[str, str] | None:
    """The prefix and function that API Gateway chooses: an exact path first, else the longest greedy one."""
    candidates = []
    for function in house.api_functions():
        for entry in function.routes:
            prefix = entry.path.removesuffix("/{proxy+}")
            if path == entry.path or (prefix != entry.path and path.startswith(prefix + "/")):
                candidates.append((prefix, function.name))
    return max(candidates, key=lambda found: len(found[0]), default=None)


def test_every_function_owns_its_prefix_with_and_without_a_rest() -> None:
    lonely = []
    for function in house.api_functions():
        paths = {entry.path for entry in function.routes}
        bare = {path for path in paths if "{proxy+}" not in path}
        # `/console/` stands beside `/console`: an HTTP API keeps the two apart.
        lonely += [path for path in bare if path.rstrip("/") + "/{proxy+}" not in paths]
        lonely += [path for path in paths - bare if path.removesuffix("/{proxy+}") not in paths]
    assert lonely == []


def test_no_two_functions_answer_the_same_address() -> None:
    names = [route.name for route in house.routes()]
    assert sorted(set(names)) == sorted(names)


def test_every_write_of_a_signed_in_person_is_kept_once() -> None:
    """A phone that lost the network sends again: without a kept submission the act would happen twice."""
    loose = [
        route.name
        for route in house.routes()
        if route.method in WRITES and route.contract is not None and not route.contract.permission.public
        if route.contract.once is None and route.name not in WITHOUT_SUBMISSION
    ]
    assert loose == []


def test_a_write_without_submission_still_exists_and_has_a_reason() -> None:
    names = {route.name for route in house.routes()}
    assert [name for name in WITHOUT_SUBMISSION if name not in names] == []


# Open writes whose floods are stopped by something else than a count per address, each with what it is.
WITHOUT_LIMIT = {
    "POST /console/sign-in": "failures are counted by name and by address",
    "POST /v1/identity/sms-codes": "codes are counted by telephone and by address",
    "POST /v1/identity/sessions/sms": "tries are counted by code and by address",
    "POST /v1/identity/sessions/wechat": "a code of WeChat's own works once",
    "POST /v1/identity/sessions/staff": "failures are counted by name and by address",
    "POST /v1/identity/sessions/refresh": "only a token of ours is looked up, and one wrong use ends it",
    "POST /v1/attendance/passes": "signed by a gate",
    "POST /v1/claims/treasury/callbacks": "signed by the treasury",
    "POST /v1/payments/bank/callbacks": "signed by the bank",
    "POST /v1/guides/feed": "signed by the catalogue",
    "POST /v1/reporting/callbacks": "signed by the platform",
}


def test_a_write_that_is_open_to_all_counts_who_comes_or_has_a_reason() -> None:
    found = {
        route.name
        for route in house.routes()
        if route.method in WRITES and route.contract is not None
        if route.contract.permission.public and route.contract.limit is None
    }
    assert found == set(WITHOUT_LIMIT)


def test_no_read_changes_state() -> None:
    assert [
        route.name
        for route in house.routes()
        if route.method == "GET" and route.contract and route.contract.once
    ] == []


@pytest.mark.parametrize("name", sorted(generate.GENERATED))
def test_committed_lists_are_what_the_code_says(name: str) -> None:
    """`PYTHONPATH=backend:infra python -m checks.generate` writes them; look at the diff before you commit it."""
    stored = (house.ROOT / name).read_text("utf-8")
    assert stored.splitlines() == generate.GENERATED[name]().splitlines()


def test_error_codes_mean_one_thing_each() -> None:
    titles: dict[str, set[str]] = {}
    for error in generate.errors():
        titles.setdefault(error.code, set()).add(f"{error.__module__}.{error.__qualname__}")
    assert {code: owners for code, owners in titles.items() if len(owners) > 1} == {}


def test_error_codes_have_an_area_and_words_for_people() -> None:
    wordless = [
        error.code
        for error in generate.errors()
        if "." not in error.code
        or not getattr(error, "title", "")
        or (error.status >= 500 and not error.next)
    ]
    assert wordless == []
