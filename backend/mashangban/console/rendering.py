"""From a template and facts to HTML: one environment for all rooms, escaping everything.

`console/x.html` is templates/x.html of this room; `workers/x.html` that of the workers domain, and so on.
"""

import hashlib
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mashangban.console.menu import ROOT
from mashangban.kernel import clock

if TYPE_CHECKING:
    from jinja2 import Environment

ASSETS = Path(__file__).parent / "assets"


def render(template: str, context: dict[str, Any]) -> str:
    """The page as text. An unknown name in a template is an error, not an empty place."""
    return _environment().get_template(template).render(context)


@cache
def _environment() -> "Environment":
    # A phone's request renders nothing: its cold start need not pay for the template engine.
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    made = Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["asset"] = asset
    made.filters["moment"] = moment
    made.filters["day"] = day
    made.filters["yuan"] = yuan
    return made


def _source(name: str) -> str | None:
    room, _, path = name.partition("/")
    if ".." in path or not room.isidentifier():
        return None
    for folder in (ROOT / room, ROOT / "domains" / room, ROOT / "processes" / room):
        file = folder / "templates" / path
        if file.is_file():
            return file.read_text("utf-8")
    return None


def asset(name: str) -> str:
    """The address of an asset; its version changes with our own styles and scripts, so it may be cached for long."""
    return f"/console/assets/{name}?v={_version()}"


@cache
def _version() -> str:
    digest = hashlib.sha256()
    for pattern in ("styles/*.css", "scripts/*.js", "*.svg", "package-lock.json"):
        for file in sorted(ASSETS.glob(pattern)):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:10]


def moment(at: datetime | None) -> str:
    """2026年11月23日 14:05, in China; an absent time is a dash."""
    return clock.spoken(at) if at else "—"


def day(on: date | datetime | None) -> str:
    """2026-11-23, in China."""
    if isinstance(on, datetime):
        return clock.local_date(on).isoformat()
    return on.isoformat() if on else "—"


def yuan(fen: int) -> str:
    """Money for people: 1,234.50 from 123450 fen."""
    sign, amount = ("-", -fen) if fen < 0 else ("", fen)
    return f"{sign}{amount // 100:,}.{amount % 100:02d}"
