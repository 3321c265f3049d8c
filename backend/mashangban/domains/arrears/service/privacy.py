"""What arrears tell of a person: when pay was due, and what they complained of."""

from collections.abc import Iterator

from mashangban.domains.arrears.service import viewing
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import every
from mashangban.kernel.personal import Holding, Part, Uploads, opened
from mashangban.kernel.recipients import Recipient


def _due(act: Act) -> Iterator[Schema]:
    listed = every(lambda page: viewing.my_pay(act.actor, page, act.at))
    return opened((one.id for one in listed), lambda identity: viewing.show_pay(act.actor, identity, act.at))


def _complaints(act: Act) -> Iterator[Schema]:
    listed = every(lambda page: viewing.my_complaints(act.actor, page))
    return opened(
        (one.id for one in listed), lambda identity: viewing.show_complaint(act.actor, identity, act.at)
    )


HOLDING = Holding(
    parts=(
        Part(
            "应发工资日",
            "每个月的工资应该哪天到账、到了没有、晚了几天",
            "按合同约定的发薪日和考勤算出，遇节假日提前（保障农民工工资支付条例第十四条）",
            "随工资支付台账保存，至少三年（保障农民工工资支付条例第十五条）",
            _due,
        ),
        Part(
            "欠薪投诉",
            "您提过的投诉和办理经过；不想让单位知道的，单位看不到",
            "您提出，或到期没发时由平台提出（保障农民工工资支付条例第十条）",
            "随案卷保存（档案法）",
            _complaints,
        ),
    ),
    lawful="欠薪案卷（档案法）和工资支付台账（保障农民工工资支付条例第十五条）",
    uploads=Uploads.KEPT,
    recipients=(
        Recipient(
            "人力资源社会保障部门",
            "您的投诉、合同、考勤和工资",
            "查欠薪",
            "保障农民工工资支付条例第七条",
        ),
        Recipient(
            "被投诉的用工单位",
            "您投诉的内容；您选了不让单位知道的，单位看不到",
            "答复和付清工资",
            "保障农民工工资支付条例第十条",
        ),
    ),
    decided="到了该发工资的那天还没到账，系统自动提醒单位，再逐级报给主管部门；钱已经收到的，您可以随时说明",
)
