"""What happens when a part dies, a port is taken, or the data folder is no good."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from botocore.exceptions import BotoCoreError, ClientError

from mashangban.gateway.settings import ROOT
from tests import wire
from tests.chaos.disk import Disk, disk
from tests.gateway.test_template import SAMPLE
from tests.processes import alive, family, kill
from tests.stack import LocalStack, wait_for

pytestmark = pytest.mark.slow
TABLE, BUCKET = "mashangban-local-orders", "objectsbucket"
durable = pytest.mark.skipif(
    os.environ.get("ENGINE") == "ministack",
    reason="ministack keeps its data in memory: for development only (docs/local-run.md)",
)


@pytest.fixture
def own(tmp_path: Path) -> LocalStack:
    """A stack of this test's own, not started yet."""
    return LocalStack(tmp_path / "data", TEMPLATE=str(SAMPLE))


@pytest.mark.parametrize("name", ["engine", "objects", "sandbox", "streams", "schedules", "web"])
def test_a_killed_part_is_started_again_and_the_person_is_told(stack: LocalStack, name: str) -> None:
    wait_for(lambda: stack.health()["status"] == "ok", "a healthy start")
    killed = kill(stack, name)
    wait_for(lambda: stack.state["pids"].get(name) not in (None, killed), f"a new {name}")
    wait_for(lambda: stack.health()["status"] == "ok", "all parts to be well")
    assert f"{name} 意外退出（SIGKILL）" in stack.output
    assert f"{name} ended (SIGKILL)" in stack.output
    wait_for(lambda: f"{name} works again" in stack.output, "the good news")
    assert stack.client("s3").get_bucket_cors(Bucket=BUCKET)["CORSRules"]


def test_a_killed_worker_is_replaced(stack: LocalStack) -> None:
    wait_for(lambda: stack.health()["status"] == "ok", "a healthy start")
    web = stack.state["pids"]["web"]
    workers = family(web) - {web}
    assert len(workers) >= 2
    os.kill(max(workers), signal.SIGKILL)
    wait_for(lambda: len({pid for pid in family(web) if alive(pid)}) == len(workers) + 1, "a new worker")
    assert stack.state["pids"]["web"] == web
    assert all(wire.get(stack.url + "/v1/echo/x").status_code == 200 for _ in range(20))


def grown(numbers: list[int], what: str) -> None:
    """Waits until forty more came."""
    goal = len(numbers) + 40
    wait_for(lambda: len(numbers) >= goal, what)


@durable
def test_no_acknowledged_write_is_lost_when_the_engine_is_killed(own: LocalStack) -> None:
    with own as stack:
        engine, stopping = stack.client(), threading.Event()
        acknowledged: list[int] = []

        def write() -> None:
            for number in range(100_000):
                if stopping.is_set():
                    return
                try:
                    engine.put_item(TableName=TABLE, Item={"PK": {"S": f"K#{number}"}, "SK": {"S": "0"}})
                    acknowledged.append(number)
                except (BotoCoreError, ClientError):
                    pass

        writer = threading.Thread(target=write)
        writer.start()
        for round_number in range(3):
            grown(acknowledged, f"writes of round {round_number}")
            kill(stack, "engine")
        grown(acknowledged, "writes after the last kill")
        stopping.set()
        writer.join()
        for number in acknowledged:
            found = engine.get_item(TableName=TABLE, Key={"PK": {"S": f"K#{number}"}, "SK": {"S": "0"}})
            assert "Item" in found, number


@durable
def test_on_a_full_disk_no_acknowledged_write_is_lost_and_it_goes_on_when_there_is_room(
    tmp_path: Path,
) -> None:
    with disk(tmp_path / "disk") as found:
        if found is None:
            pytest.skip("this machine mounts nothing")
        with LocalStack(found.folder / "data", TEMPLATE=str(SAMPLE)) as stack:
            _fill_up(stack, found)


def _fill_up(stack: LocalStack, found: Disk) -> None:
    """Writes, runs out of room, is told so, has room again and writes on; then each acknowledged item is there."""
    engine, acknowledged = stack.client(), list[int]()

    def write(number: int) -> bool:
        item = {"PK": {"S": f"K#{number}"}, "SK": {"S": "0"}, "filling": {"S": "x" * 20_000}}
        try:
            engine.put_item(TableName=TABLE, Item=item)
        except (BotoCoreError, ClientError):
            return False
        acknowledged.append(number)
        return True

    numbers = iter(range(100_000))
    assert all(write(next(numbers)) for _ in range(20))
    found.fill()
    wait_for(lambda: not write(next(numbers)), "the disk to be full")
    _take_the_last_page(found)
    killed = kill(stack, "sandbox")
    wait_for(lambda: "sandbox works again" in stack.output, "a new sandbox while the disk is full")
    assert stack.state["pids"]["sandbox"] == killed, "no room to say which it is"
    found.relieve()
    wait_for(lambda: stack.state["pids"]["sandbox"] != killed, "the new sandbox to be named")
    wait_for(lambda: write(next(numbers)), "room for the next write")
    wait_for(lambda: stack.health()["status"] == "ok", "all parts to be well")
    stack.settle(60)
    assert len(acknowledged) > 20
    for number in acknowledged:
        assert "Item" in engine.get_item(TableName=TABLE, Key={"PK": {"S": f"K#{number}"}, "SK": {"S": "0"}})


def _take_the_last_page(found: Disk) -> None:
    with (found.folder / "filling").open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x")


