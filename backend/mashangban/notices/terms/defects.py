"""What notices say about defects of homes."""

from mashangban.notices.terms.template import BY_PHONE, Template

TEMPLATES: dict[str, Template] = {
    "homes.defect.received": Template("报修已收到", "您的报修{number}已收到，建设单位要在{due}前受理。"),
    "homes.defect.to-accept": Template(
        "有报修等您受理",
        "{project}有新报修{number}：{what}，请在{due}前受理或说明。",
        BY_PHONE,
        mandatory=True,
    ),
    "homes.defect.accepted": Template("报修已受理", "报修{number}已受理，{due}前要修好。"),
    "homes.defect.disputed": Template(
        "建设单位有不同意见", "报修{number}建设单位有不同意见，已请县区监管部门处理，理由见详情。", BY_PHONE
    ),
    "homes.defect.to-judge": Template(
        "有报修争议待处理",
        "{project}的报修{number}建设单位有异议，请在{due}前处理。",
        BY_PHONE,
        mandatory=True,
    ),
    "homes.defect.assigned": Template(
        "有维修任务", "{project}的报修{number}派给您单位：{what}，请约时间上门。", BY_PHONE, mandatory=True
    ),
    "homes.defect.appointed": Template(
        "维修上门时间定了", "报修{number}：维修人员{due}上门。时间不合适请联系改约。", BY_PHONE
    ),
    "homes.defect.to-confirm": Template(
        "说修好了，请您看看",
        "报修{number}说修好了。修没修好您说了算，请确认或点“没修好”。",
        BY_PHONE,
        mandatory=True,
    ),
    "homes.defect.not-fixed": Template(
        "住户说没修好", "{project}的报修{number}住户说没修好，请马上重修。", BY_PHONE, mandatory=True
    ),
    "homes.defect.not-fixed-officer": Template(
        "有报修没修好", "{project}的报修{number}住户说没修好，已是第{state}次，请督促。", BY_PHONE
    ),
    "homes.defect.ended": Template("报修已办结", "{project}的报修{number}：{state}。"),
    "homes.defect.ordered": Template(
        "监管部门责令维修", "报修{number}：监管部门责令在{due}前修好，依据见详情。", BY_PHONE, mandatory=True
    ),
    "homes.defect.clock": Template("维修期限有变化", "报修{number}：{what}，理由见详情。", BY_PHONE),
    "homes.defect.closed": Template(
        "监管部门已结案",
        "报修{number}监管部门已结案，理由见详情。不同意可向上一级反映。",
        BY_PHONE,
        mandatory=True,
    ),
    "homes.defect.manager": Template(
        "报修超期，请负责人处理",
        "{project}的报修{number}：{what}{due}到期没有办，请马上处理。",
        BY_PHONE,
        mandatory=True,
    ),
    "homes.defect.county": Template(
        "报修超期，请县区督办",
        "{project}的报修{number}：{what}{due}到期没有办，请督办。",
        BY_PHONE,
        mandatory=True,
    ),
    "homes.defect.city": Template(
        "报修超期，请市级督办",
        "{project}的报修{number}：{what}{due}到期，县区督办后仍没有办。",
        BY_PHONE,
        mandatory=True,
    ),
    "homes.defect.news": Template(
        "共性问题有进展", "您的报修{number}所属的共性问题有新进展，请看详情。", BY_PHONE
    ),
    "homes.defect.climbed": Template("报修已升级", "您的报修{number}{what}超期，系统已报{state}。"),
}
