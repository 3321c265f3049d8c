"""What notices say about tickets of the help desk. None of them repeats what somebody wrote."""

from mashangban.notices.terms.template import BY_PHONE, Template

TEMPLATES: dict[str, Template] = {
    "helpdesk.received": Template("您提的事已收到", "您提的事（{number}）由{desk}办理，{due}前答复。"),
    "helpdesk.taken": Template("您提的事有人接手了", "{desk}已接手您提的事（{number}）。"),
    "helpdesk.moved": Template("您提的事转了部门", "您提的事（{number}）现在由{desk}办理，答复的时间不变。"),
    "helpdesk.paused": Template(
        "您提的事暂停计时", "您提的事（{number}）暂停计时：{reason}，最晚到{day}。", BY_PHONE
    ),
    "helpdesk.relabelled": Template(
        "您提的事改了类别",
        "您提的事（{number}）由{before}改为{after}，理由见详情。不同意可以点开说明。",
        BY_PHONE,
        mandatory=True,
    ),
    "helpdesk.extended": Template(
        "答复的时间延长了", "您提的事（{number}）经督办批准延长{term}，理由见详情。"
    ),
    "helpdesk.joined": Template(
        "您提的事和别人的一起办", "您提的事（{number}）和另一件是同一件事，一起办、一起答复。"
    ),
    "helpdesk.left": Template("您提的事单独办理", "您提的事（{number}）改为单独办理，由{desk}答复。"),
    "helpdesk.answered": Template(
        "您提的事有答复了", "{desk}答复了您提的事（{number}）。解决没有，请在{due}前说一声。", BY_PHONE
    ),
    "helpdesk.followed": Template(
        "您提的事有答复了", "和您一起办的那件事有答复了（{number}），请看看解决没有。", BY_PHONE
    ),
    "helpdesk.confirm-soon": Template(
        "请说说解决没有", "您提的事（{number}）已答复，{due}前没有意见就办结。"
    ),
    "helpdesk.called": Template(
        "您提的事回访过了", "{desk}回访了您提的事（{number}），记录是：{result}。不对请点开说明。"
    ),
    "helpdesk.lapsed": Template(
        "您提的事已办结", "您提的事（{number}）期满没有意见，已办结。没解决15天内可以重开。"
    ),
    "helpdesk.mended": Template("您的差评有整改了", "{desk}说明了对{number}的整改，会有人打电话给您。"),
    "helpdesk.to-answer": Template(
        "有提问要答复", "{desk}有一件{klass}（{number}）要办，{due}前答复。", BY_PHONE
    ),
    "helpdesk.assigned": Template(
        "督办指定您的部门办", "{number}由督办指定{desk}办理，不能退回。", BY_PHONE, mandatory=True
    ),
    "helpdesk.added": Template("提问人补充了情况", "{number}有新的补充，请看详情。"),
    "helpdesk.resumed": Template("暂停的时间到了", "{number}已恢复计时，请接着办。"),
    "helpdesk.withdrawn": Template("提问人撤回了", "{number}已由提问人撤回。"),
    "helpdesk.partner": Template("请您的部门协办", "{desk}请您的部门为{number}说明情况。", BY_PHONE),
    "helpdesk.partner-answered": Template("协办部门答复了", "{partner}已为{number}说明情况。"),
    "helpdesk.unsolved": Template(
        "提问人说没解决", "{number}提问人说没解决，请{desk}接着办。", BY_PHONE, mandatory=True
    ),
    "helpdesk.insisted": Template(
        "提问人坚持是投诉", "{number}提问人坚持是投诉，已改回投诉。", BY_PHONE, mandatory=True
    ),
    "helpdesk.softened": Template(
        "有投诉被改成别类", "{desk}把{number}由{before}改为{after}，请看理由是否成立。", mandatory=True
    ),
    "helpdesk.urged": Template("督办催办", "{number}被督办催办，请{desk}马上办。", BY_PHONE, mandatory=True),
    "helpdesk.late": Template(
        "提问超期未答", "{desk}的{number}超过{due}还没答复，请督促办理。", BY_PHONE, mandatory=True
    ),
    "helpdesk.call-owed": Template(
        "答复后没有回访", "{desk}的{number}到{due}还没有回访，不能办结。", BY_PHONE, mandatory=True
    ),
    "helpdesk.rated-badly": Template(
        "有差评要核实", "{desk}的{number}得到差评，请在1个工作日内核实。", BY_PHONE, mandatory=True
    ),
    "helpdesk.to-mend": Template(
        "差评要整改", "{desk}的{number}差评属实，请整改并说明，15个工作日内办完。", BY_PHONE, mandatory=True
    ),
    "helpdesk.to-call": Template(
        "差评要回访", "{desk}的{number}差评核实不属实，请打电话向提问人说明。", BY_PHONE
    ),
    "helpdesk.mending-late": Template(
        "差评超期未办", "{desk}的{number}“{what}”超过{due}，请督促办理。", BY_PHONE, mandatory=True
    ),
    "helpdesk.talk-taken": Template("有人接您的对话了", "{desk}的工作人员在等您，请回到对话里说。", BY_PHONE),
    "helpdesk.talk-unmanned": Template(
        "现在没有人值班", "{desk}现在没有人值班。您说的都在，可以转为提问，有人上班就答复。"
    ),
    "helpdesk.talk-warned": Template(
        "您的对话快要结束", "{desk}在等您回话，5分钟内没有回话就先结束，说过的都在。"
    ),
    "helpdesk.talk-assigned": Template(
        "督办请您接一个对话",
        "{desk}的一个对话由督办转给您，提问人在等，请马上回话。",
        BY_PHONE,
        mandatory=True,
    ),
    "helpdesk.shift-asked": Template(
        "有同事请您替班", "{desk}{when}的班，同事请您来值。请在值班表里答应或不答应。"
    ),
    "helpdesk.shift-taken": Template("有人替您的班了", "{desk}{when}的班，同事答应来值，已改到他名下。"),
    "helpdesk.shift-kept": Template("替班没有答应", "{desk}{when}的班，同事没有答应，还是您来值。"),
    "helpdesk.merger-asked": Template(
        "有部门合并等您同意",
        "{name}定于{day}并入{desk}，要另一个人同意。到那天没人同意，就不并。",
        BY_PHONE,
    ),
    "helpdesk.merger-unagreed": Template(
        "部门没有合并", "{name}原定{day}并入{desk}，到日子没有人同意，所以没有并，一切照旧。", BY_PHONE
    ),
    "helpdesk.merged": Template(
        "部门合并了", "{name}已并入{desk}。没办完的、排的班、常用语都转过去了，您手上的还归您办。", BY_PHONE
    ),
    "helpdesk.talk-ended": Template(
        "您的对话已结束", "和{desk}的对话已结束，说过的都在，7天内可以转为提问。"
    ),
}
