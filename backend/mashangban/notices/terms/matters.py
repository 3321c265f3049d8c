"""What notices say about matters that an office handles."""

from mashangban.notices.terms.template import BY_PHONE, Template

TEMPLATES: dict[str, Template] = {
    "matters.to-check": Template("有人请您先看材料", "有人准备办{what}（{number}），提交前请您先看看材料。"),
    "matters.checked": Template("材料看过了", "工作人员看了您的{what}：{result}。请点开看看。", BY_PHONE),
    "matters.received": Template(
        "已收到您的申请", "{what}（{number}）已收到，会在{due}答复您。收件凭证在办件里。", BY_PHONE
    ),
    "matters.supplement": Template(
        "请补一次材料", "{what}（{number}）要补：{need}。请在{due}补交。", BY_PHONE, mandatory=True
    ),
    "matters.to-supply": Template(
        "还没补材料", "{what}（{number}）还没补：{need}。到{due}没补，算您撤回。", BY_PHONE, mandatory=True
    ),
    "matters.lapsed": Template(
        "没补材料，算撤回了",
        "{what}（{number}）到期没补材料，算您撤回。材料还在，点开可以重新办。",
        BY_PHONE,
        mandatory=True,
    ),
    "matters.accepted": Template("已受理", "{what}（{number}）已受理，会在{due}办结。", BY_PHONE),
    "matters.silent": Template(
        "逾期没告知，已自动受理",
        "{what}（{number}）五个工作日没有告知，依法已受理，请在{due}办结。",
        BY_PHONE,
    ),
    "matters.refused": Template(
        "没有受理", "{what}（{number}）没有受理：{reason}。怎样申诉看决定书。", BY_PHONE, mandatory=True
    ),
    "matters.moved": Template("您的办件有进展", "{what}（{number}）：{state}。"),
    "matters.decided": Template(
        "您的事办结了", "{what}（{number}）：{result}。结果{state}，请看详情。", BY_PHONE, mandatory=True
    ),
    "matters.delivered": Template(
        "结果已送达", "{what}（{number}）：{result}，结果已{state}。", BY_PHONE, mandatory=True
    ),
    "matters.withdrawn": Template("本人不办了", "{what}（{number}）本人不办了，不用再办。"),
    "matters.rated-badly": Template(
        "有差评要整改",
        "{what}（{number}）本人评价{result}，请整改，{due}答复本人。",
        BY_PHONE,
        mandatory=True,
    ),
    "matters.to-confirm": Template(
        "整改的答复等您确认", "{what}（{number}）差评整改的答复写好了，请您核实后确认，{due}办完。", BY_PHONE
    ),
    "matters.mend-again": Template(
        "整改的答复被退回", "{what}（{number}）的答复被退回：{reason}。请重写，{due}办完。", BY_PHONE
    ),
    "matters.mended": Template(
        "您的评价有答复了", "{what}（{number}）：您反映的，办理单位整改后答复了，请点开看。", BY_PHONE
    ),
    "matters.remind": Template("办件快到时限", "{what}（{number}）请在{due}前{need}。"),
    "matters.late": Template("办件超过时限", "{what}（{number}）没有在{due}前{need}。", BY_PHONE),
}
