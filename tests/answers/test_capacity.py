"""What an act of this room costs in write units (docs/data/answers.md lists the same figures)."""

from mashangban.domains.answers.schemas import AnswerPairForm, AnswerReason
from mashangban.domains.answers.schemas.asking import AnswerQuestion
from mashangban.domains.answers.service import asking, authoring, knowing, reviewing
from mashangban.kernel import clock
from mashangban.kernel.acts import Act, Submission
from mashangban.kernel.permissions import Principal
from tests.answers.conftest import COUNTY, Office, days, strange
from tests.budgets import over
from tests.registry.conftest import person
from tests.workers.test_capacity import units


def submitted(actor: Principal, route: str) -> Act:
    return Act(actor, clock.now(), Submission("0123456789abcdef", route, actor.person_id, "d" * 64))


def test_no_act_costs_more_than_its_budget(office: Office) -> None:
    form = AnswerPairForm.model_validate(
        office.form(question=f"{office.word}花多少", valid_until=days(90), answer="一句话。" * 40)
    )
    made: list[str] = []
    author, reviewer = office.author, office.reviewer
    spent = {
        "a pair is begun": units(lambda: made.append(authoring.begin(submitted(author, "begin"), form).id))
    }
    spent["submitted"] = units(lambda: authoring.submit(submitted(author, "submit"), made[0]))
    spent["it is let count, with a clock"] = units(
        lambda: reviewing.approve(submitted(reviewer, "approve"), made[0])
    )
    knowing.forget()
    known = AnswerQuestion(text=f"{office.word}花多少", region=COUNTY)
    spent["somebody who is signed in asks and is answered"] = units(
        lambda: asking.ask(person(), clock.now(), known)
    )
    unknown = AnswerQuestion(text=strange(), region=COUNTY)
    spent["somebody asks in vain, the first time and again"] = units(
        lambda: asking.ask(None, clock.now(), unknown)
    )
    again = units(lambda: asking.ask(None, clock.now(), unknown))
    ended = AnswerReason(reason="到此为止")
    spent["it is withdrawn or ends"] = units(
        lambda: reviewing.withdraw(submitted(reviewer, "withdraw"), made[0], ended)
    )
    assert over("answers", spent) == {}
    assert over("answers", {"somebody asks in vain, the first time and again": again}) == {}
