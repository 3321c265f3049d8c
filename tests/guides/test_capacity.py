"""What the commonest acts around a plan cost in write units (docs/data/guides.md lists the same figures)."""

from mashangban.domains.guides.schemas import GuideHelpForm, GuidePapers, GuidePlanForm
from mashangban.domains.guides.service import helping, plans
from mashangban.kernel.acts import Act, Submission
from mashangban.kernel.permissions import Principal
from tests.budgets import over
from tests.guides.conftest import Bureau
from tests.guides.packages import NO_PIPE, offered
from tests.guides.test_plans import NOW, known
from tests.registry.conftest import person
from tests.workers.test_capacity import units


def submitted(actor: Principal, route: str) -> Act:
    return Act(actor, NOW, Submission("0123456789abcdef", route, actor.person_id, "d" * 64))


def test_no_act_costs_more_than_its_budget(bureau: Bureau) -> None:
    who, helper, had = known(person()), known(bureau.officer), list[str]()
    form = GuidePlanForm(package_id=offered(bureau), region=bureau.region, answers=NO_PIPE)
    papers = GuidePapers(names=["身份证", "健康证", "房屋证明"])
    spent = {
        "keep a plan": units(lambda: had.append(plans.make(submitted(who, "make"), form).id)),
        "tick papers": units(lambda: plans.tick(submitted(who, "tick"), had[0], papers)),
        "a card done": units(lambda: plans.mark(submitted(who, "mark"), had[0], "licence", finished=True)),
        "scan the code": units(
            lambda: helping.begin(
                submitted(helper, "begin"),
                GuideHelpForm(code=plans.code(submitted(who, "code"), had[0]).code),
            )
        ),
        "say that a card is done": units(
            lambda: helping.propose(submitted(helper, "propose"), had[0], "food")
        ),
        "the person's word": units(
            lambda: plans.answer_helper(submitted(who, "word"), had[0], "food", agrees=True)
        ),
    }
    assert over("guides", spent) == {}
