"""P2: a fresh process of the workers function until its first request is served, against FastAPI + Mangum + PynamoDB.

The request is `GET /v1/workers/contracts` of a signed-in worker: token, session read, one query, on the real engine.
The peer has the same routes, wire shapes and records of this domain; ours also carries the rooms below it. The peer
runs in two manners: as people write it (each PynamoDB model makes its own client, no bytecode in the artifact, as
`sam build` leaves it) and tuned like ours (one shared client, late validators, bytecode). Figures are processor time
of the process up to the answer; the sides take turns.
"""

import enum
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import types
import typing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pynamodb.attributes import BooleanAttribute, NumberAttribute

from mashangban.gateway import keys
from tests import engine
from tests.bench.bench_event_cpu import event

ROOT = Path(__file__).parents[2]
PEERS = ROOT / "tests/bench/peers"
PEER_HOME = ROOT / ".tools/peers"
ROUNDS = 12
LIMITS = {"as people write it": 0.45, "tuned like ours": 0.7}
TABLES = ("identity", "registry", "workers", "audit")


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name, engine.engine() as url:
        folder = Path(name)
        environment = _stage(folder, url)
        engine.create_tables(url)
        files = _inputs(folder, url)
        taken = _measure(folder, environment, files)
    ours = statistics.median(taken["ours"])
    print("| side | processor ms (median) | least | ours / this |")
    print("|---|---|---|---|")
    for side, values in taken.items():
        median = statistics.median(values)
        print(f"| {side} | {median:.0f} | {min(values):.0f} | {ours / median:.2f} |")
    print()
    for side, limit in LIMITS.items():
        ratio = ours / statistics.median(taken[side])
        print(
            f"- {ratio:.2f} x the peer {side}, must be at most {limit}: {'reached' if ratio <= limit else 'MISSED'}"
        )


def _measure(folder: Path, environment: dict[str, str], files: tuple[str, str]) -> dict[str, list[float]]:
    request, shape = files
    bare = _without_bytecode(folder)
    site = next((PEER_HOME / "lib").glob("python*/site-packages"))
    peer = [str(PEER_HOME / "bin/python"), "-S"]
    program = str(PEERS / "start_peer.py")
    sides = {
        "ours": ([sys.executable, str(PEERS / "start_ours.py"), request], {"PYTHONPATH": str(ROOT / "backend")}),
        "as people write it": (
            [*peer, "-B", program, request, shape, "own"], {"PYTHONPATH": str(bare)},
        ),
        "tuned like ours": ([*peer, program, request, shape, "shared"], {"PYTHONPATH": str(site)}),
    }  # fmt: skip
    taken: dict[str, list[float]] = {side: [] for side in sides}
    for number in range(ROUNDS + 1):
        for side, (command, paths) in sides.items():
            done = subprocess.run(
                command, env=environment | paths, stdout=subprocess.PIPE, text=True, check=True
            )
            if number:  # the first round warms the disk and writes bytecode
                taken[side].append(json.loads(done.stdout)["ms"])
    return taken


def _without_bytecode(folder: Path) -> Path:
    """The peer's packages as an artifact of `sam build` carries them."""
    site = next((PEER_HOME / "lib").glob("python*/site-packages"))
    unneeded = shutil.ignore_patterns("__pycache__", "pip", "setuptools", "pip-*", "setuptools-*")
    return Path(shutil.copytree(site, folder / "site", ignore=unneeded))


def _stage(folder: Path, url: str) -> dict[str, str]:
    keys.create_missing(folder / "secrets")
    environment = {
        "STAGE": "bench",
        "AWS_REGION": "cn-north-1",
        "AWS_DEFAULT_REGION": "cn-north-1",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_ENDPOINT_URL_DYNAMODB": url,
        "PUBLIC_URL": "http://127.0.0.1:8000",
        "SECRETS": f"file:{folder / 'secrets'}",
        "PATH": os.environ["PATH"],
        **{f"{name.upper()}_TABLE": f"mashangban-test-{name}" for name in TABLES},
    }
    os.environ |= environment
    return environment


