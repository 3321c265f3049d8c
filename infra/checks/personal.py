"""What is kept of persons, made from what each room says of itself: for developers (docs/personal-data.md), and for
the rules of handling that everybody reads (processes/mydata/service/told.json)."""

import json
from collections.abc import Iterable, Iterator

from mashangban.kernel.personal import Holding, Uploads
from mashangban.kernel.recipients import Recipient
from mashangban.processes.mydata.service.rooms import RECIPIENTS, ROOMS

# Rooms with tables of their own that give nothing: why nothing of a person lies there, or where it is given instead.
GIVE_NOTHING = {
    "audit": "hashes and ids of events only; each chain is read beside its own matter",
    "documents": "a paper goes along with the record that points to it (processes/mydata/service/filing.py)",
    "live": "who listens now; everything expires within two hours",
    "reporting": "the same contracts, days and lines on their way to other platforms; their own rooms give them",
    "mydata": "packages themselves: they expire, and the page that asks for them lists them",
    "deadlines": "lies in the acting rooms' own tables, beside the matter it belongs to",
    "employment": "a copy of the contract, in the acting rooms' own tables",
    "imports": "lies in the acting rooms' own tables: files of offices, which go after thirty days",
}
_UPLOADS = {
    Uploads.NONE: "",
    Uploads.LET_GO: "go with what is erased",
    Uploads.KEPT: "stay with the record",
    Uploads.OFFICE: "sent by offices and firms: theirs",
}
_FILES = "uploaded files ([ADR 29](adr/0029-files-go-with-the-record-that-let-them-go.md))"
_HEAD = """# What is kept of persons

Made by `python -m checks.generate` from each room's `service/privacy.py`; do not edit. People read the same words
in the package of their own data (个人信息保护法 Art. 45). A room with records that is not here fails
`tests/house/test_personal.py`.
"""


def page() -> str:
    """The whole page: each part with its source and its time, each room with what goes and what stays, and the rest."""
    parts = ((room, part.name, part.source, part.kept) for room, one in ROOMS.items() for part in one.parts)
    leaving = ((room, *_leaving(one)) for room, one in ROOMS.items())
    return "\n".join(
        (
            _HEAD,
            "## Until when\n",
            *_table(("room", "what", "from whom, by which law", "kept until"), parts),
            "\n## When its person leaves for good (Art. 47)\n",
            *_table(("room", "goes", "stays by law", _FILES), leaving),
            "\n## Rooms that have nothing of their own of a person\n",
            *_table(("room", "why"), GIVE_NOTHING.items()),
            "\n## Who gets some of it (Art. 21, 23)\n",
            *_table(("who", "what", "what for, ground", "reached by"), map(_recipient, RECIPIENTS)),
            "",
        )
    )


def told() -> str:
    """The same for the API of the rules of handling: what, whom, and what a program decides."""
    parts = (part for one in ROOMS.values() for part in one.parts)
    said = {
        "kept": [
            {"name": one.name, "holds": one.holds, "source": one.source, "kept": one.kept} for one in parts
        ],
        "recipients": [
            {"name": one.name, "given": one.given, "purpose": one.purpose, "ground": one.ground}
            for one in RECIPIENTS
        ],
        "decided": [one.decided for one in ROOMS.values() if one.decided],
        "erased": [one.erased for one in ROOMS.values() if one.erased],
        "lawful": [one.lawful for one in ROOMS.values() if one.lawful],
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _recipient(one: Recipient) -> tuple[str, ...]:
    return one.name, one.given, f"{one.purpose}（{one.ground}）", ", ".join(one.addresses)


def _leaving(one: Holding) -> tuple[str, str, str]:
    return one.erased, one.lawful, _UPLOADS[one.uploads]


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield "|---" * len(heads) + "|"
    for room, *cells in rows:
        yield f"| {' | '.join((f'`{room}`', *cells))} |"
