"""What notices say to the people of an enterprise about policies."""

from mashangban.notices.terms.template import Template

TEMPLATES: dict[str, Template] = {
    "policies.met": Template("有政策可以享受", "按部门数据，贵单位符合{what}。可以逐条看为什么符合。"),
}
