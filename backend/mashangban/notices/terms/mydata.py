"""What a notice says when one's own data lie packed. Not muted: who did not ask for it must hear of it."""

from mashangban.notices.terms.template import BY_PHONE, Template

TEMPLATES: dict[str, Template] = {
    "mydata.package-ready": Template(
        "您的个人信息包可以下载了",
        "{day}前在“我的个人信息”里下载，过期自动清除。不是您申请的，请马上退出全部登录。",
        BY_PHONE,
        mandatory=True,
    ),
}
