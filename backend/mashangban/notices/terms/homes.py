"""What notices say to the people of a home."""

from mashangban.notices.terms.template import BY_PHONE, Template

TEMPLATES: dict[str, Template] = {
    "homes.owner-bound": Template(
        "您的房屋有新业主绑定",
        "{name}按购房合同绑定了{home}。不认识请马上联系建设单位。",
        BY_PHONE,
        mandatory=True,
    ),
    "homes.tries-failed": Template(
        "有人想绑定您的房屋",
        "今天有人 {times} 次想绑定{home}都没有成功，您的绑定不受影响。请留意门牌码。",
        BY_PHONE,
        mandatory=True,
    ),
    "homes.tenant-joined": Template(
        "租客已绑定您的房屋", "{name}接受邀请，绑定了{home}，可以报修。", BY_PHONE, mandatory=True
    ),
    "homes.transfer-begun": Template(
        "房屋开始过户",
        "{home}要过户给{name}，{due}生效。不是您的意思请马上撤销或联系建设单位。",
        BY_PHONE,
        mandatory=True,
    ),
    "homes.transferred": Template("房屋已过户", "{home}的过户已经生效。", BY_PHONE, mandatory=True),
    "homes.received": Template("房屋已过户给您", "{home}已过户到您名下，可以看资料、报修。", BY_PHONE),
    "homes.leaving-begun": Template(
        "有业主申请解绑", "{name}申请解绑{home}，{due}生效，之前可以撤销。", BY_PHONE, mandatory=True
    ),
    "homes.leaving-undone": Template("解绑或过户已撤销", "{home}的解绑或过户已撤销。"),
    "homes.left": Template("有人解绑了房屋", "{name}解绑了{home}。"),
    "homes.left-owner": Template("解绑已生效", "{home}有业主的解绑已经生效。", mandatory=True),
    "homes.removed": Template("您已被移出房屋", "业主把您移出了{home}，不能再从这里报修。", BY_PHONE),
}
