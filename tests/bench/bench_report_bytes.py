"""Bytes on the wire of one defect report from a phone with two photos, the app cold and the app in the phone's cache.

    python -m tests.bench.bench_report_bytes

A headless Chromium of a phone's size goes through the browser app and the running stack: the home's page, the report
with two photos as a camera takes them, the saved record. Chromium itself tells what came in (`encodedDataLength`, heads
included) and which request heads went out; a request's body is as long as its head says. The second report is made by
the same phone after the app was closed.
"""

import io
import random
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from PIL import Image, ImageOps
from playwright.sync_api import Browser, Page, sync_playwright

from mashangban.kernel import clock, ids
from tests.bench.bench_local_stack import use
from tests.browser import ARGUMENTS, EXECUTABLE
from tests.e2e.phone import Phone
from tests.e2e.repair.household import CATEGORY, ROOM
from tests.e2e.world import World
from tests.stack import LocalStack

KINDS = ("app files", "API", "photos")
SIZE, OCTAVES = (4000, 3000), 9
COUNTY, HOUSE_TYPE, BATCH = "330106", "A户型", "一批"


def main() -> None:
    """Measure and print."""
    photos = [photo(seed) for seed in (1, 2)]
    with tempfile.TemporaryDirectory() as folder, LocalStack(Path(folder) / "data") as stack:
        use(stack)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=EXECUTABLE, args=ARGUMENTS)
            cold, warm = _measured(stack, browser, photos)
            browser.close()
    print("| | | requests | KB up | KB down |\n|---|---|---|---|---|")
    for label, wire in (("cold", cold), ("app cached", warm)):
        _rows(label, wire)
    taken = " and ".join(f"{len(one) / 1e6:.1f} MB" for one in photos)
    print(f"\nThe camera's photos are {taken}; the phone makes them smaller before they go out.")
    print(f"App files come as {' or '.join(sorted(cold.encodings))}; 1 KB is 1,000 bytes.")


class Wire:
    """What a page sends and gets, by kind of address; what comes out of the cache is not on the wire."""

    def __init__(self, page: Page) -> None:
        self.encodings: set[str] = set()
        self._asked: dict[str, tuple[str, str]] = {}
        self._heads: dict[str, dict[str, str]] = {}
        self._got: Counter[str] = Counter()
        session = page.context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", self._ask)
        session.on("Network.requestWillBeSentExtraInfo", self._send)
        session.on("Network.responseReceived", self._answer)
        session.on("Network.loadingFinished", self._finish)
        session.send("Network.enable")

    def _ask(self, told: dict[str, Any]) -> None:
        self._asked[told["requestId"]] = (told["request"]["method"], told["request"]["url"])

    def _send(self, told: dict[str, Any]) -> None:
        self._heads[told["requestId"]] = told["headers"]

    def _answer(self, told: dict[str, Any]) -> None:
        head = {name.lower(): text for name, text in told["response"]["headers"].items()}
        if kind_of(told["response"]["url"]) == "app files" and "content-encoding" in head:
            self.encodings.add(head["content-encoding"])

    def _finish(self, told: dict[str, Any]) -> None:
        self._got[told["requestId"]] = int(told["encodedDataLength"])

    def sums(self) -> dict[str, "Sum"]:
        """Requests and bytes of each kind."""
        found: defaultdict[str, Sum] = defaultdict(Sum)
        for request, (method, url) in self._asked.items():
            if request in self._heads:
                found[kind_of(url)].add(_length(method, url, self._heads[request]), self._got[request])
        return found


@dataclass
class Sum:
    """So many requests, with what they sent and got."""

    requests: int = 0
    up: int = 0
    down: int = 0

    def add(self, up: int, down: int, requests: int = 1) -> None:
        self.requests, self.up, self.down = self.requests + requests, self.up + up, self.down + down


def kind_of(url: str) -> str:
    """A signed address is a photo's, /v1 is the API, everything else belongs to the app."""
    parts = urlsplit(url)
    if "X-Amz-Signature" in parts.query:
        return "photos"
    return "API" if parts.path.startswith("/v1/") else "app files"


def _length(method: str, url: str, head: dict[str, str]) -> int:
    """A request as it stands on the wire: its line, its head, its body."""
    parts = urlsplit(url)
    line = f"{method} {parts.path}{'?' if parts.query else ''}{parts.query} HTTP/1.1\r\n\r\n"
    body = next((int(text) for name, text in head.items() if name.lower() == "content-length"), 0)
    return len(line) + sum(len(name) + len(text) + 4 for name, text in head.items()) + body


