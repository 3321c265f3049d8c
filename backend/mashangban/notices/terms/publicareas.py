"""What notices say about faults of public areas."""

from mashangban.notices.terms.template import BY_PHONE, Template

TEMPLATES: dict[str, Template] = {
    "publicareas.received": Template(
        "公共区域报修已收到", "您报的{project}{what}（{number}）已收到，{due}前答复。"
    ),
    "publicareas.to-answer": Template(
        "有公共区域报修要答复", "{project}的{what}（{number}）有人报修，请在{due}前答复。", BY_PHONE
    ),
    "publicareas.to-moderate": Template(
        "有公开文字要审核", "{project}的报修{number}有文字待审核，审核前别人看不到。"
    ),
    "publicareas.accepted": Template("公共区域报修有答复", "{project}的{what}（{number}）会在{day}前修好。"),
    "publicareas.declined": Template(
        "公共区域报修不予处理", "{project}的{what}（{number}）不予处理，理由见详情，县区已收到。"
    ),
    "publicareas.declined-officer": Template(
        "有公共区域报修不予处理", "{project}的{what}（{number}）被说明不处理，请看理由是否成立。"
    ),
    "publicareas.fixed": Template(
        "公共区域已修好", "{project}的{what}（{number}）说已修好。没修好请在30天内说明。", BY_PHONE
    ),
    "publicareas.not-fixed": Template(
        "报修人说没修好", "{project}的{what}（{number}）报修人说没修好，请接着修。", BY_PHONE, mandatory=True
    ),
    "publicareas.ordered": Template(
        "公共区域被责令修理", "{project}的{what}（{number}）监管部门已责令修理。", BY_PHONE, mandatory=True
    ),
    "publicareas.wording": Template(
        "您写的文字已审核", "报修{number}的文字现在：{state}。理由：{reason}。", mandatory=True
    ),
    "publicareas.late": Template(
        "公共区域报修超期",
        "{project}的{what}（{number}）超过{due}，请马上办理。",
        BY_PHONE,
        mandatory=True,
    ),
}
