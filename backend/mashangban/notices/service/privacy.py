"""The notices a person got, and what is left of them."""

from mashangban.kernel.personal import Holding, Part
from mashangban.notices.partners import sms, wechat
from mashangban.notices.service import inbox

HOLDING = Holding(
    parts=(
        Part(
            "消息",
            "平台发给您的每一条消息",
            "您的合同、工资、报修等事项有进展时，由平台发出",
            "保存到您注销为止",
            lambda act: inbox.all_of(act.actor),
        ),
        Part(
            "消息设置",
            "您选择用什么方式收消息",
            "您自己设置的",
            "保存到您注销为止",
            lambda act: (inbox.preferences(act.actor),),
        ),
    ),
    erased="收件箱和消息设置",
    recipients=(sms.RECIPIENT, wechat.RECIPIENT),
)