def _rows(label: str, wire: Wire) -> None:
    sums, whole = wire.sums(), Sum()
    for kind in KINDS:
        one = sums.get(kind, Sum())
        whole.add(one.up, one.down, one.requests)
        print(f"| {label} | {kind} | {one.requests} | {one.up / 1e3:.1f} | {one.down / 1e3:.1f} |")
    print(f"| {label} | all | {whole.requests} | {whole.up / 1e3:.1f} | {whole.down / 1e3:.1f} |")


def _measured(stack: LocalStack, browser: Browser, photos: list[bytes]) -> tuple[Wire, Wire]:
    """The first report of a phone that has never seen the app, and the next one."""
    world = World(stack)
    owner = world.verified(world.newcomer())
    home_id = home_of(str(owner.tokens["me"]["person_id"]))
    phone = Phone(browser, world, memory=owner.memory)
    cold = _reported(phone, stack, home_id, photos, "水槽下面一直滴水")
    phone.reopen()
    warm = _reported(phone, stack, home_id, photos, "阳台地漏返水")
    phone.close()
    kept = owner.get(f"/v1/homes/homes/{home_id}/defects").json()["items"]
    assert len(kept) == 2, kept
    assert phone.errors == []
    return cold, warm


def _reported(phone: Phone, stack: LocalStack, home_id: str, photos: list[bytes], words: str) -> Wire:
    wire = Wire(phone.page)
    phone.open(f"/#/homes/pages/home/index?id={home_id}")
    phone.tap("报修")
    phone.arrives("homes/pages/report")
    phone.tap(ROOM, "radio")
    phone.tap(CATEGORY, "radio")
    phone.sees("保修")
    phone.write("说几句", words)
    for button, one in zip(("拍照或从相册选", "再加照片"), photos, strict=True):
        phone.add_photo(button, one, "/arrival")
    phone.sees("第 2 张，已上传")
    stack.settle(60)  # the small pictures of the photos are ready when the record is looked at
    phone.tap("提交报修")
    phone.arrives("homes/pages/defect")
    phone.sees(words)
    phone.page.wait_for_load_state("networkidle")
    return wire


def home_of(person_id: str) -> str:
    """A home whose owner this person is, written as an import and a binding leave it; gives its id."""
    from mashangban.domains.homes import events
    from mashangban.domains.homes.repository import estates, homes
    from mashangban.domains.homes.rules.estate import Batch, Estate, HouseType, Named
    from mashangban.domains.homes.rules.home import Door, Home, Resident, home_id
    from mashangban.domains.homes.service import doors, presenting
    from mashangban.domains.homes.terms import ResidentRole
    from mashangban.kernel.acts import system_act
    from mashangban.kernel.events import following
    from mashangban.kernel.permissions import Role

    doing, builder = system_act("bench"), Named(ids.new_id(), "杭州样例置业有限公司")
    lately = clock.local_date(clock.now()) - timedelta(days=60)
    estate = Estate(
        ids.new_id(), "样例家园", COUNTY, "杭州市西湖区样例路1号", builder, None, None,
        types=(HouseType(HOUSE_TYPE, ("客厅", "主卧", ROOM, "卫生间", "阳台")),),
        batches=(Batch(BATCH, lately, lately),),
    )  # fmt: skip
    opened = following(doing, events.ESTATE_OPENED, estate, Role.SYSTEM, {"builder": builder.id})
    estates.create(doing, estate, opened, presenting.estate_view(estate))
    door = Door("1", "1", "16", "1601")
    identity = home_id(estate.id, door.label)
    home = Home(
        identity, estate.id, estate.name, COUNTY, builder.id, door, HOUSE_TYPE, 8950, BATCH,
        doors.body_of(identity, 1), handed_over_on=lately,
        residents=(Resident(person_id, "王*", ResidentRole.OWNER, clock.now()),),
    )  # fmt: skip
    homes.create(doing, home, following(doing, events.HOME_REGISTERED, home, Role.SYSTEM))
    return identity


def photo(seed: int) -> bytes:
    """A camera's photo of twelve million points: rough at every scale, the larger the stronger, as pictures of the
    world are.
    """
    grain = random.Random(seed)
    whole = Image.new("L", SIZE, 128)
    for octave in range(1, OCTAVES + 1):
        width, height = SIZE[0] >> octave, SIZE[1] >> octave
        layer = Image.frombytes("L", (width, height), grain.randbytes(width * height))
        whole = Image.blend(whole, layer.resize(SIZE, Image.Resampling.BICUBIC), 0.35)
    out = io.BytesIO()
    ImageOps.colorize(whole, "black", "white", "sienna").save(out, "JPEG", quality=92)
    return out.getvalue()


if __name__ == "__main__":
    main()
