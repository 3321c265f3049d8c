"""An office writes, mends and publishes a package on the console; at the counter one scans, the person confirms."""

import pytest

from mashangban.domains.guides.console import packagelines as lines
from mashangban.domains.guides.errors import PackageUnready
from mashangban.domains.guides.repository import plans as repository
from mashangban.domains.guides.schemas import GuidePackageContent, GuidePlanForm
from mashangban.domains.guides.service import leading, plans
from mashangban.domains.guides.terms import CardState
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from tests.guides.conftest import Bureau
from tests.guides.packages import NO_PIPE, offered, package, three_items
from tests.guides.test_plans import known
from tests.registry.conftest import officer, person
from tests.workers.office import office_of

HOME = "/console/guides/packages"
REGION = "330111"
QUESTIONS = "cook|店里做热菜吗|yes=做、no=只卖饮料点心\npipe|有没有油烟管道|yes=有、no=没有|cook=yes"


def test_what_holds_in_a_county_can_be_sent_as_a_card(tables: str) -> None:
    bureau = Bureau("330112", known(officer("330112")))
    item = bureau.published(name="公共场所卫生许可", words=["理发店"])
    kept = offered(bureau)
    window, cards = office_of(bureau.officer), "/console/guides/cards?county=330112"
    assert f'value="guide/{item}/公共场所卫生许可"' in window.get(f"{cards}&words=公共").html
    assert f'value="package/{kept}/' in window.get(f"{cards}&kind=package").html
    assert "没有找到" in window.get(f"{cards}&kind=package&words=火星").html


def test_an_office_writes_mends_publishes_and_withdraws_a_package(tables: str) -> None:
    bureau = Bureau(REGION, known(officer(REGION)))
    codes, window = three_items(bureau), office_of(bureau.officer)
    food = f"licence|办营业执照|{codes[0]}\nfood|办食品经营许可|{codes[1]}|licence"
    cards = f"{food}\nsmoke|报备油烟|{codes[2]}|licence|pipe=no"
    given = {"region": REGION, "name": "我要开餐馆", "theme": "business", "lead": "一步一步来"}
    typed = {**given, "questions": "cook|做热菜吗|做、不做", "cards": cards}
    wrong = window.act(window.get(f"{HOME}/new"), f"{HOME}/new", **typed)
    assert "选项要写成" in wrong.html
    lost = f"{cards}\nfar|到不了的|{codes[2]}||pipe=no、cook=no"
    opened = window.act(wrong, f"{HOME}/new", **{**typed, "questions": QUESTIONS, "cards": lost})
    where = opened.location
    assert "“到不了的”怎么答都不会出现" in window.get(where).html
    refused = window.act(window.get(where), f"{where}/submission")
    assert "套餐还不能公布" in window.get(refused.location).html
    window.act(
        window.get(f"{where}/draft"), f"{where}/draft", **{**given, "questions": QUESTIONS, "cards": cards}
    )
    window.act(window.get(where), f"{where}/submission")
    colleague = office_of(known(officer(REGION)))
    assert "我要开餐馆" in colleague.get(f"{HOME}?region={REGION}&shelf=submitted").html
    colleague.act(colleague.get(where), f"{where}/return", why="油烟要写清楚")
    assert "油烟要写清楚" in window.get(where).html
    window.act(window.get(where), f"{where}/submission")
    own = window.act(window.get(where), f"{where}/publication")
    assert "自己写的要由别人审核" in window.get(own.location).html
    colleague.act(colleague.get(where), f"{where}/publication")
    package_id = where.rpartition("/")[2]
    assert [card.title for card in leading.lead(package_id, NO_PIPE).cards][-1] == "报备油烟"
    shown = window.get(where).html
    assert f"/j/g/{package_id}" in shown
    assert "店里做热菜吗：做" in shown
    assert "我要开餐馆" in window.get(f"{HOME}?region={REGION}&shelf=published").html
    window.act(window.get(where), f"{where}/withdrawal", why="并成一件事")
    assert "并成一件事" in window.get(where).html


def test_what_an_office_wrote_is_read_back_as_it_was() -> None:
    cards = "licence|办营业执照|code-1\nfood|办许可|code-2|licence|cook=yes/no、pipe=no|先看场地"
    asked = f"{QUESTIONS}|看看厨房"
    content = package().model_dump(mode="json") | {
        "questions": lines.questions(asked),
        "cards": lines.cards(cards),
    }
    assert lines.written(GuidePackageContent.model_validate(content)) == {"questions": asked, "cards": cards}


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (lines.questions, "cook|做热菜吗|做"),
        (lines.questions, "cook||yes=做"),
        (lines.cards, "a|办证|c1||cook"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(read: object, text: str) -> None:
    with pytest.raises(PackageUnready) as refused:
        read(text)  # type: ignore[operator]
    assert refused.value.errors


def test_a_helper_scans_at_the_counter_and_asks_the_person_to_confirm(bureau: Bureau) -> None:
    who, helper = known(person()), known(bureau.officer)
    form = GuidePlanForm(package_id=offered(bureau), region=bureau.region, answers=NO_PIPE)
    made = plans.make(Act(who, clock.now()), form).id
    window, home = office_of(helper), "/console/guides/help"
    wrong = window.act(window.get(home), home, code="X" * 60)
    assert "求助码无效、用过了或已过期" in window.get(wrong.location).html
    code = plans.code(Act(who, clock.now()), made).code
    begun = window.act(window.get(home), home, code=code)
    assert begun.location == f"{home}/{made}"
    shown = window.get(begun.location)
    assert "先办好：办营业执照" in shown.html
    window.act(shown, f"{begun.location}/cards/licence")
    assert repository.get(made).cards == {"licence": CardState.PROPOSED}
    assert "等您确认" in window.get(begun.location).html
    assert office_of(known(officer("370102"))).get(begun.location).status == 404
