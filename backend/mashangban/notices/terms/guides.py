"""What notices say about somebody's plan."""

from mashangban.notices.terms.template import BY_PHONE, Template

TEMPLATES: dict[str, Template] = {
    "guides.item-changed": Template(
        "办事指南有变化", "您关注的“{what}”换了新的一版，材料或时间可能变了，请点开看看。"
    ),
    "guides.item-withdrawn": Template("办事指南停用了", "您关注的“{what}”停用了：{why}。"),
    "guides.help-begun": Template(
        "有工作人员来帮您", "{helper}扫了您的求助码，两小时内能看到“{plan}”这个计划。"
    ),
    "guides.card-proposed": Template(
        "请确认是不是办好了", "工作人员说“{plan}”里的“{card}”办好了，请点开确认。", BY_PHONE
    ),
}
