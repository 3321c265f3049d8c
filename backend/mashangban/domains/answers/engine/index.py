"""The index: three fields of terms a document, three searches a question. The only place that knows tantivy."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from pathlib import Path

import tantivy

from mashangban.domains.answers.rules import features, wording
from mashangban.domains.answers.rules.features import SEARCHES, Known

_HEAP = 15_000_000  # bytes: the least a writer takes, for the update of single documents
_BUILD_HEAP = 100_000_000
_EVERYWHERE = "0"  # an empty text is no term
_ANSWER = 400  # characters of an answer that are searched and compared


@dataclass(frozen=True, slots=True)
class Document:
    """A question with its answer as it goes into the index; `titles`: other words by which it is known; `region`: where
    it holds, empty for everywhere.
    """

    id: str
    question: str
    answer: str
    titles: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One document of one search."""

    address: tantivy.DocAddress
    score: float


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("region", tokenizer_name="raw", index_option="basic")
    for name in SEARCHES:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    builder.add_bytes_field("known", stored=True, indexed=False)
    return builder.build()


class Index:
    """An index in a folder, opened for searching and for changing single documents."""

    def __init__(self, folder: Path, alphabet: wording.Alphabet) -> None:
        self._index = tantivy.Index.open(str(folder))
        self._alphabet = alphabet
        self._writer: tantivy.IndexWriter | None = None
        self._load()

    def _load(self) -> None:
        self._index.reload()
        self._searcher = self._index.searcher()
        self.size = self._searcher.num_docs
        self.rarity = lru_cache(50_000)(self._rarity)
        self._known = lru_cache(2_000)(self._read)

    def search(
        self, field: str, terms: Mapping[str, float], limit: int, regions: Sequence[str] = ()
    ) -> list[Found]:
        """The best documents for weighted terms; of these regions, where some are named."""
        queries = [(tantivy.Occur.Should, self._query(field, term, weight)) for term, weight in terms.items()]
        if not queries:
            return []
        query = tantivy.Query.boolean_query(queries)
        if regions:
            query = tantivy.Query.boolean_query(
                [(tantivy.Occur.Must, query), (tantivy.Occur.Must, self._within(regions))]
            )
        hits = self._searcher.search(query, limit, count=False).hits
        return [Found(address, score) for score, address in hits]

    def _query(self, field: str, term: str, weight: float) -> tantivy.Query:
        query = tantivy.Query.term_query(self._index.schema, field, term, index_option="freq")
        return query if weight == 1 else tantivy.Query.boost_query(query, weight)

    def _within(self, regions: Sequence[str]) -> tantivy.Query:
        """Of one of these regions; it counts nothing in the score."""
        schema = self._index.schema
        terms = [
            tantivy.Query.term_query(schema, "region", one or _EVERYWHERE, index_option="basic")
            for one in regions
        ]
        either = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        return tantivy.Query.const_score_query(either, 0.0)

    def known(self, found: Found) -> Known:
        """The document, ready to be compared."""
        return self._known((found.address.segment_ord, found.address.doc))

    def _read(self, place: tuple[int, int]) -> Known:
        document = self._searcher.doc(tantivy.DocAddress(*place))
        return features.unpacked(document["id"][0], bytes(document["known"][0]).decode())

    def _rarity(self, term: str) -> float:
        among = self._searcher.doc_freq("whole", term)
        return log(1 + (self.size - among + 0.5) / (among + 0.5))

    def change(self, documents: Iterable[Document], gone: Iterable[str]) -> None:
        """Put documents in place of their former selves, take others out; the next search sees it."""
        if self._writer is None:
            self._writer = self._index.writer(_HEAP, 1)
        fresh = list(documents)
        for identifier in [*gone, *(one.id for one in fresh)]:
            self._writer.delete_documents_by_term("id", identifier)
        for one in fresh:
            self._writer.add_document(_entry(one, self._alphabet))
        self._writer.commit()
        self._load()


def build(folder: Path, documents: Iterable[Document], alphabet: wording.Alphabet) -> None:
    """Write a new index of these documents into an empty folder."""
    index = tantivy.Index(_schema(), str(folder))
    writer = index.writer(_BUILD_HEAP, 1)
    for one in documents:
        writer.add_document(_entry(one, alphabet))
    writer.commit()
    writer.wait_merging_threads()


def _entry(one: Document, alphabet: wording.Alphabet) -> tantivy.Document:
    asked, answer = alphabet.plain(one.question), alphabet.plain(one.answer)[:_ANSWER]
    title = alphabet.plain(one.titles)
    entry = tantivy.Document()
    entry.add_text("id", one.id)
    entry.add_text("region", one.region or _EVERYWHERE)
    known = Known(one.id, features.question(asked, alphabet), answer)
    entry.add_bytes("known", features.packed(known).encode())
    entry.add_text("question", " ".join(wording.grams(asked)))
    entry.add_text("whole", " ".join(wording.grams(asked) + wording.grams(title) + wording.grams(answer)))
    entry.add_text("sound", " ".join(wording.pairs(wording.units(alphabet.sound(asked)))))
    return entry
