"""What this process knows of all answers: loaded once, then following each change within two seconds."""

import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from shutil import rmtree
from threading import Lock
from typing import TypeVar
from weakref import finalize

from mashangban.domains.answers.engine import answering, artefact
from mashangban.domains.answers.engine.answering import Engine
from mashangban.domains.answers.repository import artefacts, changes, pairs, words
from mashangban.domains.answers.repository.changes import Changed
from mashangban.domains.answers.rules.synonyms import Link
from mashangban.domains.answers.rules.words import id_of
from mashangban.domains.answers.service.indexing import document

LOOK = timedelta(seconds=2)
# An act that began earlier may be written later: what is this near to the newest is read again.
_OVERLAP = timedelta(seconds=30)
_A_BATCH = 500
T = TypeVar("T")


class Library:
    """An index in a folder of this process, with how far it has followed."""

    def __init__(self) -> None:
        place = Path(tempfile.mkdtemp(prefix="answers-"))
        finalize(self, rmtree, place, ignore_errors=True)
        self._links: dict[str, Link] = {}
        stored = artefacts.current()
        if stored is None:
            self._engine, self._since = answering.made(place, ()), None
        else:
            artefact.unpack(artefacts.read(stored), place)
            self._engine, self._since = answering.opened(place), stored.upto
            self._links = {id_of(one.word, one.other): one for one in artefact.links_in(place)}
            self._engine.learn(self._links.values())
        self._seen: dict[tuple[datetime, str], None] = {}
        self._looked_at: datetime | None = None
        self._one_at_a_time = Lock()

    def ask(self, at: datetime, question: Callable[[Engine], T]) -> T:
        """Ask the engine as it is now. An index that moves under a question would give another document's text."""
        with self._one_at_a_time:
            if self._looked_at is None or abs(at - self._looked_at) >= LOOK:
                self._follow(at)
                self._looked_at = at
            return question(self._engine)

    def _follow(self, now: datetime) -> None:
        fresh = [one for one in changes.since(self._since) if (one[0], one[2]) not in self._seen]
        if not fresh:
            return
        self._take({item for _, kind, item in fresh if kind is Changed.PAIR})
        self._learn({item for _, kind, item in fresh if kind is Changed.WORD})
        # What a clock that runs ahead has written hides nothing that is written after it.
        reached = min(max(at for at, _, _ in fresh), now) - _OVERLAP
        self._since = max(reached, self._since) if self._since else reached
        self._seen |= {(at, item): None for at, _, item in fresh}
        self._seen = {key: None for key in self._seen if key[0] >= self._since}

    def _take(self, pair_ids: set[str]) -> None:
        wanted = sorted(pair_ids)
        for start in range(0, len(wanted), _A_BATCH):
            some = wanted[start : start + _A_BATCH]
            found = pairs.in_force(some)
            standing = [document(one, *said) for one, said in found.items()]
            self._engine.index.change(standing, [one for one in some if one not in found])

    def _learn(self, link_ids: set[str]) -> None:
        found = [one for one in map(words.find, sorted(link_ids)) if one is not None]
        if found:
            self._links |= {one.id: one.link for one in found}
            self._engine.learn(self._links.values())


_held: list[Library] = []
_loading = Lock()


def library() -> Library:
    """The one of this process."""
    if not _held:
        with _loading:
            if not _held:
                _held.append(Library())
    return _held[0]


def forget() -> None:
    """Let the next question load anew (the store or its content changed under the process)."""
    _held.clear()
