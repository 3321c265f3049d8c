"""From what was found to what the asker sees."""

from mashangban.domains.answers.rules import media
from mashangban.domains.answers.rules.explaining import Reasons
from mashangban.domains.answers.rules.pair import Edition
from mashangban.domains.answers.schemas.asking import AnswerGiven, AnswerLine, AnswerOption, AnswerSwap
from mashangban.domains.answers.service import picturing
from mashangban.domains.answers.service.presenting import region_name
from mashangban.domains.answers.terms.departments import AnswerDepartment


def given(pair_id: str, region: str, content: Edition, why: Reasons | None) -> AnswerGiven:
    """An answer with its source, and why it was found."""
    return AnswerGiven(
        pair_id=pair_id,
        question=content.question,
        answer=content.answer,
        source=content.source,
        clause=content.clause,
        link=content.link,
        region_name=region_name(region),
        valid_until=content.valid_until,
        line=line(content.department),
        words=[*why.in_question, *why.in_answer] if why else [],
        swaps=[AnswerSwap(said=one.said, read_as=one.read_as) for one in why.swaps] if why else [],
        media=picturing.shown(content.media),
        media_words=media.told(content.media),
    )


def option(pair_id: str, region: str, content: Edition) -> AnswerOption:
    """A question that may be meant."""
    return AnswerOption(
        pair_id=pair_id,
        question=content.question,
        region_name=region_name(region),
        media_words=media.told(content.media),
    )


def line(department: AnswerDepartment) -> AnswerLine:
    """Where a department is reached."""
    return AnswerLine(department_label=department.label, number=department.line, name=department.line_name)
