"""Reading code and field maps: our words in a platform's own, or a refusal that says why not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mashangban.domains.reporting.terms.codes import MAPS, Code, CodeMap, NoCode, Word
from mashangban.domains.reporting.terms.platforms import NATIONAL

Wire = dict[str, Any]


class NotReportableError(Exception):
    """A report that can't be written now. `for_now`: it comes again by itself once the matter goes on."""

    def __init__(self, reason: str, *, for_now: bool, word: Word | None = None) -> None:
        super().__init__(reason)
        self.reason, self.for_now, self.word = reason, for_now, word


def map_of(platform: str, day: date, maps: Iterable[CodeMap] = MAPS) -> CodeMap:
    """The map in force on a day; a platform without one of its own takes the national codes."""
    known = [one for one in maps if one.effective_from <= day]
    own = [one for one in known if one.platform == platform]
    return max(
        own or [one for one in known if one.platform == NATIONAL.code], key=lambda one: one.effective_from
    )


@dataclass(frozen=True, slots=True)
class Book:
    """One platform's language; `chosen` are codes that an officer picked for this one report."""

    map: CodeMap
    chosen: Mapping[str, str]

    def code(self, word: Word, value: str) -> str:
        """The platform's code for one of our words. Raises NotReportableError."""
        if word.value in self.chosen:
            return self.chosen[word.value]
        found = self.map.codes[word].get(value)
        if isinstance(found, Code):
            return found.value
        reason = found.reason if found else f"{word.label}“{value}”没有对应的代码，请选一个该平台的代码"
        raise NotReportableError(reason, for_now=bool(found and found.for_now), word=word)

    def write(self, thing: str, values: Mapping[str, Any]) -> Wire:
        """An object of the standard under the platform's field names; what it has no field for is left out."""
        names = self.map.fields[thing]
        return {
            str(names[ours]): value for ours, value in values.items() if names[ours] and value is not None
        }


def choices(code_map: CodeMap, word: Word) -> dict[str, str]:
    """The codes a platform has for a word, with their labels, each once."""
    return {one.value: one.label for one in code_map.codes[word].values() if isinstance(one, Code)}


def gaps(code_map: CodeMap) -> list[tuple[Word, str, NoCode]]:
    """The words a platform has no code for, with the reason."""
    return [
        (word, value, one)
        for word, codes in code_map.codes.items()
        for value, one in codes.items()
        if isinstance(one, NoCode)
    ]
