"""What a function loads before it can answer: the heavy parts stay with the functions that make documents and files."""

import json
import subprocess
import sys
from functools import cache

import pytest

from checks import house

HEAVY = {
    "PIL", "typst", "pyhanko", "pyhanko_certvalidator", "fontTools", "lxml", "aiohttp", "qrcode", "openpyxl",
    "python_calamine", "pandas", "numpy", "boto3", "s3transfer", "requests", "aws_xray_sdk", "chinese_calendar",
}  # fmt: skip
# Who may load what, because it is their trade.
TRADES = {
    "DocumentsApi": HEAVY,
    "DocumentsStream": HEAVY,
    "FilesStream": {"PIL"},
    "RegistryApi": {"openpyxl", "python_calamine"},
    "RegistryStream": {"openpyxl", "python_calamine"},
    "ConsoleApi": {"openpyxl", "python_calamine"},
}
ASK = "import sys, json, importlib; importlib.import_module(sys.argv[1]); print(json.dumps(sorted(sys.modules)))"


FUNCTIONS = [function.name for function in house.template().functions]


@cache
def loaded(function: str) -> frozenset[str]:
    """The modules that a fresh process holds after importing the handler, under the function's own environment."""
    found = next(one for one in house.template().functions if one.name == function)
    paths = {"PYTHONPATH": f"{house.ROOT / 'backend'}:{house.ROOT}", "AWS_REGION": "cn-north-1"}
    environment = {**found.environment, "SECRETS": "file:.", "TRACING": "0", **paths}
    command = [sys.executable, "-c", ASK, found.handler.rpartition(".")[0]]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return frozenset(json.loads(done.stdout))


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_loads_nothing_heavy_that_is_not_its_trade(function: str) -> None:
    packages = {name.partition(".")[0] for name in loaded(function)}
    assert packages & (HEAVY - TRADES.get(function, set())) == set()


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_knows_the_table_of_every_room_whose_records_it_loads(function: str) -> None:
    environment = next(one.environment for one in house.template().functions if one.name == function)
    records = [
        name for name in loaded(function) if name.startswith("mashangban.") and name.endswith(".models")
    ]
    # Deadlines and employments lie in the acting domain's own table.
    rooms = {name.split(".")[-2] for name in records} - {"deadlines", "employment"}
    assert {room for room in rooms if f"{room.upper()}_TABLE" not in environment} == set()
