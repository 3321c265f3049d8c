"""What can go wrong where a conversation and a form meet."""

from mashangban.kernel.errors import Conflict


class NobodyAnswers(Conflict):
    code = "handling.conversation.nobody"
    title = "现在没有工作人员在和您说话"
    kept = "您填的内容都在手机里"
    next = "请等有人接了再点，或者改用念号码的办法"
