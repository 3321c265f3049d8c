"""An office that writes service items, and what it writes."""

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from mashangban.domains.guides.schemas import GuideContent, GuideForm
from mashangban.domains.guides.service import items
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Principal
from tests.registry.conftest import COUNTY, officer

TODAY = clock.local_date(clock.now())


def written(**differs: Any) -> GuideContent:
    """A permit that is ready to be published."""
    given = {
        "name": "食品经营许可（餐饮服务）",
        "words": ["开饭店"],
        "kind": "01",
        "level": "district",
        "department": "样例区市场监督管理局",
        "audience": ["trader", "company"],
        "themes": ["business"],
        "basis": [{"law": "中华人民共和国食品安全法", "article": "第三十五条"}],
        "conditions": "有固定的经营场所",
        "materials": [
            {"name": "营业执照", "source": "office", "licence": "营业执照"},
            {"name": "健康证", "source": "other", "copies": 1},
        ],
        "steps": [{"name": "提交申请", "who": "本人"}, {"name": "审查", "who": "窗口工作人员", "days": 5}],
        "legal_days": 20,
        "promised_days": 5,
        "visits": 1,
        "places": [{"name": "样例区政务服务中心", "address": "文三路 1 号", "window": "3 号窗口"}],
        "online": "浙里办搜“食品经营许可”",
        "phone": "0571-12345",
        "result": "食品经营许可证",
        "valid_from": "2020-01-01",
    }
    return GuideContent.model_validate(given | differs)


def new_code() -> str:
    return f"11{ids.new_id()[-16:]}"


@dataclass
class Bureau:
    """An office of a county: one who writes, and a colleague who publishes."""

    region: str = COUNTY
    officer: Principal = field(default_factory=officer)
    colleague: Principal = field(init=False)

    def __post_init__(self) -> None:
        self.colleague = replace(self.officer, person_id=ids.new_id(), session_id=ids.new_id())

    def act(self, at: dt.datetime | None = None) -> Act:
        return Act(self.officer, at or clock.now())

    def drafted(self, **differs: Any) -> str:
        """An item that is being written."""
        form = GuideForm(region=self.region, code=new_code(), content=written(**differs))
        return items.draft(self.act(), form).id

    def published(self, **differs: Any) -> str:
        """An item that everybody may read."""
        made = self.drafted(**differs)
        self.publish(made)
        return made

    def publish(self, made: str) -> None:
        """Hand a draft in; the colleague lets it stand."""
        items.submit(self.act(), made)
        items.publish(self.review(), made)

    def review(self) -> Act:
        return Act(self.colleague, clock.now())


@pytest.fixture
def bureau(tables: str) -> Bureau:
    return Bureau()
