"""What notices say about seals."""

from mashangban.notices.terms.template import BY_PHONE, Template

TEMPLATES: dict[str, Template] = {
    "documents.seal-approved": Template(
        "电子印章批准了", "{name}的{what}已批准。保管人启用以后，就能盖章。", BY_PHONE
    ),
    "documents.seal-refused": Template(
        "电子印章没有批准",
        "{name}的{what}没有批准，原因见详情，改好可以再申请。",
        BY_PHONE,
        mandatory=True,
    ),
}
