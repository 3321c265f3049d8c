"""Whatever is sent, the answer is a clear refusal or a documented success, never a crash."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mashangban.domains.workers.service import teams
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal, Role
from tests.workers.conftest import Site, act, signature, site_form
from tests.workers.papers import held, licensed
from tests.workers.phone import Phone, part, phone_of

DESCRIPTION = json.loads((Path(__file__).parents[2] / "docs/openapi.json").read_text("utf-8"))
OPERATIONS = sorted(
    (path, method)
    for path, methods in DESCRIPTION["paths"].items()
    if path.startswith("/v1/workers/")
    for method in methods
)
Build = Callable[[dict[str, Any]], st.SearchStrategy[Any]]
ODD_TEXTS = (
    "", " ", "=1+1", "@SUM(A1)", "\u202e钢筋班", "班\u200b组", "\x00", "\ud800", "😀😀", "A" * 5000, "王" * 300,
    "../../etc", "'; DROP TABLE", "<script>alert(1)</script>", "٣٣٠١٠٦", "３３０１０６", "%00", "{}", "null", "𰻝𰻝面",
)  # fmt: skip
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([-1, 0, 2**31, 2**63, 10**30, 1e308, -0.5]),
    st.sampled_from(ODD_TEXTS),
    st.text(max_size=30),
    st.just([]),
    st.just({}),
    st.just([[[]]]),
    st.sampled_from(["0001-01-01", "9999-12-31", "2026-02-30", "2026-11-23T00:00:00"]),
)


@pytest.fixture(scope="module")
def phones(site: Site) -> list[Phone]:
    """Someone for every door: a worker, an office with every role, an officer."""
    office = Principal(
        site.operator.person_id,
        site.operator.session_id,
        (*site.operator.grants, *site.clerk.grants),
        real_name=True,
    )
    return [
        phone_of(one) for one in (site.person(), office, site.person((Role.PROVINCE_OFFICER, "region:33")))
    ]


@pytest.fixture(scope="module")
def known(site: Site, phones: list[Phone]) -> dict[str, str]:
    """Ids that exist, so that odd bodies come as far as they can."""
    worker = site.person()
    contract_id = site.sealed(worker)
    team = teams.create_team(act(site.clerk), site.project.id, site.team_form("乱填测试班"))
    return {
        "contract_id": contract_id,
        "project_id": site.project.id,
        "team_id": team.id,
        "region": "330106",
        "code": site.team.code,
        "amendment_id": contract_id,
        "authorisation_id": contract_id,
        "certificate_id": licensed(worker),
        "training_id": held(site),
        "share_id": contract_id,
    }


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        schema = DESCRIPTION["components"]["schemas"][name]
    return schema


def values(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values as the published schema describes them."""
    schema = resolved(schema)
    if "anyOf" in schema:
        return st.one_of([values(one) for one in schema["anyOf"]])
    if "enum" in schema or "const" in schema:
        return st.sampled_from(schema.get("enum") or [schema["const"]])
    build: Build = _KINDS.get(schema.get("type", ""), _texts)
    return build(schema)


def _arrays(schema: dict[str, Any]) -> st.SearchStrategy[list[Any]]:
    few = schema.get("minItems", 0)
    return st.lists(values(schema["items"]), min_size=few, max_size=min(few + 2, schema.get("maxItems", 9)))


def _integers(schema: dict[str, Any]) -> st.SearchStrategy[int]:
    return st.integers(schema.get("minimum", -5), schema.get("maximum", 10**9))


def _numbers(schema: dict[str, Any]) -> st.SearchStrategy[float]:
    return st.floats(schema.get("minimum", -1e6), schema.get("maximum", 1e6))


