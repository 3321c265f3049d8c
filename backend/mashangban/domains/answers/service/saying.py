"""From what a form or a row says to an edition: the same for whoever types and for a file."""

from mashangban.domains.answers.rules.pair import Edition, check_days
from mashangban.domains.answers.schemas import AnswerPairText
from mashangban.kernel import clock
from mashangban.kernel.acts import Act

_TEXT = tuple(AnswerPairText.model_fields)


def edition_of(act: Act, form: AnswerPairText) -> Edition:
    """What a form of the actor says. Raises WrongDays."""
    content = content_of(form, act.actor.person_id)
    check_days(content, clock.local_date(act.at))
    return content


def content_of(form: AnswerPairText, author_id: str) -> Edition:
    """What a form says, whoever wrote it, whenever it holds."""
    given = {name: getattr(form, name) for name in _TEXT} | {"titles": tuple(form.titles)}
    return Edition(**given, author_id=author_id)
