"""The code maps in force, for whoever must check them against a platform's own text."""

from datetime import date

from mashangban.domains.reporting.rules import mapping
from mashangban.domains.reporting.schemas import MapCode, MapField, MapThing, MapView, MapWord
from mashangban.domains.reporting.terms.codes import Code, CodeMap, NoCode, Word
from mashangban.domains.reporting.terms.platforms import PLATFORMS


def maps_in_force(day: date) -> list[MapView]:
    """Each platform's map on a day."""
    return [_view(code, mapping.map_of(code, day)) for code in PLATFORMS]


def _view(platform: str, found: CodeMap) -> MapView:
    return MapView(
        platform=platform,
        platform_name=PLATFORMS[platform].name,
        effective_from=found.effective_from,
        source=found.source,
        verified=found.verified,
        words=[_word(word, found) for word in found.codes],
        things=[
            MapThing(
                name=thing, fields=[MapField(ours=ours, theirs=theirs) for ours, theirs in names.items()]
            )
            for thing, names in found.fields.items()
        ],
    )


def _word(word: Word, found: CodeMap) -> MapWord:
    codes = [_code(ours, one) for ours, one in found.codes[word].items()]
    return MapWord(word=word, label=word.label, codes=codes)


def _code(ours: str, one: Code | NoCode) -> MapCode:
    if isinstance(one, NoCode):
        return MapCode(ours=ours, code=None, label=one.label, source="", verified=True, reason=one.reason)
    return MapCode(
        ours=ours, code=one.value, label=one.label, source=one.source, verified=one.verified, reason=""
    )
