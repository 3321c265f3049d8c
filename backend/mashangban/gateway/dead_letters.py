"""What no retry could deliver, kept for a person to look at: one file of JSON lines for each function."""

import json
import time
from pathlib import Path
from typing import Any


def keep_dead_letter(folder: Path, function: str, error: str, attempts: int, event: dict[str, Any]) -> None:
    """Appends the event that a function could not handle, with its last error."""
    folder.mkdir(parents=True, exist_ok=True)
    letter = {"at": time.time(), "function": function, "error": error, "attempts": attempts, "payload": event}
    with (folder / f"{function}.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(letter, ensure_ascii=False) + "\n")


def count_dead_letters(folder: Path) -> int:
    """How many events wait for a person."""
    return sum(file.read_bytes().count(b"\n") for file in folder.glob("*.jsonl"))
