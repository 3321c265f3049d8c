"""What oversight tells of a person: which office opened their line when, and why."""

from collections.abc import Iterator

from mashangban.domains.workers.service import viewing
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import every
from mashangban.kernel.personal import Holding, Part
from mashangban.kernel.recipients import Recipient
from mashangban.processes.oversight import repository
from mashangban.processes.oversight.rules import Told
from mashangban.processes.oversight.schemas import LookedAt
from mashangban.registry import divisions


def _looks(act: Act) -> Iterator[Schema]:
    for contract in every(lambda page: viewing.my_contracts(act.actor, page)):
        yield from map(_view, repository.of_contract(contract.id))


def _view(one: Told) -> LookedAt:
    region = divisions.full_name(one.look.region)
    return LookedAt(at=one.look.at, contract_id=one.look.contract_id, region_name=region, reason=one.reason)


HOLDING = Holding(
    parts=(
        Part(
            "监管部门查看记录",
            "哪里的监管部门什么时候打开过您的合同，填的什么原因",
            "监管部门查看前填写",
            "网络日志至少保存六个月（网络安全法第二十一条）",
            _looks,
        ),
    ),
    lawful="监管部门的查看记录（网络安全法第二十一条）",
    recipients=(
        Recipient(
            "监管部门",
            "先看到的是数字；要看到某个人的合同，先填原因，留下记录，您也看得到",
            "管用工、查欠薪",
            "保障农民工工资支付条例第七条",
        ),
    ),
)
