"""What notices say about matters across regions."""

from mashangban.notices.terms.template import Template

TEMPLATES: dict[str, Template] = {
    "crossregion.to-agree": Template("有事项等本地同意", "{name}有事项标准等您代表本地同意。"),
}