def _objects(schema: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    fields = schema.get("properties", {})
    needed = {name: values(shape) for name, shape in fields.items() if name in schema.get("required", [])}
    extra = {name: values(shape) for name, shape in fields.items() if name not in needed}
    return st.fixed_dictionaries(needed, optional=extra)


def _texts(schema: dict[str, Any]) -> st.SearchStrategy[str]:
    if "pattern" in schema:
        return st.from_regex(schema["pattern"], fullmatch=True)
    if schema.get("format") == "date":
        today = clock.local_date(clock.now())
        return st.dates(today - timedelta(days=40), today + timedelta(days=400)).map(str)
    few = schema.get("minLength", 0)
    return st.text(
        st.characters(codec="utf-8"), min_size=few, max_size=min(schema.get("maxLength", 40), few + 30)
    )


_KINDS: dict[str, Build] = {
    "object": _objects,
    "array": _arrays,
    "integer": _integers,
    "number": _numbers,
    "boolean": lambda _: st.booleans(),
    "null": lambda _: st.none(),
}


@st.composite
def bodies(draw: st.DrawFn, schema: dict[str, Any]) -> Any:
    """A body as described, mostly with one thing spoilt: a field odd, gone or unknown, or the whole of another kind."""
    body = draw(values(schema))
    spoil = draw(st.sampled_from(["nothing", "odd", "odd", "gone", "unknown", "whole"]))
    if spoil == "whole":
        return draw(ODD)
    if not isinstance(body, dict) or not body:
        return body
    name = draw(st.sampled_from(sorted(body)))
    if spoil == "odd":
        return {**body, name: draw(ODD)}
    if spoil == "gone":
        return {key: value for key, value in body.items() if key != name}
    return {**body, "unbekannt": 1} if spoil == "unknown" else body


def address(operation: dict[str, Any], path: str, known: dict[str, str], data: st.DataObject) -> str:
    """The path with known or odd ids, and the query with described or odd values."""
    asked = []
    for parameter in operation["parameters"]:
        name, place = parameter["name"], parameter["in"]
        if place == "path":
            odd = data.draw(st.booleans() | st.just(False), label=f"odd {name}")
            chosen = data.draw(st.sampled_from(ODD_TEXTS[3:]), label=name) if odd else known[name]
            path = path.replace(f"{{{name}}}", part(chosen))
        elif place == "query" and data.draw(st.booleans(), label=f"with {name}"):
            value = data.draw(values(parameter["schema"]) | st.sampled_from(ODD_TEXTS), label=name)
            asked.append(f"{name}={part(str(value))}")
    return path + ("?" + "&".join(asked) if asked else "")


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
@settings(
    max_examples=8,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(data=st.data())
def test_any_request_is_answered_as_the_description_says(
    phones: list[Phone], known: dict[str, str], path: str, method: str, data: st.DataObject
) -> None:
    operation = DESCRIPTION["paths"][path][method]
    content = operation.get("requestBody", {}).get("content", {})
    body = data.draw(bodies(content["application/json"]["schema"]), label="body") if content else None
    phone = data.draw(st.sampled_from(phones), label="phone")
    answer = phone.send(method.upper(), address(operation, path, known, data), json.dumps(body))
    assert str(answer.status) in operation["responses"], (answer.status, answer.body)
    assert answer.status < 500, answer.body
    if answer.status >= 400:
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.body["title"]
        assert answer.body["code"]


@pytest.mark.parametrize(
    "body", ["", "[]", "null", "{", "1", '"\\ud800"', '{"code": NaN}', "\x00", "{" * 5000]
)
def test_a_body_of_another_shape_is_refused(phones: list[Phone], body: str) -> None:
    answer = phones[0].send("POST", "/v1/workers/contracts", body)
    assert (answer.status, answer.code) == (422, "input.invalid")


def test_a_body_of_a_megabyte_is_refused_before_it_is_read(phones: list[Phone]) -> None:
    answer = phones[0].post("/v1/workers/contracts", {"code": "x" * 1_000_000})
    assert (answer.status, answer.code) == (413, "input.too-large")


def test_another_kind_of_body_is_refused(phones: list[Phone]) -> None:
    answer = phones[0].send("POST", "/v1/workers/contracts", "<xml/>", content_type="application/xml")
    assert (answer.status, answer.code) == (415, "input.unsupported-media")


def test_a_body_that_does_not_say_what_it_is_is_refused(phones: list[Phone]) -> None:
    answer = phones[0].send("POST", "/v1/workers/contracts", "{}", content_type="")
    assert (answer.status, answer.code) == (415, "input.unsupported-media")


@pytest.mark.parametrize(
    ("field", "odd", "words"),
    [
        ("labour_clerk_name", "李\u202e英", "看不见的字符"),
        ("project_office", "项目\u200b部", "看不见的字符"),
        ("authority", "住建局😀", "表情符号"),
        ("labour_clerk_name", "李\n英", "看不见的字符"),
        ("labour_clerk_phone", "٠٥٧١٨٥٠٠", "格式不对"),
        ("minimum_wage_fen", 1.5, "整数"),
        ("minimum_wage_fen", 10**12, "太大"),
        ("pay_day", 31, "太大"),
        ("complaint_phones", [], "太少"),
        ("insurance", ["险" * 21], "太长"),
    ],
)
def test_what_is_wrong_with_a_field_is_told_at_the_field(
    phones: list[Phone], known: dict[str, str], field: str, odd: Any, words: str
) -> None:
    form = {**site_form().model_dump(mode="json"), field: odd}
    answer = phones[1].put(f"/v1/workers/projects/{known['project_id']}/site", form)
    assert answer.status == 422
    (told,) = answer.body["errors"]
    assert told["field"].startswith(field)
    assert words in told["message"]


def test_text_that_looks_like_a_formula_is_kept_as_text(phones: list[Phone], known: dict[str, str]) -> None:
    form = {**site_form().model_dump(mode="json"), "project_office": "=HYPERLINK(1)"}
    path = f"/v1/workers/projects/{known['project_id']}/site"
    assert phones[1].put(path, form).status == 200
    assert phones[1].get(path).body["project_office"] == "=HYPERLINK(1)"


@pytest.mark.parametrize(
    "odd", ["x", "%00", "%2e%2e", "A" * 3000, part("\ud800"), part("😀" * 150), "-", "CONTRACT%23x"]
)
def test_an_id_that_cannot_be_finds_nothing(phones: list[Phone], odd: str) -> None:
    for phone in phones:
        for path in (
            "contracts/{}",
            "contracts/{}/log",
            "teams/{}",
            "projects/{}",
            "codes/{}",
            "counties/{}/contracts",
        ):
            answer = phone.get("/v1/workers/" + path.format(odd))
            assert answer.status in (403, 404), (path, answer.body)


@pytest.mark.parametrize("cursor", ["x", "AAAA", part("é"), "{}", "=" * 50, "A" * 2000])
def test_a_cursor_of_another_list_is_refused(phones: list[Phone], cursor: str) -> None:
    answer = phones[0].get(f"/v1/workers/contracts?cursor={cursor}")
    assert (answer.status, answer.code) == (400, "list.bad-cursor")


@pytest.mark.parametrize(
    "strokes",
    [
        [[[1e308, 1e308, 0]] * 5],
        [[[0, 0, -1]] * 5],
        [[[0, 0, 10**9]] * 5],
        [[[n, n, 100 - n] for n in range(90)]],
        [[[0, 0, 0, 5]]] * 200,
    ],
)
def test_a_hand_that_nobody_has_is_no_signature(site: Site, strokes: list[Any]) -> None:
    worker = site.person()
    body = {**signature().model_dump(mode="json"), "strokes": strokes}
    answer = phone_of(worker).post(f"/v1/workers/contracts/{site.joined(worker)}/signature", body)
    assert (answer.status, answer.code.partition(".")[0]) == (422, "documents"), answer.body
