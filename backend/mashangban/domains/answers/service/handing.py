"""What is possible where no answer is sure enough, said as it is: nobody sits at this desk yet."""

from mashangban.domains.answers.schemas.asking import AnswerHandOver, AnswerThanks
from mashangban.domains.answers.service import replying
from mashangban.domains.answers.terms.departments import AnswerDepartment


def hand_over(department: AnswerDepartment) -> AnswerHandOver:
    """The question is noted, the line is there; no conversation is promised."""
    words = (
        f"这里还没有人工坐席，不能马上和人对话。您的问题已记下，交给{department.label}补写答案。"
        f"急着要答案，请打 {department.line}（{department.line_name}）。"
    )
    return AnswerHandOver(staffed=False, words=words, line=replying.line(department))


def thanks(department: AnswerDepartment, *, helpful: bool) -> AnswerThanks:
    """What becomes of a verdict."""
    if helpful:
        return AnswerThanks(words="谢谢，已记下。", hand_over=None)
    return AnswerThanks(words="已记下，会有人补写或改写答案。", hand_over=hand_over(department))
