"""docs/cost.md: the model as a page."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from cost import model as rules
from cost.model import Line

HEAD = """# What it costs on AWS

Generated (`python -m checks.generate`) from `infra/cost/model.toml` (sizes, habits, prices) and the write units that
`docs/data` says of each act, which tests hold it to. What if a number were another:
`PYTHONPATH=infra python -m cost prices.write=0.7 sizes.workers=2000000`.

**Prices are list prices as remembered for one region in 2025 and unverified**; billed milliseconds are an assumption
until the product has run on AWS.
"""


def page(model: Mapping[str, Any]) -> str:
    """The whole document."""
    found = list(rules.lines(model))
    return "\n".join([HEAD, *_acts(found), *_sums(found, model)]) + "\n"


def _acts(found: list[Line]) -> list[str]:
    rows = [
        f"| {one.part} | {one.what} | {one.times:,.0f} | {one.units} | {one.dollars:,.2f} |" for one in found
    ]
    head = ["## A month", "| part | what | times | write units | dollars |", "|---|---|---|---|---|"]
    return [*head, *rows, ""]


def _sums(found: list[Line], model: Mapping[str, Any]) -> list[str]:
    parts: dict[str, float] = defaultdict(float)
    for one in found:
        parts[one.part] += one.dollars
    year = rules.stored(model, 12)
    whole = sum(parts.values()) + year
    workers = parts["attendance"] + parts["wages"] + parts["contracts"]
    return [
        "## Sums",
        "| part | dollars a month |",
        "|---|---|",
        *(f"| {part} | {dollars:,.2f} |" for part, dollars in parts.items()),
        f"| what a year left in tables | {year:,.2f} |",
        f"| **all** | **{whole:,.2f}** |",
        "",
        f"A worker and month: **{workers / model['sizes']['workers'] * 100:.3f} cents** for days, wages and contracts.",
        f"The dearest act: {max(found, key=lambda one: one.dollars).what}.",
        "",
        "Not counted: text messages (the operator's price), keys, alarms, logs, backups; what AWS gives for nothing;",
        "what the board of a county with many projects writes more than the lines say ([how it grows](scale.md)).",
    ]
