"""What notices say about answers that were given."""

from mashangban.notices.terms.template import Template

TEMPLATES: dict[str, Template] = {
    "answers.ended": Template(
        "您问过的答案停用了", "您问过“{what}”，当时的答案现在不能用了。要办这件事，请再问一次。"
    ),
    "answers.lapsing": Template("有答案快到期", "“{what}”的答案{due}到期，请核对后更新。"),
    "answers.lapsed": Template("有答案已到期停用", "“{what}”的答案已过有效期，现在没有人能看到。"),
}
