"""One world in an engine of its own, laid and measured."""

import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from mashangban.gateway import keys
from mashangban.kernel.settings import settings
from tests import engine
from tests.scale import measuring, world
from tests.scale.measuring import Cost


@dataclass(frozen=True, slots=True)
class Run:
    """One world measured: all its workers, the written county's projects and workers, seconds to write it."""

    share: int
    workers: int
    projects: int
    written: int
    seconds: float
    costs: list[Cost]


def run(share: int) -> Run:
    """Lays a world of one in `share` and measures it; the engine is gone afterwards."""
    with engine.engine() as url, tempfile.TemporaryDirectory() as secrets:
        _set_stage(url, Path(secrets))
        began = time.monotonic()
        laid = world.lay(share)
        took = time.monotonic() - began
        print(f"1/{share}: {len(laid.contracts):,} workers written in {took:.0f} s", flush=True)
        costs = list(measuring.measured(laid))
        return Run(share, laid.workers, len(laid.projects), len(laid.contracts), took, costs)


def _set_stage(url: str, secrets: Path) -> None:
    """An empty engine with all tables, without streams: what nobody reads only slows it down."""
    keys.create_missing(secrets)
    names = {f"{name.upper()}_TABLE": f"mashangban-test-{name}" for name in engine.TABLES}
    os.environ |= names | {
        "STAGE": "bench", "AWS_REGION": "cn-north-1", "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
        "PUBLIC_URL": "http://127.0.0.1:8000", "OBJECTS_BUCKET": "bench", "SECRETS": f"file:{secrets}",
    }  # fmt: skip
    settings.cache_clear()
    for table in names.values():
        definition = engine.definition(table)
        del definition["StreamSpecification"]
        engine.client(url).create_table(**definition)
    engine.connect(url)
