"""What notices say about matters across regions."""

from mashangban.notices.terms.template import BY_PHONE, Template

TEMPLATES: dict[str, Template] = {
    "crossregion.to-agree": Template("有事项等本地同意", "{name}有事项标准等您代表本地同意。"),
    "crossregion.affair": Template("联盟的事有进展", "{name}：{what}。"),
    "crossregion.to-receive": Template(
        "有跨省件等您收", "{what}（{number}）已交给您这里，请逐页核对。", BY_PHONE
    ),
    "crossregion.lacking": Template(
        "有页要您补", "{what}（{number}）的{name}缺了或不清楚，请补上。", BY_PHONE
    ),
    "crossregion.collected": Template(
        "窗口已收件", "{hall}已收下您的{what}，编号{number}，可随时看到哪了。", BY_PHONE
    ),
    "crossregion.moved": Template("您的跨省件有进展", "{what}（{number}）：{state}。"),
    "crossregion.rejected": Template(
        "您的件没有收下", "{what}（{number}）没有收下：{reason}。补齐后可以再交。", BY_PHONE
    ),
    "crossregion.supplement": Template(
        "请补一次材料", "{what}（{number}）要补：{need}。补齐前不计时。", BY_PHONE
    ),
    "crossregion.part-spoken": Template("联办地区有意见了", "{who}对{what}（{number}）给出了意见，请看。"),
    "crossregion.decided": Template(
        "您的事办结了", "{what}（{number}）：{result}。结果送到哪了，请看详情。", BY_PHONE
    ),
    "crossregion.withdrawn": Template("本人撤回了跨省件", "{what}（{number}）本人已撤回，请退还纸质材料。"),
    "crossregion.remind": Template("跨省件快到时限", "{what}（{number}）请在{due}{need}。"),
    "crossregion.late": Template("跨省件超过时限", "{who}没有在{due}{need}：{what}（{number}）。", BY_PHONE),
}
