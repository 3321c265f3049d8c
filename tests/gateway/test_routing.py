"""Which function answers a path."""

import pytest

from mashangban.gateway.routing import Router
from mashangban.gateway.settings import ROOT
from mashangban.gateway.template import read_template


@pytest.fixture(scope="module")
def router() -> Router:
    return Router(read_template(ROOT / "template.yaml", "http://127.0.0.1:8000"))


@pytest.mark.parametrize(
    ("path", "function", "proxy"),
    [
        ("/v1/workers", "WorkersApi", None),
        ("/v1/workers/contracts/1", "WorkersApi", "contracts/1"),
        ("/v1/workers//1", "WorkersApi", "/1"),
        ("/v1/workers/合同/1", "WorkersApi", "合同/1"),
        ("/console", "ConsoleApi", None),
        ("/console/sign-in", "ConsoleApi", "sign-in"),
        ("/console/workers", "WorkersApi", None),
        ("/console/workers/boards", "WorkersApi", "boards"),
        ("/console/workersx", "ConsoleApi", "workersx"),
        ("/verify", "DocumentsApi", None),
        ("/verify/abc", "DocumentsApi", "abc"),
    ],
)
def test_a_path_reaches_the_function_of_the_longest_prefix(
    router: Router, path: str, function: str, proxy: str | None
) -> None:
    match = router.match(path)
    assert match is not None
    assert (match.function.name, match.proxy) == (function, proxy)


@pytest.mark.parametrize(
    "path", ["/", "/v1", "/v1/", "/v1/workersx", "/v1/workers/", "/v1/nothing/1", "/VERIFY", ""]
)
def test_a_path_of_no_function_has_no_match(router: Router, path: str) -> None:
    assert router.match(path) is None
