"""What a function loads before it can answer: the heavy parts stay with the functions that make documents and files."""

import json
import subprocess
import sys

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
    "RegistryApi": {"openpyxl", "python_calamine"},
    "RegistryStream": {"openpyxl", "python_calamine"},
    "ConsoleApi": {"openpyxl", "python_calamine"},
}
ASK = "import sys, json, importlib; importlib.import_module(sys.argv[1]); print(json.dumps(sorted(sys.modules)))"


@pytest.mark.parametrize("function", [one.name for one in house.template().functions])
def test_a_function_loads_nothing_heavy_that_is_not_its_trade(function: str) -> None:
    handler = next(one.handler for one in house.template().functions if one.name == function)
    paths = [str(house.ROOT / "backend"), str(house.ROOT)]
    environment = {
        "PYTHONPATH": ":".join(paths),
        "STAGE": "test",
        "AWS_REGION": "cn-north-1",
        "PUBLIC_URL": "http://127.0.0.1",
        "SECRETS": "file:.",
        **{
            f"{table.logical.removesuffix('Table').upper()}_TABLE": table.name
            for table in house.template().tables
        },
    }
    done = subprocess.run(
        [sys.executable, "-c", ASK, handler.rpartition(".")[0]],
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    loaded = {name.partition(".")[0] for name in json.loads(done.stdout)}
    assert loaded & (HEAVY - TRADES.get(function, set())) == set()
