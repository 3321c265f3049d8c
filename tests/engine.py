"""The real DynamoDB engine for tests: one a test worker, its file in memory, tables as template.yaml names them."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import botocore.config
import botocore.session

from mashangban.gateway.engine_file import index_stream_records
from mashangban.gateway.engines import free_port
from tests import shortcut

__all__ = ["connect", "engine", "free_port"]

ROOT = Path(__file__).parent.parent
DYNOXIDE = ROOT / "infra/engines/node_modules/@dynoxide/linux-x64/dynoxide"
MINISTACK = ROOT / ".tools/engines/bin/ministack"
TABLES = (
    "identity",
    "registry",
    "audit",
    "documents",
    "files",
    "notices",
    "live",
    "workers",
    "attendance",
    "wages",
    "payments",
    "arrears",
    "reporting",
    "homes",
    "publicareas",
    "appointments",
    "guides",
    "crossregion",
    "matters",
    "helpdesk",
    "assistance",
    "policies",
    "claims",
    "answers",
    "oversight",
    "mydata",
)


MEMORY = Path("/dev/shm")
_files: dict[str, Path] = {}


def _command(port: int, file: Path) -> tuple[list[str], dict[str, str]]:
    if os.environ.get("ENGINE", "dynoxide") == "ministack":
        extra = {
            "GATEWAY_PORT": str(port),
            "SERVICES": "dynamodb,dynamodbstreams",
            "MINISTACK_HOST": "127.0.0.1",
        }
        return [str(MINISTACK)], extra
    return [str(DYNOXIDE), "serve", "--host", "127.0.0.1", "--port", str(port), "--db-path", str(file)], {}


def connect(url: str) -> None:
    """Point the product at an engine; it makes its connection once a process."""
    from mashangban.kernel import dynamodb

    if os.environ.get("AWS_ENDPOINT_URL_DYNAMODB") != url:
        os.environ["AWS_ENDPOINT_URL_DYNAMODB"] = url
        dynamodb.connection.cache_clear()
        _shorten(dynamodb.client(), url)


@contextmanager
def engine() -> Iterator[str]:
    """The address of a running engine; stopped by process id on leaving."""
    with tempfile.TemporaryDirectory(
        prefix="engine-", dir=MEMORY if os.access(MEMORY, os.W_OK) else None
    ) as folder:
        yield from _running(free_port(), Path(folder) / "engine.sqlite")


def _running(port: int, file: Path) -> Iterator[str]:
    url = f"http://127.0.0.1:{port}"
    command, extra = _command(port, file)
    if shutil.which(command[0]) is None:
        raise RuntimeError(f"{command[0]} is missing: run `make install`")
    log = subprocess.DEVNULL
    process = subprocess.Popen(command, env={**os.environ, **extra}, stdout=log, stderr=log)
    try:
        _wait_for(port, process)
        _files[url] = file
        yield url
    finally:
        shortcut.close(url)
        process.terminate()
        process.wait(10)


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the engine ended with {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    raise RuntimeError("the engine did not answer within 30 s")


@cache
def client(url: str, service: str = "dynamodb") -> Any:
    """One client an engine: making one costs as much as a small test."""
    config = botocore.config.Config(retries={"total_max_attempts": 2, "mode": "standard"})
    made = botocore.session.get_session().create_client(
        service, region_name="cn-north-1", endpoint_url=url, config=config
    )
    if service != "s3":
        _shorten(made, url)
    return made


def _shorten(made: Any, url: str) -> None:
    if os.environ.get("ENGINE", "dynoxide") == "dynoxide":
        shortcut.take(made, url)


def create_tables(url: str) -> None:
    """Every table with the keys, indexes and stream that the house gives them all."""
    dynamodb = client(url)
    for name in TABLES:
        dynamodb.create_table(**definition(f"mashangban-test-{name}"))
    for name in TABLES:
        dynamodb.get_waiter("table_exists").wait(
            TableName=f"mashangban-test-{name}", WaiterConfig={"Delay": 1}
        )
    # The engine keeps all stream records and searches them: a suite writes a hundred thousand.
    if _files[url].exists():
        index_stream_records(_files[url])


def definition(table_name: str) -> dict[str, Any]:
    keys = ["PK", "SK", *(f"GSI{n}{part}" for n in (1, 2, 3) for part in ("PK", "SK"))]
    return {
        "TableName": table_name,
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [{"AttributeName": key, "AttributeType": "S"} for key in keys],
        "KeySchema": _schema(""),
        "GlobalSecondaryIndexes": [
            {"IndexName": f"GSI{n}", "KeySchema": _schema(f"GSI{n}"), "Projection": {"ProjectionType": "ALL"}}
            for n in (1, 2, 3)
        ],
        "StreamSpecification": {"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
    }


def _schema(prefix: str) -> list[dict[str, str]]:
    return [
        {"AttributeName": f"{prefix}PK", "KeyType": "HASH"},
        {"AttributeName": f"{prefix}SK", "KeyType": "RANGE"},
    ]


def stream_records(url: str, name: str) -> list[dict[str, Any]]:
    """Every record of a table's stream so far, as Lambda would hand them over."""
    streams = client(url, "dynamodbstreams")
    arn = client(url).describe_table(TableName=f"mashangban-test-{name}")["Table"]["LatestStreamArn"]
    found: list[dict[str, Any]] = []
    for shard in streams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"]:
        place = streams.get_shard_iterator(
            StreamArn=arn, ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON"
        )["ShardIterator"]
        while place:
            page = streams.get_records(ShardIterator=place)
            if not page["Records"]:
                break
            found += page["Records"]
            place = page.get("NextShardIterator")
    return found


if __name__ == "__main__":
    with engine() as address:
        create_tables(address)
        print(address, file=sys.stderr)
