"""What notices say about somebody's plan."""

from mashangban.notices.terms.template import BY_PHONE, Template

TEMPLATES: dict[str, Template] = {
    "guides.help-begun": Template(
        "有工作人员来帮您", "{helper}扫了您的求助码，两小时内能看到“{plan}”这个计划。"
    ),
    "guides.card-proposed": Template(
        "请确认是不是办好了", "工作人员说“{plan}”里的“{card}”办好了，请点开确认。", BY_PHONE
    ),
}
