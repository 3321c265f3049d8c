"""A county's office handles two of its items online: eleven matters, one in each state that one may meet."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from demo.crossregion import scan
from demo.ground import Ground, act
from mashangban.domains.guides.schemas import GuideHeadsQuery
from mashangban.domains.guides.service import reading
from mashangban.domains.guides.terms import GuideShelf
from mashangban.domains.matters.schemas.matters import (
    MatterAsked,
    MatterCheck,
    MatterDecision,
    MatterDelivered,
    MatterFilling,
    MatterSaid,
)
from mashangban.domains.matters.schemas.offers import MatterOfferForm
from mashangban.domains.matters.schemas.ratings import MatterRating
from mashangban.domains.matters.service import filling, handling, rating
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Principal
from mashangban.processes.handling.schemas import MatterBeginning
from mashangban.processes.handling.service import handling as process

Say = Callable[[str], None]
COUNTY = "330106"
_TRADER, _FOOD = "个体工商户设立登记", "食品经营许可（餐饮服务）"
_ASKS = [
    {"key": "f1", "label": "店名", "kind": "text"},
    {"key": "f2", "label": "经营面积（平方米）", "kind": "number", "required": False},
]
_PAPERS = {
    _TRADER: {"身份证": "licence", "经营场所证明": "files"},
    _FOOD: {"营业执照": "licence", "健康证明": "files", "场所布局图": "files", "食品安全管理制度": "files"},
}
# As long ago that nobody's silence is in doubt, holidays or not.
_LONG_AGO, _LONGER_AGO = timedelta(days=20), timedelta(days=40)
_LACKS = "健康证明已过期，请换新的\n布局图没有标出水池"


class _Office:
    """Who accepts in the county, who decides above it, and the items they handle."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.made = ground, 0
        self.clerk, self.decider = ground.staff["xihu"], ground.staff["hangzhou"]
        query = GuideHeadsQuery(region=COUNTY, shelf=GuideShelf.PUBLISHED, limit=50)
        self.items = {one.name: one.id for one in reading.heads(self.clerk, query).items}
        offer = MatterOfferForm.model_validate(
            {"open": True, "asks": _ASKS, "deliveries": ["phone", "hall", "courier"]}
        )
        for name in _PAPERS:
            process.keep(act(self.clerk), self.items[name], offer)

    def draft(self, name: str = _TRADER, at: datetime | None = None, **differs: Any) -> tuple[Principal, str]:
        """Everything is there, not handed in yet."""
        who, _ = self.ground.meet()
        self.made += 1
        frame = Act(who, at or clock.now())
        one = process.begin(frame, MatterBeginning(item_id=self.items[name])).id
        filling.save(frame, one, self.filled(who, name, **differs))
        return who, one

    def filled(self, who: Principal, name: str, **differs: Any) -> MatterFilling:
        entries = [
            {"name": paper, "how": how, "files": [scan(who, paper, "matter")] if how == "files" else []}
            for paper, how in _PAPERS[name].items()
        ]
        given = {"entries": entries, "values": {"f1": "老王小吃", "f2": "36"}, "delivery": "phone"}
        return MatterFilling.model_validate(given | differs)

    def submitted(
        self, name: str = _TRADER, at: datetime | None = None, **differs: Any
    ) -> tuple[Principal, str]:
        who, one = self.draft(name, at, **differs)
        filling.submit(Act(who, at or clock.now()), one, self.filled(who, name, **differs))
        return who, one

    def accepted(self, name: str = _TRADER, **differs: Any) -> str:
        _, one = self.submitted(name, **differs)
        handling.accept(act(self.clerk), one)
        return one

    def decide(self, one: str, outcome: str = "granted", reason: str = "") -> None:
        form = MatterDecision.model_validate({"outcome": outcome, "reason": reason})
        handling.decide(act(self.decider), one, form)


def fill(ground: Ground, say: Say) -> None:
    """Each act by the person, the clerk or the one who decides."""
    office = _Office(ground)
    office.draft(_FOOD)
    _looked_at(office)
    office.submitted(_FOOD)
    office.submitted(at=clock.now() - _LONG_AGO)  # the clock accepts it by itself
    _supplement(office)
    _never_supplied(office)
    office.accepted(_FOOD)
    _reviewed(office)
    _refused(office)
    office.decide(office.accepted())
    _sent(office)
    say(f"{len(_PAPERS)} 件事能网上办、{office.made} 个网上办件 / matters handled online")


def _looked_at(office: _Office) -> None:
    """An official looked before it was handed in: one paper is to be mended."""
    who, one = office.draft(_FOOD)
    filling.ask_check(act(who), one)
    verdicts = [
        {"name": name, "fine": name != "健康证明", "why": "照片糊了，请重拍"} for name in _PAPERS[_FOOD]
    ]
    handling.check(act(office.clerk), one, MatterCheck.model_validate({"verdicts": verdicts}))


def _supplement(office: _Office) -> None:
    _, one = office.submitted(_FOOD)
    handling.ask_more(act(office.clerk), one, MatterAsked(said=_LACKS))


def _never_supplied(office: _Office) -> None:
    """Asked for so long ago that the clock ends it by itself."""
    then = clock.now() - _LONGER_AGO
    _, one = office.submitted(_FOOD, at=then)
    handling.ask_more(Act(office.clerk, then), one, MatterAsked(said=_LACKS, days=5))


def _reviewed(office: _Office) -> None:
    """Somebody goes there and looks: the time is not counted."""
    handling.pause(act(office.clerk), office.accepted(_FOOD), MatterSaid(said="现场核查"))


def _refused(office: _Office) -> None:
    _, one = office.submitted()
    handling.refuse(
        act(office.clerk), one, MatterSaid(said="经营场所不在本区，不属于本机关职权（行政许可法第三十二条）")
    )


def _sent(office: _Office) -> None:
    """Denied, the paper is on its way by courier, and its person is not content: a task of the office."""
    who, one = office.submitted(_FOOD, delivery="courier", address="文三路 1 号")
    handling.accept(act(office.clerk), one)
    office.decide(one, "denied", "经营场所不符合食品安全法第三十三条第一款第一项")
    handling.deliver(act(office.decider), one, MatterDelivered(waybill="EX1234567890CN"))
    rating.rate(act(who), one, MatterRating(stars=2, text="哪里不符合，没有人到店里来说过"))
