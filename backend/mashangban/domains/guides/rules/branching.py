"""Along which questions somebody is led, and to which cards; whether each way leads somewhere. Pure."""

from collections.abc import Iterator, Sequence

from mashangban.domains.guides.errors import PackageUnready
from mashangban.domains.guides.rules.package import Answers, Card, PackageContent, Question, When
from mashangban.domains.guides.terms import MOST_WAYS
from mashangban.kernel.errors import FieldError


def holds(when: Sequence[When], answers: Answers) -> bool:
    """Whether all conditions hold; none always do."""
    return all(answers.get(one.question) in one.choices for one in when)


def kept(content: PackageContent, answers: Answers) -> dict[str, str]:
    """The answers that count: of questions that are asked on this way, with choices that there are."""
    found: dict[str, str] = {}
    for one in content.questions:
        given = answers.get(one.key)
        if holds(one.when, found) and given in {choice.key for choice in one.choices}:
            found[one.key] = str(given)
    return found


def following(content: PackageContent, answers: Answers) -> Question | None:
    """What is asked next; None when all is answered."""
    known = kept(content, answers)
    return next((one for one in content.questions if holds(one.when, known) and one.key not in known), None)


def chosen(content: PackageContent, answers: Answers) -> list[Card]:
    """The cards that these answers choose, in order."""
    known = kept(content, answers)
    return [one for one in content.cards if holds(one.when, known)]


def require_sound(content: PackageContent) -> None:
    """Every way ends at a card, and nothing is out of reach. Raises PackageUnready with each fault."""
    found = tuple(faults(content))
    if found:
        raise PackageUnready(errors=found)


def faults(content: PackageContent) -> Iterator[FieldError]:
    """What is wrong with the questions and cards, in the words of whoever wrote them."""
    references = [*_references(content)]
    yield from references
    if not content.cards:
        yield FieldError("cards", "一步都没有写")
    if references or not content.cards:
        return
    walked: list[dict[str, str]] = []
    for way in _ways(content, {}):
        walked.append(way)
        if len(walked) > MOST_WAYS:
            yield FieldError("questions", f"问题的走法超过 {MOST_WAYS} 种，没人看得过来，请减少问题")
            return
    yield from _unreached(content, walked)


def _unreached(content: PackageContent, ways: list[dict[str, str]]) -> Iterator[FieldError]:
    for way in ways:
        if not chosen(content, way):
            told = "、".join(_said(content, key, choice) for key, choice in way.items())
            yield FieldError("cards", f"答“{told}”的人一步都得不到")
    asked = {key for way in ways for key in way}
    reached = {card.key for way in ways for card in chosen(content, way)}
    for question in content.questions:
        if question.key not in asked:
            yield FieldError("questions", f"“{question.text}”永远问不到")
    for card in content.cards:
        if card.key not in reached:
            yield FieldError("cards", f"“{card.title}”怎么答都不会出现")


def _ways(content: PackageContent, answers: dict[str, str]) -> Iterator[dict[str, str]]:
    question = following(content, answers)
    if question is None:
        yield answers
        return
    for choice in question.choices:
        yield from _ways(content, {**answers, question.key: choice.key})


def _references(content: PackageContent) -> Iterator[FieldError]:
    """Keys once each; conditions and orders name only what stands before."""
    before: dict[str, set[str]] = {}
    for question in content.questions:
        if question.key in before:
            yield FieldError("questions", f"问题编号“{question.key}”写了两次")
        if len(question.choices) < 2 or len({one.key for one in question.choices}) < len(question.choices):
            yield FieldError("questions", f"“{question.text}”至少要有两个不同的选项")
        yield from _conditions("questions", question.text, question.when, before)
        before[question.key] = {one.key for one in question.choices}
    earlier: set[str] = set()
    for card in content.cards:
        if card.key in earlier:
            yield FieldError("cards", f"步骤编号“{card.key}”写了两次")
        yield from _conditions("cards", card.title, card.when, before)
        for key in card.after:
            if key not in earlier:
                yield FieldError("cards", f"“{card.title}”要先办的“{key}”没有写在它前面")
        earlier.add(card.key)


def _conditions(
    field: str, name: str, when: Sequence[When], known: dict[str, set[str]]
) -> Iterator[FieldError]:
    for one in when:
        if one.question not in known:
            yield FieldError(field, f"“{name}”的条件用到前面没有的问题“{one.question}”")
        elif not one.choices or not set(one.choices) <= known[one.question]:
            yield FieldError(field, f"“{name}”的条件用到“{one.question}”没有的选项")


def _said(content: PackageContent, key: str, choice: str) -> str:
    question = next(one for one in content.questions if one.key == key)
    return next(one.label for one in question.choices if one.key == choice)
