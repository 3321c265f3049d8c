"""The public pages in a real browser: phone widths, keyboard, assistive tools, upload."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from mashangban.documents.repository import documents
from mashangban.documents.service import views
from mashangban.kernel import ids
from tests.documents import orders, site

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("service")]
AXE = Path(__file__).parents[2] / "backend/mashangban/console/assets/node_modules/axe-core/axe.min.js"


@pytest.fixture
def address() -> Iterator[str]:
    with site.serving() as url:
        yield url


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of a common phone's size, or of the size a test asks for."""
    width, height = getattr(request, "param", (390, 844))
    context = browser.new_context(viewport={"width": width, "height": height}, bypass_csp=True)
    opened = context.new_page()
    yield opened
    context.close()


def _faults(page: Page) -> list[Any]:
    """What axe finds, rule by rule."""
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]


def _sealed() -> tuple[str, bytes]:
    enterprise_id = ids.new_id()
    orders.seal_of(enterprise_id)
    document_id, pdf = orders.sealed(enterprise_id)
    document = documents.find(document_id)
    assert document is not None
    return views.verify_url(document).rpartition("/")[2], pdf


@pytest.mark.parametrize(
    "page", [(320, 640), (390, 844), (1280, 900)], ids=["320", "390", "1280"], indirect=True
)
def test_every_page_is_readable_and_without_fault(page: Page, address: str) -> None:
    code, _ = _sealed()
    for path in ("/verify", f"/verify/{code}", "/verify/ABC"):
        page.goto(address + path)
        assert _faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.locator("h1").count() == 1
        small = page.evaluate(
            "[...document.querySelectorAll('a, button, label.button, input:not([type=file])')]"
            ".map(e => e.getBoundingClientRect()).filter(r => r.height > 0 && r.height < 60).length"
        )
        assert small == 0
        assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 18


def test_an_uploaded_contract_is_told_genuine_and_an_altered_one_is_not(
    page: Page, address: str, tmp_path: Path
) -> None:
    _, pdf = _sealed()
    altered = bytearray(pdf)
    altered[pdf.find(b"stream") + 40] ^= 1
    for name, body, words in (
        ("contract.pdf", pdf, "是真的，没有被改动"),
        ("altered.pdf", bytes(altered), "签章后被改动过"),
        ("note.pdf", b"hello", "打不开这个文件"),
    ):
        (tmp_path / name).write_bytes(body)
        page.goto(f"{address}/verify")
        page.set_input_files("#file", str(tmp_path / name))
        page.wait_for_selector("#upload-result .verdict")
        assert page.locator("#upload-result h3").inner_text() == words
        assert page.evaluate("document.activeElement.id") == "upload-result"
        assert _faults(page) == []


def test_a_lost_network_keeps_the_page_and_says_so(page: Page, address: str, tmp_path: Path) -> None:
    (tmp_path / "contract.pdf").write_bytes(b"%PDF-1.7")
    page.goto(f"{address}/verify")
    page.context.set_offline(True)
    page.set_input_files("#file", str(tmp_path / "contract.pdf"))
    page.wait_for_selector("#upload-result .notice")
    assert "网络断了" in page.locator("#upload-result").inner_text()


def test_a_file_too_large_is_told_before_it_is_sent(page: Page, address: str, tmp_path: Path) -> None:
    (tmp_path / "large.pdf").write_bytes(b"0" * (4 * 1024 * 1024 + 1))
    page.goto(f"{address}/verify")
    page.set_input_files("#file", str(tmp_path / "large.pdf"))
    page.wait_for_selector("#upload-result .notice")
    assert "4 MB" in page.locator("#upload-result").inner_text()


def test_the_code_form_works_by_keyboard(page: Page, address: str) -> None:
    code, _ = _sealed()
    page.goto(f"{address}/verify")
    page.locator("#code").focus()
    page.keyboard.type(code.lower())
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/verify/{code}")
    assert "简易劳动合同" in page.locator("h1").inner_text()


def test_without_loosened_policy_nothing_is_blocked(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{address}/verify")
    page.wait_for_load_state("networkidle")
    context.close()
    assert said == []


DETECTOR = (
    """(words) => { window.BarcodeDetector = class { async detect() { return [{rawValue: words}]; } } }"""
)


def _photograph(page: Page, address: str, folder: Path, words: str) -> None:
    """Opens the page with a detector that sees `words` in any picture, and takes one."""
    from mashangban.documents.codes import images

    (folder / "photo.png").write_bytes(images.png("x"))
    page.add_init_script(f"({DETECTOR})({words!r})")
    page.goto(f"{address}/verify")
    page.set_input_files("#photo", str(folder / "photo.png"))


def test_a_photographed_code_opens_its_page(page: Page, address: str, tmp_path: Path) -> None:
    code, _ = _sealed()
    _photograph(page, address, tmp_path, f"https://example.org/verify/{code}")
    page.wait_for_url(f"{address}/verify/{code}")


@pytest.mark.parametrize("words", ["https://example.org/login", "javascript:alert(1)", "weixin://x"])
def test_a_photographed_code_of_another_kind_leads_nowhere(
    page: Page, address: str, tmp_path: Path, words: str
) -> None:
    _photograph(page, address, tmp_path, words)
    page.wait_for_selector("#scan-result:not([hidden])")
    assert page.url == f"{address}/verify"
    assert _faults(page) == []
