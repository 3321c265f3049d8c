"""What workers tell of a person: contracts, certificates, trainings, and to whom a history was shown."""

from collections.abc import Iterator

from mashangban.domains.workers.schemas import ContractView
from mashangban.domains.workers.schemas.histories import ShareView
from mashangban.domains.workers.service import attending, certificates, histories, viewing
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import every
from mashangban.kernel.personal import Holding, Part, Uploads, opened
from mashangban.kernel.recipients import Recipient


def _contracts(act: Act) -> Iterator[Schema]:
    def whole(identity: str) -> ContractView:
        return viewing.show_contract(act.actor, identity)

    return opened((one.id for one in every(lambda page: viewing.my_contracts(act.actor, page))), whole)


def _certificates(act: Act) -> Iterator[Schema]:
    return opened(certificates.mine(act.actor), lambda one: certificates.show(act.actor, one.id))


def _shares(act: Act) -> Iterator[ShareView]:
    return every(lambda page: histories.my_shares(act.actor, page))


HOLDING = Holding(
    parts=(
        Part(
            "劳动合同",
            "您签过的每一份合同：单位、工种、工钱、期限、每一步的时间",
            "您和用工单位签订（劳动合同法第十六条）",
            "合同结束后至少两年（劳动合同法第五十条），用工台账到工程完工、工资结清后至少三年（保障农民工工资支付条例第二十八条）",
            _contracts,
        ),
        Part(
            "证书",
            "您登记的特种作业等证书",
            "您自己登记，单位核对",
            "保存到您注销为止",
            _certificates,
        ),
        Part(
            "安全培训",
            "您参加过的每一次安全培训",
            "工地组织，您扫码或签名确认（安全生产法第二十八条）",
            "随工地的培训档案保存（安全生产法第二十八条）",
            lambda act: attending.mine(act.actor),
        ),
        Part(
            "出示过的履历",
            "您什么时候出示过履历码，被看过几次",
            "您自己出示的",
            "保存到您注销为止",
            _shares,
        ),
    ),
    erased="证书、出示过的履历码，和没有签成的登记里的姓名、签字、文件",
    lawful="双方确认过的合同（劳动合同法第五十条、保障农民工工资支付条例第二十八条）和培训档案（安全生产法第二十八条）",
    uploads=Uploads.LET_GO,
    recipients=(
        Recipient(
            "用工单位和施工总承包单位",
            "合同上写的姓名和身份证号、您的证书和安全培训，屏幕上号码只露一部分",
            "和您签合同、管用工",
            "劳动合同法第八条、第十七条，保障农民工工资支付条例第二十八条",
        ),
        Recipient(
            "看您履历码的人",
            "您出示的那几项，不含身份证号",
            "您找活时证明干过什么",
            "您自己出示",
        ),
    ),
)
