"""What the rules of handling say besides what each room keeps: one's rights and how to use them, and what holds for all
(个人信息保护法 Art. 17, 31, 38, 44 to 50, 52). `page` is where the phone does it.
"""

from dataclasses import dataclass
from datetime import date

from mashangban.kernel.recipients import Recipient

# The day from which this page tells; its version is a digest of all that it says.
SINCE = date(2026, 11, 27)


@dataclass(frozen=True, slots=True)
class Right:
    """What one may ask, how it is done here, by which article, on which page of the phone."""

    name: str
    how: str
    law: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that holds for all that is kept."""

    title: str
    text: str


_MY_DATA = "/pages/my-data/index"
_TICKETS = "/helpdesk/pages/mine/index"
HOST = Recipient(
    "云服务商",
    "这里写的全部信息，加密存放",
    "存数据、让平台运行",
    "受我们委托，只能照我们说的做（个人信息保护法第二十一条）",
)
RIGHTS = (
    Right("看、带走", "点“整理我的信息”，几分钟整理成一个包，可以下载", "第四十五条", _MY_DATA),
    Right(
        "改", "银行卡、证书自己就能改；名字、号码和别人记错的，到窗口改，或者在这里提", "第四十六条", _TICKETS
    ),
    Right("收回同意", "实名授权随时可以撤回；撤回以前办的还算数", "第十五条", _MY_DATA),
    Right(
        "收回银行卡",
        "点“移除这张卡”就收回了；以前的到账记录法律要求留着",
        "第十五条",
        "/payments/pages/card/index",
    ),
    Right("删除、注销", "点“申请删除我的信息”；法律要求留的先记下，期满那天自动删", "第四十七条", _MY_DATA),
    Right("看谁看过", "帮您填表的人看过哪几项，都记着", "第四十四条", "/assistance/pages/sharings/index"),
    Right("投诉", "先找上面的负责人；也可以在这里提，或者找网信部门", "第五十条、第六十五条", _TICKETS),
    Right("亲属来办", "人去世以后，近亲属带身份证和亲属关系证明到窗口办", "第四十九条"),
)
REMARKS = (
    Remark(
        "不同意会怎样", "不实名、不登记银行卡，照样能看、能问、能预约。签合同、发工资要实名，是法律要求的。"
    ),
    Remark("怎么保管", "姓名、号码、卡号加密存放，屏幕上只露前后几位。谁看了完整的，都留下记录。"),
    Remark("孩子", "不满十四岁的孩子不要注册，家里的事由大人办。不满十六岁不能登记上工。"),
    Remark("规则变了", "内容变一个字，版号就变，这一页先写明。"),
)
AT_HOME = Remark("不出国", "数据存在中国境内，不给境外。")
ABROAD = Remark("不在境内", "这一套系统装在中国境外的机房，只给试用，请不要填真的信息。")
