"""A peer of P9: `match_polars.py <file of facts> <policies>`: the same policies written by hand in polars.

It runs as people write it (one `select` of all policies over a frame) and through the lazy optimiser, which decides
equal parts once; the faster of the two is what the product is held against.
"""

import datetime as dt
import functools
import json
import operator
import sys
import time
from pathlib import Path

import polars as pl
from memory import peak_mb

sys.path.insert(0, str(Path(__file__).parents[3]))

from tests.bench import policymatch


def main() -> None:
    columns, policies = policymatch.load(sys.argv[1]), int(sys.argv[2])
    started = time.perf_counter()
    frame = pl.DataFrame(columns)
    built = time.perf_counter() - started
    del columns
    made = [
        functools.reduce(operator.and_, map(clause, one)).alias(str(n))
        for n, one in enumerate(policymatch.policies(policies))
    ]
    eager = timed(lambda: frame.select(made))
    lazy = timed(lambda: frame.lazy().select(made).collect())
    found = frame.lazy().select(made).collect()
    counts = [[int(found[name].sum()), int(found[name].null_count())] for name in found.columns]
    print(json.dumps({"built": built, "eager": eager, "lazy": lazy, "peak_mb": peak_mb(), "counts": counts}))


def timed(run):
    """Seconds by the clock and of the processor."""
    wall, busy = time.perf_counter(), time.process_time()
    run()
    return [time.perf_counter() - wall, time.process_time() - busy]


def clause(one: policymatch.Clause) -> pl.Expr:
    name, relation, value = one
    column = pl.col(name)
    if name.startswith("date"):
        value = policymatch.TODAY.replace(year=policymatch.TODAY.year - value)
        assert isinstance(value, dt.date)
    match relation:
        case "is":
            return column if value else ~column
        case "starts":
            return column.str.starts_with(value)
        case "in":
            return column.is_in(value)
        case "between":
            return column.is_between(*value)
        case _:
            return {">=": column >= value, "<=": column <= value, "<": column < value}[relation]


main()
