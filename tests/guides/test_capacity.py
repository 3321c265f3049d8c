"""What the commonest acts around a plan cost in write units (docs/data/guides.md lists the same figures)."""

from mashangban.domains.guides.schemas import GuideForm, GuideHelpForm, GuidePapers, GuidePlanForm
from mashangban.domains.guides.service import helping, importing, items, plans
from mashangban.domains.guides.terms import ITEMS
from mashangban.kernel.acts import Act, Submission
from mashangban.kernel.permissions import Principal
from tests.budgets import over
from tests.guides.conftest import Bureau, new_code, written
from tests.guides.packages import NO_PIPE, offered
from tests.guides.test_imports import row, sheet
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


def test_publishing_an_item_costs_no_more_than_its_line(bureau: Bureau) -> None:
    """Found by the characters of its name and by one other word."""
    form, had = GuideForm(region=bureau.region, code=new_code(), content=written()), list[str]()
    spent = {
        "an office begins an item": units(
            lambda: had.append(items.draft(submitted(bureau.officer, "draft"), form).id)
        ),
        "hands it in": units(lambda: items.submit(submitted(bureau.officer, "submit"), had[0])),
        "a colleague publishes it": units(
            lambda: items.publish(submitted(bureau.colleague, "publish"), had[0])
        ),
    }
    assert over("guides", spent) == {}


def test_a_files_steps_cost_no_more_than_their_lines(bureau: Bureau) -> None:
    """Three rows of a floor that six rooms share; what a row writes is its room's."""
    content, had = sheet(*(row(code=new_code()) for _ in range(3))), list[str]()

    def bring() -> None:
        act = submitted(bureau.officer, "bring")
        had.append(importing.DESK.start(act, ITEMS, bureau.region, "三项.xlsx", content).id)

    spent = {
        "a file of three rows is brought": units(bring),
        "a second person confirms it": units(
            lambda: importing.DESK.confirm(submitted(bureau.colleague, "confirm"), had[0])
        ),
    }
    assert over("guides", spent) == {}
