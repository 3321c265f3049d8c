"""What the register of persons tells of somebody: where they were last seen at work."""

from collections.abc import Iterator

from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.personal import Holding, Part
from mashangban.registry.repository import persons
from mashangban.registry.service.views import person_view


def _entry(act: Act) -> Iterator[Schema]:
    found = persons.find(act.actor.person_id)
    if found is not None and not found.left:
        yield person_view(found)


HOLDING = Holding(
    parts=(
        Part(
            "人员登记册",
            "监管部门的登记册里您的那一行：最近在哪个单位、哪个工地、什么工种",
            "从您生效的合同登记（保障农民工工资支付条例第二十八条）",
            "用工台账到工程完工、工资结清后至少三年（保障农民工工资支付条例第二十八条）",
            _entry,
        ),
    ),
    erased="登记册里您的那一行",
)
