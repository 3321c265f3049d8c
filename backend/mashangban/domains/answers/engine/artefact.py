"""The index as one object: a folder packed whole with the links of words, and laid out where a process may write."""

import io
import json
import tarfile
from collections.abc import Iterable
from pathlib import Path

from mashangban.domains.answers.rules.synonyms import Link
from mashangban.domains.answers.terms.words import Relation

_LOCKS = ".tantivy-"
_LINKS = "links.json"


def lay_links(folder: Path, links: Iterable[Link]) -> None:
    """Put the links of words beside the index."""
    rows = [[one.word, one.other, one.relation.value, one.weight] for one in links]
    (folder / _LINKS).write_text(json.dumps(rows, ensure_ascii=False), "utf-8")


def links_in(folder: Path) -> list[Link]:
    """The links of words that were laid there."""
    rows = json.loads((folder / _LINKS).read_text("utf-8"))
    return [Link(word, other, Relation(relation), weight) for word, other, relation, weight in rows]


def pack(folder: Path) -> bytes:
    """Everything in a folder, without the locks of who wrote it."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz", compresslevel=1) as archive:
        for path in sorted(folder.iterdir()):
            if not path.name.startswith(_LOCKS):
                archive.add(path, path.name)
    return packed.getvalue()


def unpack(content: bytes, folder: Path) -> None:
    """Lay out what was packed."""
    with tarfile.open(fileobj=io.BytesIO(content), mode="r:gz") as archive:
        archive.extractall(folder, filter="data")
