"""Scans chosen one after the other: each is posted to the files room, and the address of the page carries their ids."""

from collections.abc import Sequence
from urllib.parse import urlencode

from mashangban.console.forms import Form
from mashangban.console.pages import PageCall
from mashangban.files import service as files
from mashangban.files.schemas import FileView

_BETWEEN = "."


def chosen(call: PageCall) -> list[str]:
    """The ids in the address, the one just posted last."""
    given = call.request.query
    kept = [one for one in (given.get("files") or "").split(_BETWEEN) if one]
    return [*kept, given["file"]] if given.get("file") else kept


def shown(call: PageCall, ids: Sequence[str]) -> list[FileView]:
    """The scans as their owner sees them. Raises NotFound for somebody else's."""
    return [files.show(call.act, one) for one in ids]


def then(path: str, ids: Sequence[str], **more: str) -> str:
    """Where a page goes on once the next scan was posted: its id is put at the end."""
    return f"{path}?{urlencode({**more, 'files': _BETWEEN.join(ids), 'file': ''})}"


def listed(given: Form) -> list[dict[str, object]]:
    """The pages of a form: `scan-1` with `name-1` and, where the original travels, `paper-1`."""
    numbers = [name.removeprefix("scan-") for name in given.values if name.startswith("scan-")]
    return [
        {
            "name": given.one(f"name-{number}"),
            "file_id": given.one(f"scan-{number}"),
            "paper": bool(given.one(f"paper-{number}")),
        }
        for number in numbers
    ]
