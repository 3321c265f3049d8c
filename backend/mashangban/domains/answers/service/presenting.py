"""From pairs to what offices and askers see."""

from mashangban.domains.answers import events
from mashangban.domains.answers.models import TABLE
from mashangban.domains.answers.rules.pair import Edition, Pair
from mashangban.domains.answers.schemas import (
    AnswerEditionRow,
    AnswerPairDone,
    AnswerPairRow,
    AnswerPairStep,
    AnswerPairText,
)
from mashangban.kernel import history
from mashangban.registry import divisions

NATION = "全国"
_TEXT = tuple(AnswerPairText.model_fields)


def region_name(region: str) -> str:
    """The name of a region; what holds everywhere says so."""
    return divisions.full_name(region) if region else NATION


def done(one: Pair) -> AnswerPairDone:
    """What an act answers."""
    return AnswerPairDone(id=one.id, shelf=one.shelf, shelf_label=one.shelf.label)


def row(one: Pair) -> AnswerPairRow:
    """A pair in a list."""
    return AnswerPairRow(
        id=one.id,
        region=one.region,
        region_name=region_name(one.region),
        department=one.department,
        department_label=one.department.label,
        question=one.question,
        edition=one.edition,
        draft=one.draft,
        shelf=one.shelf,
        shelf_label=one.shelf.label,
        in_force=one.in_force,
        ended=one.ended,
        returned=one.returned,
    )


def text(content: Edition) -> AnswerPairText:
    """What an edition says."""
    return AnswerPairText(**{name: getattr(content, name) for name in _TEXT} | {"titles": [*content.titles]})


def edition_row(one: Pair, number: int, content: Edition) -> AnswerEditionRow:
    """An edition in the list of all."""
    return AnswerEditionRow(
        number=number,
        standing=_standing(one, number),
        content=text(content),
        author_id=content.author_id,
        reviewer_id=content.reviewer_id,
    )


def steps(one: Pair) -> list[AnswerPairStep]:
    """What happened to a pair, out of its chain."""
    return [
        AnswerPairStep(
            at=event.at,
            label=events.LABELS.get(event.type, event.type),
            note=str(event.data.get("note", "")),
            hash=event.hash,
        )
        for event in history.of(TABLE, one.subject)
    ]


def _standing(one: Pair, number: int) -> str:
    if number == one.draft:
        return "待审核" if one.submitted else "在写"
    if number == one.edition:
        return "已停用" if one.ended else "正在用"
    return "以前的"
