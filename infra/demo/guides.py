"""Service items of three counties and their cities, and five life-event packages: invented, marked as samples."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from demo.ground import Ground, act
from mashangban.domains.appointments.schemas import HallsQuery
from mashangban.domains.appointments.service import halls
from mashangban.domains.guides.schemas import GuideForm, GuidePackageForm
from mashangban.domains.guides.service import items, packages
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from mashangban.registry import divisions

Say = Callable[[str], None]
_COUNTIES = ("330106", "330203", "370102")
_SAMPLE = "样例内容：真要办，以当地公布的为准。"
_HERE = Path(__file__).parent
_CITY = 4


def fill(_: Ground, say: Say) -> None:
    """Items and packages are written by an officer of their region and published by a colleague."""
    with (_HERE / "guide_items.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="|"))
    written = json.loads((_HERE / "guide_packages.json").read_text("utf-8"))
    count = 0
    for county in _COUNTIES:
        place = _hall(county)
        for row in rows:
            _publish(county, row, place)
            count += 1
        for one in written:
            _offer(county, one, {row["no"]: _code(county, row) for row in rows})
    say(f"{count} 份办事指南、{len(written)} 个办事套餐可以查 / guides and life-event packages")


def _publish(county: str, row: dict[str, str], place: dict[str, str]) -> None:
    region = county[:_CITY] if row["level"] == "city" else county
    form = GuideForm.model_validate(
        {"region": region, "code": _code(county, row), "content": _content(region, row, place)}
    )
    writes, reviews = act(_officer(region)), act(_officer(region, "demo-reviewer"))
    made = items.draft(writes, form).id
    items.submit(writes, made)
    items.publish(reviews, made)


def _offer(county: str, one: dict[str, Any], codes: dict[str, str]) -> None:
    cards = [{**card, "code": codes[card["code"]]} for card in one["cards"]]
    form = GuidePackageForm.model_validate({"region": county, "content": {**one, "cards": cards}})
    writes, reviews = act(_officer(county)), act(_officer(county, "demo-reviewer"))
    made = packages.draft(writes, form).id
    packages.submit(writes, made)
    packages.publish(reviews, made)


def _code(county: str, row: dict[str, str]) -> str:
    return f"YL{county[:_CITY] if row['level'] == 'city' else county}-{row['no']}"


def _content(region: str, row: dict[str, str], place: dict[str, str]) -> dict[str, Any]:
    plain = {name: row[name] for name in ("level", "name", "kind", "online", "result")}
    lists = {name: row[name].split("、") for name in ("words", "audience", "themes")}
    return {
        **plain,
        **lists,
        "department": f"{divisions.name(region)}{row['department']}",
        "basis": [{"law": row["law"], "article": row["article"]}],
        "conditions": _SAMPLE,
        "materials": [_material(one) for one in row["materials"].split("、")],
        "steps": [_step(one) for one in row["steps"].split("、")],
        "legal_days": int(row["legal"]),
        "promised_days": int(row["promised"]),
        "visits": int(row["visits"]),
        "places": [place],
        "phone": "12345",
        "complaints": "12345",
        "valid_from": "2026-01-01",
    }


def _material(text: str) -> dict[str, Any]:
    """`name*licence`: the electronic licence that may stand for it."""
    name, _, licence = text.partition("*")
    return {"name": name, "licence": licence, "source": "office" if licence else "own", "copies": 1}


def _step(text: str) -> dict[str, Any]:
    name, who, days = text.split(":")
    return {"name": name, "who": who, "days": int(days)}


def _hall(county: str) -> dict[str, str]:
    """The county's hall that takes appointments."""
    hall = halls.of_county(HallsQuery(county=county)).items[0]
    return {
        "name": hall.name,
        "address": hall.address,
        "window": "综合窗口",
        "hours": "工作日 9:00-12:00、14:00-16:30",
        "hall_id": hall.id,
    }


def _officer(region: str, name: str = "demo") -> Principal:
    role = Role.CITY_OFFICER if len(region) == _CITY else Role.COUNTY_OFFICER
    return Principal(f"system:{name}", "", (Grant(role, Scope("region", region)),), real_name=True)
