"""Each month's draw of the claims that were paid, as the stand-in service answers: drawn by the service's own rule."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable

from tests.miniprogram.homes import page_of
from tests.miniprogram.world import TIMES, Answer, Json, World

DRAWN = [f"01M{n:023d}" for n in range(70)]


def draws(world: World) -> Answer:
    """The month that runs, and the one before, as the service's own rules draw it."""
    seed = bytes.fromhex("a1" * 32)
    order = sorted(DRAWN, key=lambda one: hmac.digest(seed, one.encode(), "sha256"))
    opened = {"revealed_at": TIMES[1], "seed": seed.hex(), "population": 70, "digest": sha("\n".join(DRAWN))}
    shut: Json = {"revealed_at": None, "seed": "", "population": 0, "digest": "", "sampled": []}
    return page_of(
        {"id": "33.2026-12", "period": "2026-12", "commitment": "9" * 64, "committed_at": TIMES[1], **shut},
        {"id": "33.2026-11", "period": "2026-11", "commitment": hashlib.sha256(seed).hexdigest(),
         "committed_at": TIMES[0], **opened, "sampled": order[:4]},
    )  # fmt: skip


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def drawn_from(world: World, province: str, period: str) -> Answer:
    """Two pages."""
    asked = world.queries[f"/v1/claims/draws/{province}/{period}/claims"]
    part = DRAWN[50:] if asked.get("cursor") else DRAWN[:50]
    answer = page_of(*({"claim_id": one} for one in part))
    return answer if asked.get("cursor") else Answer(200, {**answer.body, "next_cursor": "2"})


ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/claims/draws", draws),
    ("GET", r"/v1/claims/draws/([^/]+)/([^/]+)/claims", drawn_from),
]