def _inputs(folder: Path, url: str) -> tuple[str, str]:
    """The signed-in worker's request, and the measure of the domain for the peer."""
    from mashangban.kernel import tokens

    now = datetime.now(UTC)
    item = {
        "PK": {"S": "SESSION#s1"}, "SK": {"S": "SESSION"}, "person_id": {"S": "p1"}, "epoch": {"N": "1"},
        "grants": {"S": "[]"}, "real_name": {"BOOL": True}, "label": {"S": ""},
        "ends_at": {"S": (now + timedelta(days=1)).isoformat()},
    }  # fmt: skip
    engine.client(url).put_item(TableName="mashangban-test-identity", Item=item)
    request, shape = folder / "event.json", folder / "shape.json"
    token = tokens.issue(tokens.Claims("p1", "s1", 1), now)
    request.write_text(json.dumps(event(token, "GET", "/v1/workers/contracts", None)))
    shape.write_text(json.dumps(_shape()))
    return str(request), str(shape)


def _shape() -> dict[str, Any]:
    """How many routes, shapes and records the domain has, and how wide they are."""
    from mashangban.domains.workers import models
    from mashangban.domains.workers.app import handler
    from mashangban.kernel.http import Schema

    mine = [
        one for one in _subclasses(Schema) if one.__module__.startswith("mashangban.domains.workers.schemas")
    ]
    records = [
        one
        for one in vars(models).values()
        if isinstance(one, type) and issubclass(one, models.WorkersRecord)
    ]
    routes = []
    for path, methods in handler.whole().routes.items():
        for method, entry in methods.items():
            contract: Any = vars(entry.view_function)["contract"]
            names = [getattr(one, "__name__", None) for one in (contract.body, contract.returns)]
            routes.append([method, path, *names])
    return {
        "schemas": [_described(one) for one in sorted(mine, key=_depth)],
        "records": [
            {
                "name": one.__name__,
                "attributes": [[name, _attribute(of)] for name, of in _own_attributes(one)],
            }
            for one in records
        ],
        "routes": routes,
    }


def _subclasses(base: type[BaseModel]) -> list[type[BaseModel]]:
    found = []
    for one in base.__subclasses__():
        found += [one, *_subclasses(one)]
    return [one for one in found if not one.__pydantic_generic_metadata__["parameters"]]


def _depth(model: type[BaseModel]) -> int:
    """Shapes after those that they contain."""
    inner = [one for field in model.model_fields.values() for one in _models_in(field.annotation)]
    return 1 + max((_depth(one) for one in inner if one is not model), default=0)


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [one for part in typing.get_args(annotation) for one in _models_in(part)]


def _described(model: type[BaseModel]) -> dict[str, Any]:
    fields = [[name, _kind(of.annotation), of.is_required()] for name, of in model.model_fields.items()]
    return {"name": model.__name__, "fields": fields}


def _kind(annotation: Any) -> Any:
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        return {"optional": _kind(parts[0])}
    if origin is typing.Annotated:
        return _kind(parts[0])
    if origin in (list, tuple):
        return {"list": _kind(parts[0])}
    if isinstance(annotation, type) and issubclass(annotation, enum.Enum):
        return {"enum": [str(one.value) for one in annotation]}
    return getattr(annotation, "__name__", "any")


def _own_attributes(record: Any) -> list[tuple[str, Any]]:
    keys_of_all = {"PK", "SK", *(f"GSI{n}{part}" for n in (1, 2, 3) for part in ("PK", "SK"))}
    return [(name, of) for name, of in record.get_attributes().items() if name not in keys_of_all]


def _attribute(attribute: Any) -> str:
    if isinstance(attribute, NumberAttribute):
        return "number"
    if isinstance(attribute, BooleanAttribute):
        return "bool"
    return "json" if "Json" in type(attribute).__name__ else "text"


if __name__ == "__main__":
    main()
