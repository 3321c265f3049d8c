"""Costs of a month, worked out: plain numbers in, plain numbers out."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
MILLION = 1_000_000
Numbers = Mapping[str, float]


class Unknown(ValueError):
    """The model names something that is not there."""


@dataclass(frozen=True, slots=True)
class Line:
    """What one kind of act needs in a month: units, calls, objects; its share of the bill in dollars."""

    part: str
    what: str
    times: float
    units: int
    dollars: float


def load(changes: Mapping[str, float] | None = None) -> dict[str, Any]:
    """The model, with some of its numbers changed (`prices.write`). Raises Unknown for a number that it has not."""
    model = tomllib.loads((Path(__file__).parent / "model.toml").read_text("utf-8"))
    for name, number in (changes or {}).items():
        group, _, key = name.partition(".")
        if key not in model.get(group, {}):
            raise Unknown(f"the model has no {name}")
        model[group][key] = number
    return model


def lines(model: Mapping[str, Any]) -> Iterator[Line]:
    """Every act of a month with what it costs."""
    for act in model["acts"]:
        times = act["times"] * model["sizes"][act["of"]]
        units = units_of(act["table"], act["row"])
        dollars = times * _dollars(act, units, model["prices"], model["habits"])
        yield Line(act["part"], act["what"], times, units, dollars)


def units_of(table: str, row: str) -> int:
    """The write units that docs/data says an act costs: the number tests hold it to. Raises Unknown."""
    text = (ROOT / "docs/data" / f"{table}.md").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith(f"| {row}") and (found := re.search(r"\d+", line.split("|")[2])):
            return int(found[0])
    raise Unknown(f"docs/data/{table}.md says of no act: {row}")


def _dollars(act: Mapping[str, Any], units: int, prices: Numbers, habits: Numbers) -> float:
    requests, events = act.get("requests", 0), act.get("events", 0)
    notices, objects = act.get("notices", 0), act.get("objects", 0)
    writes = units + events * habits["log"] + notices * habits["notice"]
    calls = requests + (1 + events + notices) / habits["batch"]
    seconds = calls * habits["milliseconds"] / 1000
    return float(
        (writes * prices["write"] + requests * habits["reads"] * prices["read"]) / MILLION
        + (requests * prices["request"] + calls * prices["invocation"]) / MILLION
        + seconds * habits["memory"] * prices["second"]
        + objects * prices["object"] / 1000
        + requests * habits["kilobytes"] / MILLION * prices["transfer"]
    )


def stored(model: Mapping[str, Any], months: int) -> float:
    """Dollars a month for what so many months left in tables."""
    left = sum(act["times"] * model["sizes"][act["of"]] for act in model["acts"] if act.get("events"))
    return float(left * months * model["habits"]["item"] / MILLION * model["prices"]["stored"])
