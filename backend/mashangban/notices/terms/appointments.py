"""What notices say about appointments at halls."""

from mashangban.notices.terms.template import BY_PHONE, Template

TEMPLATES: dict[str, Template] = {
    "appointments.booked": Template(
        "预约成功", "{time}到{hall}办{what}，预约号{number}。要带的材料请看详情。", BY_PHONE
    ),
    "appointments.to-accompany": Template(
        "有预约归您负责", "{time}有人到{hall}办{what}（{number}），请提前联系并看材料。"
    ),
    "appointments.offered": Template(
        "候补轮到您了", "{time}{hall}办{what}有号了，请在{due}前确认，过时给下一位。", BY_PHONE, urgent=True
    ),
    "appointments.lapsed": Template("预约没有按时确认", "{time}{hall}办{what}的号已给下一位。"),
    "appointments.unfilled": Template("候补没有排到", "{time}{hall}办{what}没有空出号，请改约其他时段。"),
    "appointments.reminder": Template(
        "预约提醒", "{time}请到{hall}办{what}。来不了请提前 2 小时取消，让给别人。", BY_PHONE
    ),
    "appointments.to-call": Template("还没联系预约的人", "{time}到{hall}办{what}（{number}），请联系本人。"),
    "appointments.cancelled": Template("预约已取消", "{time}到{hall}办{what}（{number}）本人已取消。"),
    "appointments.giving-up": Template(
        "请确认还来不来",
        "工作人员记下您不来{hall}办{what}（{time}）。不来请取消，来请点“我会来”，号为您留着。",
        BY_PHONE,
    ),
    "appointments.to-mend": Template("材料要改", "办{what}要带的{name}要改：{note}。", BY_PHONE),
    "appointments.paper-sent": Template("有材料等您看", "办{what}（{number}）的人先传了材料，请看。"),
    "appointments.missed": Template(
        "预约没有来", "{time}{hall}办{what}没有签到。90 天内 3 次没来，暂时只能现场取号。"
    ),
    "appointments.called-off": Template(
        "大厅停办，预约取消",
        "{time}{hall}停办（{reason}），办{what}的预约已取消，请重新预约。",
        BY_PHONE,
        urgent=True,
    ),
}
