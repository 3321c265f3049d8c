"""What notices say about late wages and complaints. To the accused side no word points to a person."""

from mashangban.notices.terms.template import BY_PHONE, Template

TEMPLATES: dict[str, Template] = {
    "arrears.pay.soon": Template("发薪日快到了", "{project}{month}的工资要在{due}发到工人卡上。", BY_PHONE),
    "arrears.pay.ended": Template(
        "合同结束，工资要结清", "{project}有工人的合同已结束，{month}的工资要在{due}一次付清。", BY_PHONE
    ),
    "arrears.pay.ended-worker": Template(
        "合同结束，工资要结清",
        "您在{project}的合同已结束，{month}的工资单位要在{due}一次付清，不用等到发薪日。",
        BY_PHONE,
    ),
    "arrears.pay.late-worker": Template(
        "工资到期没有发",
        "您在{project}{month}的工资，{due}已到期还没收到确认。系统已预警单位和总包，您也可以马上投诉。",
        BY_PHONE,
        mandatory=True,
    ),
    "arrears.pay.late": Template(
        "欠薪预警",
        "{employer}在{project}{month}的工资{due}已到期没有发，请马上补发；总包单位依法先行清偿。",
        BY_PHONE,
        mandatory=True,
    ),
    "arrears.pay.county": Template(
        "欠薪，请县区处理",
        "{employer}在{project}{month}的工资{due}到期，预警后仍没有发。",
        BY_PHONE,
        mandatory=True,
    ),
    "arrears.pay.city": Template(
        "欠薪，请市级督办",
        "{employer}在{project}{month}的工资{due}到期，县区处理期已过仍没有发。",
        BY_PHONE,
        mandatory=True,
    ),
    "arrears.pay.credit": Template(
        "欠薪已记入信用",
        "{project}{month}的工资{due}到期一直没有发，已记入信用记录，补发后会注明。",
        BY_PHONE,
        mandatory=True,
    ),
    "arrears.pay.denied": Template(
        "有工人说没收到工资",
        "{project}{month}有工人说工资没到账或不对，请马上核对补发。",
        BY_PHONE,
        mandatory=True,
    ),
    "arrears.pay.to-confirm": Template(
        "工资已发，请确认",
        "单位说您在{project}{month}的工资已付。没收到请点“没收到”；{due}不答复，就算已收到。",
        BY_PHONE,
        mandatory=True,
    ),
    "arrears.pay.confirm-soon": Template(
        "请确认工资到账",
        "您在{project}{month}的工资到账没有？{due}不答复，就算已收到。",
        BY_PHONE,
        mandatory=True,
    ),
    "arrears.pay.settled-by-silence": Template(
        "工资按已到账结清",
        "您在{project}{month}的工资，您没有提出异议，已按到账结清。不对仍可点“没收到”。",
        mandatory=True,
    ),
    "arrears.complaint.opened": Template(
        "投诉已收到",
        "您关于{project}{month}工资的投诉（{number}）已提交，证据已附上，请等监管部门受理。",
        BY_PHONE,
        mandatory=True,
    ),
    "arrears.complaint.to-accept": Template(
        "有欠薪投诉待受理",
        "{project}{month}的欠薪投诉{number}，请在5个工作日内受理。",
        BY_PHONE,
        mandatory=True,
    ),
    "arrears.complaint.accepted": Template(
        "投诉已受理", "您的投诉{number}监管部门已受理，最长60个工作日内办完。", BY_PHONE, mandatory=True
    ),
    "arrears.complaint.unit-asked": Template(
        "有欠薪投诉请答复",
        "{project}{month}有欠薪投诉{number}，请看监管部门的要求并答复。",
        BY_PHONE,
        mandatory=True,
    ),
    "arrears.complaint.unit-ordered": Template(
        "责令支付工资", "投诉{number}：请在{due}前支付{project}{month}拖欠的工资。", BY_PHONE, mandatory=True
    ),
    "arrears.complaint.proposed": Template(
        "有方案请您答复", "您的投诉{number}，监管部门提了方案，同意不同意您说了算。", BY_PHONE, mandatory=True
    ),
    "arrears.complaint.answered": Template("工人已答复方案", "投诉{number}的工人已答复，请接着办。"),
    "arrears.complaint.ordered": Template(
        "已责令单位付钱", "您的投诉{number}：监管部门责令单位在{due}前付{amount}。", BY_PHONE, mandatory=True
    ),
    "arrears.complaint.paid": Template(
        "单位说钱已付，请看",
        "您的投诉{number}，单位说已付款。没收到请点“没解决”；{due}不答复，就按已解决办结。",
        BY_PHONE,
        mandatory=True,
    ),
    "arrears.complaint.close-soon": Template(
        "投诉快要自动办结",
        "您的投诉{number}解决了吗？{due}不答复，就按已解决办结。",
        BY_PHONE,
        mandatory=True,
    ),
    "arrears.complaint.closed-by-silence": Template(
        "投诉已办结", "您的投诉{number}到期没有异议，已办结。还没解决可以再投诉。", BY_PHONE, mandatory=True
    ),
    "arrears.complaint.insisted": Template(
        "工人说没解决", "投诉{number}的工人说没有解决，请接着办。", BY_PHONE, mandatory=True
    ),
    "arrears.complaint.ended": Template("投诉已由工人结束", "投诉{number}：{state}。"),
    "arrears.complaint.clock": Template(
        "投诉的期限有变化", "您的投诉{number}办理期限有变化，点开能看到原因。", mandatory=True
    ),
}
