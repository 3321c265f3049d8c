"""A worker's phone: a browser of its size with a voice that remembers, and a hand that taps and writes."""

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress

from playwright.sync_api import Browser, Error, Locator, Page, Response, expect

from demo.people import Someone
from tests.e2e import screen
from tests.e2e.world import World

USUAL = (390, 844)
SMALL = (320, 640)

# Headless browsers have no voice: this one writes down what it was asked to say and says it at once.
_VOICE = """
window.__spoken = [];
class Utterance { constructor(text) { this.text = text; } }
window.SpeechSynthesisUtterance = Utterance;
Object.defineProperty(window, 'speechSynthesis', { value: {
  getVoices: () => [], cancel: () => undefined,
  speak: (said) => { window.__spoken.push(said.text); setTimeout(() => said.onend && said.onend(), 0); },
}});
"""


# A name in seven strokes, in parts of the pad's height.
NAME = (
    ((0.02, 0.10), (0.38, 0.06)),
    ((0.05, 0.34), (0.36, 0.31)),
    ((0.00, 0.62), (0.42, 0.57)),
    ((0.20, 0.08), (0.21, 0.60)),
    ((0.55, 0.26), (0.98, 0.21)),
    ((0.78, 0.02), (0.76, 0.30), (0.68, 0.48), (0.54, 0.64)),
    ((0.77, 0.32), (0.86, 0.50), (1.00, 0.62)),
)


def _memory(stored: Mapping[str, str]) -> str:
    """Puts what the app keeps into the browser's storage, unless it is there (the form the framework stores it in)."""
    pairs = {name: json.dumps({"type": "string", "data": text}) for name, text in stored.items()}
    return f"""for (const [name, kept] of Object.entries({json.dumps(pairs)}))
        if (!localStorage.getItem(name)) localStorage.setItem(name, kept)"""


class Phone:
    """One person's phone. `taps` counts what the finger did."""

    def __init__(
        self,
        browser: Browser,
        world: World,
        size: tuple[int, int] = USUAL,
        memory: Mapping[str, str] | None = None,
    ) -> None:
        self.world = world
        self.context = screen.context(browser, size, (_VOICE, _memory(memory or {})), phone=True)
        self.errors: list[str] = []
        self.taps = 0
        self._new_page()

    # ------------------------------------------------------------------------------------- the hand
    def open(self, address: str) -> "Phone":
        """Open a link, as the phone's own scanner would."""
        self.page.goto(address if address.startswith("http") else self.world.url + address)
        return self

    def reopen(self) -> None:
        """Close the page, as a phone does with an app in the background, and start with a new one."""
        self.page.close()
        self._new_page()

    def _new_page(self) -> None:
        self.page: Page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def button(self, name: str | re.Pattern[str], role: str = "button") -> Locator:
        return self.page.get_by_role(role, name=name).locator("visible=true").first  # type: ignore[arg-type]

    def tap(self, name: str | re.Pattern[str], role: str = "button") -> None:
        self.button(name, role).click()
        self.taps += 1

    def field(self, label: str) -> Locator:
        return self.page.locator(
            f'input[aria-label^="{label}"]:visible, textarea[aria-label^="{label}"]:visible'
        ).first

    def write(self, label: str, text: str) -> None:
        self.field(label).fill(text)

    def add_photo(self, name: str, picture: bytes, done: str) -> None:
        """Choose a picture from the album; it is sent when the call whose address ends on `done` is answered."""
        with self.page.expect_response(re.compile(re.escape(done) + "$")) as sent:
            with self.page.expect_file_chooser() as album:
                self.tap(name)
            album.value.set_files({"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": picture})
        assert sent.value.ok, sent.value.text()

    def draw_name(self) -> None:
        """Write on the signature pad, stroke by stroke."""
        pad = self.page.locator('#signature-pad[style*="touch-action"]')
        expect(pad).to_be_visible()
        pad.scroll_into_view_if_needed()
        box = pad.bounding_box()
        assert box
        mouse, height = self.page.mouse, box["height"]
        for stroke in NAME:
            places = [(box["x"] + (0.2 + x) * height, box["y"] + (0.15 + y) * height) for x, y in stroke]
            mouse.move(*places[0])
            mouse.down()
            for place in places[1:]:
                mouse.move(*place, steps=6)
            mouse.up()

    # -------------------------------------------------------------------------------------- the eye
    def sees(self, text: str) -> None:
        expect(screen.shown(self.page, text)).to_be_visible()

    def spoken(self) -> list[str]:
        """Everything read aloud on this page so far."""
        return list(self.page.evaluate("window.__spoken"))

    @property
    def route(self) -> str:
        """The page of the app that is open."""
        return self.page.url.partition("#")[2].partition("?")[0]

    def arrives(self, route: str) -> None:
        expect(self.page).to_have_url(re.compile(f"#/{route}"))

    def answer(self, path: str, act: Callable[[], None]) -> Response:
        """The service's answer to the call on `path` that `act` makes."""
        with self.page.expect_response(re.compile(path)) as waiting:
            act()
        return waiting.value

    @property
    def contract_id(self) -> str:
        found = re.search(r"[?&]id=([^&]+)", self.page.url)
        assert found, self.page.url
        return found[1]

    # ------------------------------------------------------------------------------------ the story
    def sign_in(self, number: str) -> None:
        """With a code by text message, from the sign-in page."""
        self.arrives("pages/sign-in")
        self.write("手机号", number)
        self.tap("发验证码")
        self.sees("验证码已发到")
        self.write("短信验证码", self.world.sms_code(number))
        self.tap(re.compile("^登录$"))

    def prove_name(self, person: Someone) -> None:
        self.arrives("pages/real-name")
        self.write("姓名", person.name)
        self.write("身份证号", person.id_number)
        self.tap("我同意用我的姓名", "checkbox")
        self.tap("核对身份")

    def apply(self, trade: str) -> None:
        self.arrives("workers/pages/apply")
        self.tap(trade, "radio")
        self.tap("我已经参加过进场安全培训", "checkbox")
        self.tap("下一步，看合同")

    def read_on(self) -> None:
        """Look at each part of the contract down to the last."""
        self.arrives("workers/pages/read")
        expect(self.button(re.compile("往下看|看完了|正在生成合同"))).to_be_visible()
        further = self.button(re.compile("^往下看"))
        while further.is_visible():
            # What scrolled into sight is read too: under the finger this button may give way to the one that leads on.
            with suppress(Error):
                further.click(timeout=1000)
                self.taps += 1

    def to_signature(self) -> None:
        self.tap("看完了，去签字")
        self.arrives("workers/pages/sign")

    def sign(self) -> None:
        self.arrives("workers/pages/sign")
        self.draw_name()
        self.tap("提交签名")

    def join(self, link: str, person: Someone, trade: str = "钢筋工") -> None:
        """From the poster to the worker's own signature, for someone new."""
        self.open(link)
        self.tap("看明白了，我要登记")
        self.sign_in(person.phone)
        self.prove_name(person)
        self.apply(trade)
        self.read_on()
        self.to_signature()
        self.sign()
        self.sees("待单位盖章")

    def close(self) -> None:
        self.context.close()
