"""The shapes in which the service answers: a page of a list, a refusal with what to do next."""

from __future__ import annotations

from tests.miniprogram.world import Answer, Json


def problem(status: int, code: str, title: str, following: str, kept: str = "") -> Answer:
    said = {"type": "about:blank", "title": title, "status": status, "code": code}
    return Answer(status, {**said, "kept": kept, "next": following})


def page(items: list[Json]) -> Answer:
    return Answer(200, {"items": items, "next_cursor": None})
