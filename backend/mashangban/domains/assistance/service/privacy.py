"""What remote help tells of a person: who looked at which form when. What stood in it was wiped at the end."""

from collections.abc import Iterator

from mashangban.domains.assistance.service import views
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import every
from mashangban.kernel.personal import Holding, Part
from mashangban.kernel.recipients import Recipient


def _sharings(act: Act) -> Iterator[Schema]:
    return every(lambda page: views.mine(act, page))


HOLDING = Holding(
    parts=(
        Part(
            "请人帮忙的记录",
            "什么时候、谁、看着您填哪张表；表里填的内容结束时已清除",
            "您同意共享时由平台记下",
            "保存到您注销为止",
            _sharings,
        ),
    ),
    erased="共享停止，记录不再写您是谁",
    recipients=(
        Recipient(
            "帮您填表、看您屏幕的工作人员",
            "您同意共享的那张表或那块屏幕；身份证号、卡号这样的格子不给看",
            "和您一起填",
            "每次都先问您，您随时能停（个人信息保护法第二十三条）",
        ),
        Recipient(
            "屏幕共享的中转",
            "您的网络地址和加密的画面，中转看不了也不留",
            "两边网络不通时把画面传过去",
            "每次都先问您（个人信息保护法第二十三条）",
            ("RTC_SERVERS", "TURN_SERVERS"),
        ),
    ),
)
