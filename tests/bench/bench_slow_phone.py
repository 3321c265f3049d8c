"""A slow phone on a slow network: from a tap on a link to the words on the page, and a month's pay confirmed.

    python -m tests.bench.bench_slow_phone

Chromium itself is slowed: a processor four times slower, 150 ms there and back, 1.6 Mbit/s down and 0.75 up (what
Lighthouse calls slow 4G). Each page of P8 is opened with an empty cache and again with the app in the cache; then a
worker goes from the pay line to its confirmation. Seconds are real ones: a machine that does other work adds to them.
"""

import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.bench_report_bytes import Wire
from tests.bench.phone_pages import Visit, running, visits
from tests.browser import ARGUMENTS, EXECUTABLE
from tests.e2e.phone import Phone
from tests.e2e.world import World
from tests.stack import LocalStack

SLOWDOWN = 4
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
LIMIT_MS = 120_000


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "data") as stack:
        report(stack, visits(stack))


def report(stack: LocalStack, pages: list[Visit]) -> None:
    """The table of the pages, and how long the act takes."""
    print("| page | | seconds | requests | KB down |\n|---|---|---|---|---|")
    with sync_playwright() as playwright:
        arguments = [one for one in ARGUMENTS if "no-opt" not in one]
        browser = playwright.chromium.launch(executable_path=EXECUTABLE, args=arguments)
        for one in pages:
            _open(browser, stack, one)
        [line] = [one for one in pages if one.name == "wage line"]
        print(f"\nFrom the pay line to its confirmation: {_act(browser, stack, line)}")
        browser.close()


def _open(browser: Browser, stack: LocalStack, visit: Visit) -> None:
    phone = _phone(browser, stack, visit.memory)
    for label in ("cold", "app in the cache"):
        wire = Wire(phone.page)
        _slow(phone.page)
        began = time.monotonic()
        phone.open(visit.path)
        phone.sees(visit.shows)
        took = time.monotonic() - began
        phone.page.wait_for_load_state("networkidle", timeout=LIMIT_MS)
        sums = wire.sums().values()
        requests, down = sum(one.requests for one in sums), sum(one.down for one in sums) / 1e3
        print(f"| {visit.name} | {label} | {took:.1f} | {requests} | {down:.0f} |", flush=True)
        phone.reopen()
    phone.close()


def _act(browser: Browser, stack: LocalStack, visit: Visit) -> str:
    """A worker who sees the line goes on to sign, writes the name and confirms."""
    phone = _phone(browser, stack, visit.memory)
    phone.open(visit.path)
    phone.sees(visit.shows)
    _slow(phone.page)
    began = time.monotonic()
    phone.tap("没错，去签字")
    phone.arrives("wages/pages/sign")
    phone.sees("写上您的名字")
    ready = time.monotonic()
    phone.draw_name()
    sent = time.monotonic()
    phone.tap("确认工资")
    phone.arrives("wages/pages/line")
    phone.sees("您已确认")
    done = time.monotonic()
    phone.close()
    return (
        f"{ready - began:.1f} s until one can write, {done - sent:.1f} s from the last tap until it says so."
    )


def _phone(browser: Browser, stack: LocalStack, memory: Mapping[str, str]) -> Phone:
    phone = Phone(browser, World(stack), memory=memory)
    phone.context.set_default_timeout(LIMIT_MS)
    return phone


def _slow(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})


if __name__ == "__main__":
    main()