def test_stopping_ends_every_process_and_keeps_the_data(own: LocalStack) -> None:
    own.start()
    own.client().put_item(TableName=TABLE, Item={"PK": {"S": "kept"}, "SK": {"S": "0"}})
    own.public_objects().put_object(Bucket="objectsbucket", Key="kept.txt", Body=b"kept")
    secret = (own.data / "secrets" / "jwt-signing-key").read_bytes()
    processes = family(own.state["pids"]["supervisor"])
    assert len(processes) >= 9
    assert own.stop(signal.SIGINT) == 0
    assert not [pid for pid in processes if alive(pid)]
    began = time.monotonic()
    with own as again:
        assert time.monotonic() - began < 20
        found = again.client().get_item(TableName=TABLE, Key={"PK": {"S": "kept"}, "SK": {"S": "0"}})
        assert "Item" in found
        assert (
            again.public_objects().get_object(Bucket="objectsbucket", Key="kept.txt")["Body"].read()
            == b"kept"
        )
        assert (again.data / "secrets" / "jwt-signing-key").read_bytes() == secret


def test_nothing_is_left_when_the_supervisor_itself_is_killed(own: LocalStack) -> None:
    own.start()
    processes = family(own.state["pids"]["supervisor"])
    own.stop(signal.SIGKILL)
    wait_for(lambda: not [pid for pid in processes if alive(pid)], "all processes to end")
    with own as again:
        assert again.health()["status"] == "ok"


def refusal(stack: LocalStack) -> str:
    """What a stack that can't start says."""
    stack.launch()
    assert stack.process is not None
    assert stack.process.wait(60) == 1
    assert "Traceback" not in stack.output
    return stack.output


def test_a_busy_port_is_named_with_a_way_out(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = refusal(LocalStack(tmp_path / "data", port=port, TEMPLATE=str(SAMPLE)))
    assert f"端口 {port} 已被占用" in said
    assert "make run PORT=" in said


def test_a_second_instance_on_the_same_data_is_refused(stack: LocalStack) -> None:
    other = LocalStack(stack.data, TEMPLATE=str(SAMPLE))
    said = refusal(other)
    assert f"Another instance (process {stack.state['pids']['supervisor']})" in said
    assert stack.health()["status"] == "ok"


@durable
def test_damaged_data_is_left_alone_and_explained(own: LocalStack) -> None:
    own.data.mkdir()
    damaged = b"no database at all " * 500
    (own.data / "dynamodb.sqlite").write_bytes(damaged)
    said = refusal(own)
    assert "数据文件已损坏" in said
    assert "make reset" in said
    assert (own.data / "dynamodb.sqlite").read_bytes() == damaged


def test_tables_of_another_template_are_explained(own: LocalStack, tmp_path: Path) -> None:
    with own:
        pass
    changed = tmp_path / "template.yaml"
    keys = "[{AttributeName: SK, KeyType: HASH}]"
    index = f"GlobalSecondaryIndexes: [{{IndexName: GSI1, KeySchema: {keys}, Projection: {{ProjectionType: ALL}}}}]"
    text = SAMPLE.read_text("utf-8").replace("StreamSpecification:", f"{index}\n      StreamSpecification:")
    changed.write_text(text, "utf-8")
    said = refusal(LocalStack(own.data, TEMPLATE=str(changed)))
    assert "mashangban-local-orders" in said
    assert "The tables in DATA differ from template.yaml" in said


def test_a_folder_that_can_not_be_written_is_named() -> None:
    assert "不能写入数据目录" in refusal(LocalStack(Path("/proc/no-folder"), TEMPLATE=str(SAMPLE)))


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting needs root")
def test_a_full_disk_is_named_and_nothing_is_changed(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this machine mounts nothing")
    try:
        assert "磁盘空间不足" in refusal(LocalStack(small / "data", TEMPLATE=str(SAMPLE)))
    finally:
        subprocess.run(["umount", small], check=True)


@pytest.mark.parametrize(
    ("variables", "explanation"),
    [
        ({"ENGINE": "oracle"}, "ENGINE=oracle"),
        ({"TEMPLATE": "/nowhere/template.yaml"}, "template.yaml is wrong"),
        ({"PORT": "many"}, "PORT=many"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(
    tmp_path: Path, variables: dict[str, str], explanation: str
) -> None:
    stack = LocalStack(tmp_path / "data", variables={"TEMPLATE": str(SAMPLE), **variables})
    assert explanation in refusal(stack)


def test_a_command_can_run_inside_the_stack_and_only_there(stack: LocalStack, tmp_path: Path) -> None:
    question = "import os; print(os.environ['ORDERS_TABLE'], os.environ['AWS_ENDPOINT_URL_DYNAMODB'])"
    command = [sys.executable, "-m", "mashangban.gateway.inside", sys.executable, "-c", question]

    def ask(data: Path) -> "subprocess.CompletedProcess[str]":
        here = {"DATA": str(data), "TEMPLATE": str(SAMPLE), "PYTHONPATH": str(ROOT / "backend")}
        return subprocess.run(
            command, env={**os.environ, **here}, capture_output=True, text=True, check=False
        )

    assert ask(stack.data).stdout.split() == [TABLE, stack.state["dynamodb"]]
    elsewhere = ask(tmp_path)
    assert elsewhere.returncode == 1
    assert "先在另一个终端运行 make run" in elsewhere.stderr
