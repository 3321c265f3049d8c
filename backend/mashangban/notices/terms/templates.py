"""What notices say: one entry a kind, in words for a worker of 58. Values are put in by name.

WeChat shows at most 20 characters of a field, so titles stay within that.
"""

from mashangban.notices.terms import (
    answers,
    appointments,
    arrears,
    claims,
    crossregion,
    defects,
    documents,
    guides,
    helpdesk,
    homes,
    identity,
    matters,
    mydata,
    policies,
    publicareas,
)
from mashangban.notices.terms.template import BY_PHONE, Template

# The subscribe-message template registered for the mini-program's account: thing1 title, thing2 text, time3 when.
WECHAT_TEMPLATE_ID = "mashangban-notice-0001"
SMS_SIGNATURE = "【码上办】"


TEMPLATES: dict[str, Template] = {
    "workers.contract.to-sign": Template(
        "有一份合同等您签字",
        "{employer}发来{project}的劳动合同，请在{due}看完并签字。",
        BY_PHONE,
        mandatory=True,
    ),
    "workers.contract.to-countersign": Template(
        "有合同等您盖章",
        "{worker}已在{project}的劳动合同上签字，请在{due}确认盖章。",
        BY_PHONE,
        mandatory=True,
    ),
    "workers.contract.sealed": Template(
        "您的劳动合同已生效",
        "{employer}已在{project}的劳动合同上盖章，可随时查看、下载。",
        BY_PHONE,
        mandatory=True,
    ),
    "workers.contract.refused": Template(
        "单位没有同意这份合同",
        "{employer}没有同意{project}的劳动合同，原因：{reason}。",
        BY_PHONE,
        mandatory=True,
    ),
    "workers.contract.withdrawn": Template("合同申请已撤回", "{worker}撤回了{project}的劳动合同申请。"),
    "workers.contract.lapsed": Template(
        "合同逾期没有签成",
        "{project}的劳动合同过了期限没有签成，需要时请重新扫码申请。",
        BY_PHONE,
        mandatory=True,
    ),
    "workers.contract.change-proposed": Template(
        "有人提出改合同",
        "{proposer}提出变更{project}的劳动合同，请看清改了什么，再决定同不同意。",
        BY_PHONE,
        mandatory=True,
    ),
    "workers.contract.change-accepted": Template(
        "合同变更已生效", "{project}的劳动合同变更已经双方同意。", mandatory=True
    ),
    "workers.contract.change-refused": Template(
        "合同变更没有通过", "{project}的劳动合同变更，对方没有同意。", mandatory=True
    ),
    "workers.contract.expiring": Template(
        "劳动合同快到期了",
        "您在{project}的劳动合同{due}到期，续签或离场请提前和单位说清。",
        BY_PHONE,
        mandatory=True,
    ),
    "workers.contract.ended": Template(
        "劳动合同已结束", "您在{project}的劳动合同已于{day}结束，工资应当结清。", BY_PHONE, mandatory=True
    ),
    "workers.certificate.expiring": Template(
        "您的证书快到期了",
        "您的“{what}”证{day}到期。请提前去发证机关延期，到期后不能再干这个工种。",
        BY_PHONE,
        mandatory=True,
    ),
    "workers.certificate.expired": Template(
        "您的证书已经过期",
        "您的“{what}”证{day}已到期。延期办好前不要再干这个工种，办好后请更新证书。",
        BY_PHONE,
        mandatory=True,
    ),
    "workers.certificate.expired-at-site": Template(
        "有工人的证书过期了",
        "{project}的{worker}“{what}”证{day}已到期，请安排换岗，等证书延期。",
        BY_PHONE,
        mandatory=True,
    ),
    "workers.certificate.checked": Template("证书核对好了", "{project}核对了您的“{what}”证，可以用。"),
    "workers.certificate.refused": Template(
        "证书核对没有通过",
        "{project}核对您的“{what}”证没有通过。{reason}。请带上证找劳资专管员。",
        BY_PHONE,
        mandatory=True,
    ),
    "workers.training.to-confirm": Template(
        "请确认安全培训",
        "{project}登记您{day}参加了“{what}”。参加了请点确认，没参加请不要点。",
        BY_PHONE,
    ),
    "payments.card.refused": Template(
        "银行卡没有核对通过",
        "银行说{card}这张卡和您的姓名对不上，工资打不进去。请对着卡重新填一遍，或换一张您本人的卡。",
        BY_PHONE,
        mandatory=True,
    ),
    "payments.card.shared": Template(
        "您的银行卡和别人重复",
        "{card}这张卡有别人也登记了，工资暂时打不进去。请换成您本人的卡，不清楚就问劳资员。",
        BY_PHONE,
        mandatory=True,
    ),
    "payments.card.shared-clerk": Template(
        "有工人和别人共用银行卡",
        "{project}的{worker}登记的银行卡和别人重复，工资发不出去，请尽快核实。",
        BY_PHONE,
        mandatory=True,
    ),
    "payments.transfer.not-paid": Template(
        "有一笔工资没有到账",
        "{month}工资{amount}没有打到卡上，原因：{reason}。请看看您的银行卡登记得对不对。",
        BY_PHONE,
        mandatory=True,
    ),
    "payments.run.incomplete": Template(
        "工资付款明细不齐", "{project}{month}工资还不能付款：{note}。", BY_PHONE, mandatory=True
    ),
    "payments.run.short": Template(
        "专户余额不足，工资没付出",
        "{project}{month}工资：{note}。请马上补足，到账后自动继续付款。",
        BY_PHONE,
        mandatory=True,
    ),
    "payments.run.blocked": Template(
        "没有工资专户，付不了工资", "{project}{month}工资：{note}，请马上登记。", BY_PHONE, mandatory=True
    ),
    "payments.funding.warning": Template(
        "发薪日前专户钱不够",
        "{project}{day}发工资，预计要{need}，专户现有{balance}，还差{gap}，请提前补足。",
        BY_PHONE,
        mandatory=True,
    ),
    "payments.difference.found": Template(
        "银行对账有差异", "{project}的工资专户对账发现：{what}。请核实并说明。", mandatory=True
    ),
    "payments.deposit.missing": Template(
        "保证金还没有存", "{project}的{what}要在{due}前存好并登记。", BY_PHONE, mandatory=True
    ),
    "payments.deposit.ending": Template(
        "保函快到期或已到期", "{project}的{what}到{due}为止，请及时续办。", BY_PHONE, mandatory=True
    ),
    "wages.line.to-confirm": Template(
        "这个月的工资等您核对",
        "{project}{month}的工资算好了，请看清怎么算的，对就签字，不对就说。",
        BY_PHONE,
        mandatory=True,
    ),
    "wages.line.changed": Template(
        "您的工资有改动",
        "{project}{month}的工资原来{before}，现在{after}，请重新核对。",
        BY_PHONE,
        mandatory=True,
    ),
    "wages.line.assisted": Template(
        "您在班组长手机上签了字",
        "您已在班组长手机上确认{project}{month}的工资，有见证人在场；不是您本人签的，请马上提异议。",
        BY_PHONE,
        mandatory=True,
    ),
    "wages.line.objected": Template("有工人对工资有异议", "{worker}对{project}{month}的工资有异议，请答复。"),
    "wages.line.answered": Template(
        "单位答复了您的异议",
        "{employer}答复了您对{project}{month}工资的异议，同意就签字，不同意可以坚持。",
        BY_PHONE,
        mandatory=True,
    ),
    "wages.line.insisted": Template(
        "有工人坚持工资异议", "{worker}不同意单位对{project}{month}工资的答复，请督促处理。", BY_PHONE
    ),
    "wages.line.paid": Template(
        "工资到账了",
        "{project}{month}的工资{amount}已发到您的卡上，请看看收到没有。",
        BY_PHONE,
        mandatory=True,
    ),
    "wages.line.returned": Template(
        "工资没发成，银行退回了",
        "{project}{month}的工资被银行退回，原因：{reason}。请检查登记的银行卡。",
        BY_PHONE,
        mandatory=True,
    ),
    "wages.line.returned-office": Template(
        "有一笔工资被银行退回", "{worker}{month}的工资被退回，原因：{reason}。银行卡改好后请重新发放。"
    ),
    "wages.line.not-received": Template(
        "工人说工资不对", "{worker}说{month}的工资{amount}没收到或金额不对，请马上核实。", BY_PHONE
    ),
    "wages.table.to-approve": Template(
        "有工资表等您审核", "{employer}提交了{project}{month}的工资表，请审核。"
    ),
    "wages.table.returned": Template(
        "工资表被总包退回", "{project}{month}的工资表被退回，原因：{reason}。改好后请重新提交。"
    ),
    "wages.table.due": Template("工人核对时间到了", "{project}{month}的工资表核对期满，可以提交总包审核。"),
    "attendance.day.question": Template(
        "请您说说这天上没上工",
        "{day}在{project}的考勤对不上：{why}。请在{due}告诉我们您干了多久。",
        BY_PHONE,
        mandatory=True,
    ),
    "attendance.day.lowering": Template(
        "有人要改少您的考勤",
        "{day}在{project}记{halves}，有人要改成{said}。不同意请在{due}点开说明，不答复就不改。",
        BY_PHONE,
        mandatory=True,
    ),
    "attendance.day.reminder": Template(
        "还有考勤等您答复", "{day}在{project}的考勤还没答复，请在{due}点开看看。", BY_PHONE, mandatory=True
    ),
    "attendance.day.absent": Template("点名记您没上工", "{day}在{project}点名记您没上工。上了工请点开申报。"),
    "attendance.day.changed": Template(
        "您的考勤有变动", "{day}在{project}的考勤现在记{halves}，点开能看是谁改的、为什么。", mandatory=True
    ),
    "attendance.day.claimed": Template(
        "有工人申报上工",
        "{worker}申报{day}在{project}上工{said}，请在{due}核实，不答复就按工人说的算。",
        BY_PHONE,
    ),
    **answers.TEMPLATES,
    **arrears.TEMPLATES,
    **homes.TEMPLATES,
    **identity.TEMPLATES,
    **policies.TEMPLATES,
    **defects.TEMPLATES,
    **publicareas.TEMPLATES,
    **appointments.TEMPLATES,
    **crossregion.TEMPLATES,
    **guides.TEMPLATES,
    **matters.TEMPLATES,
    **mydata.TEMPLATES,
    **helpdesk.TEMPLATES,
    **claims.TEMPLATES,
    **documents.TEMPLATES,
    "deadlines.remind": Template("有事快到期了", "“{what}”还没有办，{due}到期。"),
    "deadlines.overdue": Template(
        "有事已经超期", "“{what}”已超过{due}的期限，请马上办理。", BY_PHONE, mandatory=True
    ),
    "deadlines.escalated": Template(
        "下级超期，请督办", "{who}的“{what}”已超过{due}的期限，请督促办理。", BY_PHONE, mandatory=True
    ),
    "reporting.report.needs-person": Template(
        "有数据没有报成", "{platform}退回了数据，或没有响应。请到管理端“数据报送”处理。"
    ),
}
