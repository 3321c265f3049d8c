"""The pictures of the README: pages of one test run side by side."""

import base64
import os
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser


@dataclass(frozen=True, slots=True)
class Story:
    """A picture of phones and desks; each page by its name and the words under it."""

    name: str
    phones: tuple[tuple[str, str], ...]
    desks: tuple[tuple[str, str], ...]

    @property
    def pages(self) -> tuple[tuple[str, str], ...]:
        return self.phones + self.desks


CONTRACT = Story(
    "story.png",
    (
        ("team-card", "扫码看清楚 · scan"),
        ("plain-words", "大白话，可以听 · read, or listen"),
        ("signature", "手写签名 · sign"),
        ("sealed", "盖章生效 · sealed"),
    ),
    (
        ("console-contract", "单位盖章 · the employer's seal"),
        ("console-board", "监管看板 · the county's board"),
    ),
)
MONTH = Story(
    "month.png",
    (
        ("month-calendar", "每天谁看见了 · every day witnessed"),
        ("month-line", "工资怎么算的 · how it was computed"),
        ("month-change", "改前改后，重新核对 · before and after"),
        ("month-arrived", "钱到卡上了 · money on the card"),
    ),
    (
        ("month-grid", "工资表 · the pay table"),
        ("month-late", "没收到，主管部门看得见 · not received: the county sees it"),
    ),
)
HOME = Story(
    "home.png",
    (
        ("home-transparent", "四个透明和保修期 · four transparencies"),
        ("home-report", "一分钟报修，先告诉保不保修 · warranty first"),
        ("home-repairer", "维修单位的手机 · the repairer's phone"),
        ("home-rated", "修没修好住户说了算 · the household ends it"),
    ),
    (
        ("home-office", "建设单位受理、派单 · the builder's office"),
        ("home-county", "没修好，监管部门责令 · not fixed: the county orders"),
    ),
)
HELP = Story(
    "help.png",
    (
        ("ask-answered", "问一句，有出处 · an answer with its source"),
        ("helpdesk-card", "人工接着说 · a person goes on"),
        ("assistance-proposal", "帮人填表，本人点头 · each change is the person's own"),
        ("matters-decided", "网上办成 · decided online"),
    ),
    (
        ("helpdesk-workplace", "一人接几个对话 · several conversations at once"),
        ("assistance-desk", "藏着的看不见 · what is private stays private"),
    ),
)
STORIES = (CONTRACT, MONTH, HOME, HELP)

_STYLE = """
body { margin: 0; padding: 36px; width: max-content; background: #e9eef5; color: #172033 }
body { font: 15px "Noto Sans CJK SC", sans-serif }
main, .desks { display: flex; gap: 24px } .desks { flex-direction: column }
figure { margin: 0 } figcaption { margin-top: 10px; text-align: center }
img { display: block; background: #fff; border-radius: 18px; box-shadow: 0 6px 24px rgb(23 32 51 / 18%) }
.phone { width: 280px } .phone img { width: 280px; height: 606px }
.desk img { width: 460px; height: 287px; border-radius: 8px }
"""


def compose(browser: Browser, story: Story) -> None:
    """Put the pictures of a story into one, when pictures are asked for and all were made."""
    folder = os.environ.get("SCREENSHOTS", "")
    if not folder or not all((Path(folder) / f"{name}.png").exists() for name, _ in story.pages):
        return
    phones = "".join(_figure(folder, "phone", *one) for one in story.phones)
    desks = "".join(_figure(folder, "desk", *one) for one in story.desks)
    page = browser.new_page(viewport={"width": 1760, "height": 760}, device_scale_factor=1.25)
    page.set_content(f"<style>{_STYLE}</style><main>{phones}<div class=desks>{desks}</div></main>")
    page.locator("body").screenshot(path=str(Path(folder) / story.name))
    page.close()


def _figure(folder: str, kind: str, name: str, words: str) -> str:
    picture = base64.b64encode((Path(folder) / f"{name}.png").read_bytes()).decode()
    return f'<figure class={kind}><img src="data:image/png;base64,{picture}"><figcaption>{words}</figcaption></figure>'
