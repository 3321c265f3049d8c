"""Cold start: what each function loads before its first request stays within its line of starts.csv, the heavy parts
stay with the functions that make documents and files, and whose records it loads, their table it knows.

Counted are modules and bytes, which no busy machine changes; processor time is measured by `bench_function_starts`. A
function that outgrows its line either loads what it does not need (then mend the imports) or has honestly grown (then
change the line, by hand).
"""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from checks import house
from checks.starting import Start, loaded, start

BUDGETS = Path(__file__).with_name("starts.csv")
# Loading a megabyte of our modules takes a third of a second of processor time: no function may come near. A new
# function may have as much as the heaviest until it has a line of its own.
HEAVIEST = Start(300, 1000)
# Whoever asks first waits for all functions, each in a process of its own: all who ask stand in this one file.
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
FUNCTIONS = [one.name for one in house.template().functions]


def budgets() -> dict[str, Start]:
    with BUDGETS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {row["function"]: Start(int(row["modules"]), int(row["kilobytes"])) for row in rows}


def test_no_budget_is_left_over_from_a_function_that_is_gone() -> None:
    assert set(budgets()) <= set(FUNCTIONS)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_no_function_loads_more_at_its_start_than_its_budget(function: str) -> None:
    found, allowed = start(function), budgets().get(function, HEAVIEST)
    assert found.modules <= allowed.modules
    assert found.kilobytes <= allowed.kilobytes


@pytest.mark.parametrize("function", sorted(budgets()))
def test_no_budget_is_so_wide_that_a_whole_room_would_slip_in(function: str) -> None:
    found, allowed = start(function), budgets()[function]
    assert allowed.kilobytes <= min(max(found.kilobytes * 1.5, found.kilobytes + 80), HEAVIEST.kilobytes)


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


def test_a_phones_request_never_waits_for_the_pages_of_the_console() -> None:
    """`pages` of an app are loaded by the first request for a page, and by no other."""
    program = (
        "import sys; from mashangban.domains.workers.app import handler\n"
        "late = 'mashangban.domains.workers.console'\n"
        "assert late not in sys.modules and 'mashangban.console.pages' not in sys.modules\n"
        "handler.whole(); assert late in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=house.ROOT / "backend")
