"""What payments tell of a person: their card, what became of it, and what money came to it."""

from collections.abc import Iterator
from contextlib import suppress

from mashangban.domains.payments import errors
from mashangban.domains.payments.partners import bank
from mashangban.domains.payments.service import cards, viewing
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import every
from mashangban.kernel.personal import Holding, Part


def _card(act: Act) -> Iterator[Schema]:
    with suppress(errors.NoCard):
        yield cards.show_card(act.actor)


def _arrivals(act: Act) -> Iterator[Schema]:
    return every(lambda page: viewing.my_arrivals(act.actor, page))


HOLDING = Holding(
    parts=(
        Part(
            "银行卡",
            "您登记的工资卡；为了安全，卡号只写后四位",
            "您自己登记，银行核对过是不是您的卡",
            "保存到您换卡或注销为止",
            _card,
        ),
        Part(
            "银行卡变更",
            "您的卡什么时候登记、核对、更换",
            "平台在每次变更时记下",
            "随工资发放记录保存",
            lambda act: viewing.my_card_log(act.actor),
        ),
        Part(
            "到账记录",
            "银行每一次给您发工资的结果",
            "银行的回执",
            "工资支付台账至少保存三年（保障农民工工资支付条例第十五条）",
            _arrivals,
        ),
    ),
    erased="银行卡号",
    lawful="发放记录（保障农民工工资支付条例第十五条）",
    recipients=(bank.RECIPIENT,),
    decided="同一张卡有两个人登记，系统先停住往这张卡打钱，并告诉两个人；换成自己的卡马上恢复，不清楚的问劳资员",
)
