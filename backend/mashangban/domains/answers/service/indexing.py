"""The index is built anew from everything that is published, and stored as one object."""

import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from mashangban.domains.answers.engine import artefact, tables
from mashangban.domains.answers.engine.index import Document, build
from mashangban.domains.answers.repository import artefacts, pairs, words
from mashangban.domains.answers.repository.artefacts import Artefact
from mashangban.domains.answers.rules.pair import Edition

# What is written this long before is surely read by the build: indexes of the table lag.
_LAG = timedelta(minutes=2)


def rebuild(at: datetime) -> Artefact:
    """Build and store the index; processes that start from now on load it."""
    found = [document(*one) for one in pairs.all_in_force()]
    links = [one.link for one in words.everything()]
    with tempfile.TemporaryDirectory(prefix="answers-build-") as folder:
        build(Path(folder), found, tables.alphabet())
        artefact.lay_links(Path(folder), links)
        packed = artefact.pack(Path(folder))
    return artefacts.put(packed, len(found), at - _LAG)


def document(pair_id: str, region: str, content: Edition) -> Document:
    """A published pair as the index takes it."""
    return Document(pair_id, content.question, content.answer, " ".join(content.titles), region)
