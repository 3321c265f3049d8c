"""Files of the browser app."""

import gzip
import os
from pathlib import Path

import pytest

from mashangban.gateway.events import Answer
from mashangban.gateway.static import Site

SCRIPT = "assets/index-4f3a9c2b.js"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    root = tmp_path / "h5"
    (root / "assets").mkdir(parents=True)
    (root / "index.html").write_text("<!doctype html>码上办", "utf-8")
    (root / SCRIPT).write_text("let a", "utf-8")
    (root / f"{SCRIPT}.gz").write_bytes(gzip.compress(b"let a"))
    (root / f"{SCRIPT}.br").write_bytes(b"brotli")
    (root / "logo.png").write_bytes(b"\x89PNG")
    (root / ".env").write_text("secret", "utf-8")
    (tmp_path / "outside.txt").write_text("secret", "utf-8")
    (root / "link.txt").symlink_to(tmp_path / "outside.txt")
    return Site(root)


def get(site: Site, path: str, encodings: str = "", known: str = "", method: str = "GET") -> Answer:
    return site.answer(method, path, encodings, known)


def header(answer: Answer, name: str) -> str | None:
    return next((value.decode() for key, value in answer.headers if key == name.encode()), None)


@pytest.mark.parametrize("path", ["/", "/j/ABCD-1234", "/a/ABCD1234", "/index.html"])
def test_the_start_page_and_the_links_of_codes_open_the_app_and_are_asked_for_each_time(
    site: Site, path: str
) -> None:
    answer = get(site, path)
    assert answer.status == 200
    assert "码上办" in answer.body.decode()
    assert header(answer, "cache-control") == "no-cache"
    assert header(answer, "content-type") == "text/html; charset=utf-8"


def test_a_file_named_by_its_content_is_kept_for_a_year(site: Site) -> None:
    answer = get(site, f"/{SCRIPT}")
    assert header(answer, "cache-control") == "public, max-age=31536000, immutable"
    assert header(answer, "content-type") == "text/javascript; charset=utf-8"


def test_every_file_carries_the_policy_of_the_site(site: Site, tmp_path: Path) -> None:
    strict = Site(tmp_path / "h5", "default-src 'none'")
    assert header(get(strict, "/"), "content-security-policy") == "default-src 'none'"
    assert header(get(strict, f"/{SCRIPT}"), "content-security-policy") == "default-src 'none'"
    assert header(get(site, "/"), "content-security-policy") is None


@pytest.mark.parametrize(
    ("accepted", "encoding"), [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("", None)]
)
def test_the_best_ready_encoding_is_sent(site: Site, accepted: str, encoding: str | None) -> None:
    answer = get(site, f"/{SCRIPT}", accepted)
    assert header(answer, "content-encoding") == encoding
    assert header(answer, "vary") == "accept-encoding"


def test_a_file_that_the_browser_has_is_not_sent_again(site: Site) -> None:
    tag = header(get(site, "/logo.png"), "etag")
    assert tag
    answer = get(site, "/logo.png", known=f'"other", W/{tag}')
    assert (answer.status, answer.body) == (304, b"")


def test_a_changed_file_is_sent_again(site: Site, tmp_path: Path) -> None:
    tag = header(get(site, "/logo.png"), "etag")
    assert tag
    (tmp_path / "h5" / "logo.png").write_bytes(b"\x89PNG new")
    os.utime(tmp_path / "h5" / "logo.png", (1, 1))
    assert get(site, "/logo.png", known=tag).status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../outside.txt", "/%2e%2e/outside.txt", "/assets/../../outside.txt", "/..%2Foutside.txt", "/..\\outside.txt",
        "/%2e%2e%5coutside.txt", "//etc/passwd", "/.env", "/%2eenv", "/link.txt", "/assets", "/nothing.js",
        f"/{SCRIPT}.gz", "/a%00b", "/%252e%252e/outside.txt",
    ],
)  # fmt: skip
def test_what_is_not_a_file_of_the_site_is_not_found(site: Site, path: str) -> None:
    assert get(site, path).status == 404


def test_a_site_takes_only_get_and_head(site: Site) -> None:
    answer = get(site, "/", method="POST")
    assert answer.status == 405
    assert header(answer, "allow") == "GET, HEAD"


def test_a_site_that_is_not_built_says_how_to_build_it(tmp_path: Path) -> None:
    answer = get(Site(tmp_path), "/")
    assert answer.status == 503
    assert "make build-h5" in answer.body.decode()
