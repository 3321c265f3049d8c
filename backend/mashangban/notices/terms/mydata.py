"""What a notice says when one's own data lie packed. Not muted: who did not ask for it must hear of it."""

from mashangban.notices.terms.template import BY_PHONE, Template

TEMPLATES: dict[str, Template] = {
    "mydata.package-ready": Template(
        "您的个人信息包可以下载了",
        "{day}前在“我的个人信息”里下载，过期自动清除。不是您申请的，请马上退出全部登录。",
        BY_PHONE,
        mandatory=True,
    ),
    "mydata.package-failed": Template(
        "您的个人信息包没有整理成",
        "试了几次都没有整理成，您的信息都还在。请在“我的个人信息”里再申请一次，不占当天的次数。",
        BY_PHONE,
    ),
}
