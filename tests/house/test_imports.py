"""What a function loads before it can answer: the heavy parts stay with the functions that make documents and files."""

import pytest

from checks import house
from checks.starting import loaded

# Each function is loaded in a process of its own: a busy machine is long about it.
pytestmark = pytest.mark.timeout(600)

HEAVY = {
    "PIL", "typst", "pyhanko", "pyhanko_certvalidator", "fontTools", "lxml", "aiohttp", "qrcode", "openpyxl",
    "python_calamine", "pandas", "numpy", "boto3", "s3transfer", "requests", "aws_xray_sdk", "chinese_calendar",
    "tantivy", "rapidfuzz",
    "icalendar",
}  # fmt: skip
# Who may load what, because it is their trade.
TRADES = {
    "DocumentsApi": HEAVY,
    "DocumentsStream": HEAVY,
    "FilesStream": {"PIL"},
    "RegistryApi": {"openpyxl", "python_calamine"},
    "RegistryStream": {"openpyxl", "python_calamine"},
    "ConsoleApi": {"openpyxl", "python_calamine"},
    "AnswersApi": {"tantivy", "rapidfuzz"},
    "AnswersIndex": {"tantivy", "rapidfuzz"},
}
# Whoever asks first waits for all functions, each in a process of its own.
pytestmark = pytest.mark.timeout(600)
FUNCTIONS = [function.name for function in house.template().functions]


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
    # Deadlines, employments and imports lie in the acting domain's own table.
    rooms = {name.split(".")[-2] for name in records} - {"deadlines", "employment", "imports"}
    assert {room for room in rooms if f"{room.upper()}_TABLE" not in environment} == set()
