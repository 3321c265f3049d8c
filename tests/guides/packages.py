"""A package as an office writes it: three items, two questions, one of them asked only of those who cook."""

from typing import Any

from mashangban.domains.guides.repository import items
from mashangban.domains.guides.schemas import GuidePackageContent, GuidePackageForm
from mashangban.domains.guides.service import packages
from tests.guides.conftest import Bureau

# Whoever cooks without a pipe has every card.
NO_PIPE = {"cook": "yes", "pipe": "no"}
QUESTIONS: list[dict[str, Any]] = [
    {
        "key": "cook",
        "text": "店里做热菜吗",
        "choices": [{"key": "yes", "label": "做"}, {"key": "no", "label": "只卖饮料点心"}],
    },
    {
        "key": "pipe",
        "text": "有没有油烟管道",
        "choices": [{"key": "yes", "label": "有"}, {"key": "no", "label": "没有"}],
        "when": [{"question": "cook", "choices": ["yes"]}],
    },
]


def cards(licence: str, food: str, smoke: str) -> list[dict[str, Any]]:
    """Cards over the catalogue codes of three items."""
    return [
        {"key": "licence", "title": "办营业执照", "code": licence},
        {"key": "food", "title": "办食品经营许可", "code": food, "after": ["licence"]},
        {
            "key": "smoke",
            "title": "装油烟管道报备",
            "code": smoke,
            "after": ["licence"],
            "when": [{"question": "pipe", "choices": ["no"]}],
        },
    ]


def package(**differs: Any) -> GuidePackageContent:
    given = {
        "name": "我要开餐馆",
        "lead": "从执照到开门，一步一步来。",
        "theme": "business",
        "questions": QUESTIONS,
        "cards": cards("code1", "code2", "code3"),
    }
    return GuidePackageContent.model_validate(given | differs)


def three_items(bureau: Bureau) -> list[str]:
    """Codes of published items: 1, 5 and 3 working days."""
    made = []
    for days, papers in ((1, ["身份证"]), (5, ["身份证", "健康证"]), (3, ["房屋证明"])):
        material = [{"name": one, "copies": 1} for one in papers]
        one = bureau.published(name=f"事项{days}", promised_days=days, materials=material)
        made.append(items.get(one).code)
    return made


def offered(bureau: Bureau, **differs: Any) -> str:
    """A package that stands."""
    content = package(cards=cards(*three_items(bureau)), **differs)
    form = GuidePackageForm(region=bureau.region, content=content)
    made = packages.draft(bureau.act(), form).id
    offer(bureau, made)
    return made


def offer(bureau: Bureau, made: str) -> None:
    """Hand a draft in; the colleague lets it stand."""
    packages.submit(bureau.act(), made)
    packages.publish(bureau.review(), made)
