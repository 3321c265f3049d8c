"""Whose question it is: by the words of a trade, else by the nearest answer, else nobody's in particular. Pure."""

from mashangban.domains.answers.terms.departments import AnswerDepartment

# Below this the nearest answer says nothing about the question.
_NEAR = 0.1


def department_of(plain: str, nearest: AnswerDepartment | None, chance: float) -> AnswerDepartment:
    """The department whose work a question is."""
    hits = {one: sum(len(word) for word in one.words if word in plain) for one in AnswerDepartment}
    most = max(AnswerDepartment, key=lambda one: hits[one])
    if hits[most]:
        return most
    return nearest if nearest is not None and chance >= _NEAR else AnswerDepartment.FRONT


def regions_over(region: str) -> tuple[str, ...]:
    """A region, what lies above it, and the whole country; none where none is told."""
    return ("", *(region[:size] for size in (2, 4, 6) if size <= len(region))) if region else ()
