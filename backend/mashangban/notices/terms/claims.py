"""What notices say about claims."""

from mashangban.notices.terms.template import BY_PHONE, Template

TEMPLATES: dict[str, Template] = {
    "claims.offered": Template(
        "有政策不用申报", "“{what}”不用申报，确认收款账户就可以领（{number}）。", BY_PHONE
    ),
    "claims.to-accept": Template("有申报等受理", "“{what}”有一件申报（{number}）等受理。"),
    "claims.form-unsealed": Template(
        "申报表没有盖上章", "“{what}”的申报表（{number}）没有盖上章，原因见详情，请重新盖章。", mandatory=True
    ),
    "claims.accepted": Template("申报已受理", "“{what}”的申报（{number}）已受理，正在审核。"),
    "claims.supplement": Template(
        "申报要补正一次", "“{what}”的申报（{number}）要补正一次，补什么见详情。", BY_PHONE, mandatory=True
    ),
    "claims.supplemented": Template("企业已补正", "“{what}”的申报（{number}）企业已补正，请接着审核。"),
    "claims.objected": Template("公示有异议", "“{what}”的申报（{number}）公示有人提异议，请核查。"),
    "claims.refused": Template(
        "申报没有通过", "“{what}”的申报（{number}）没有通过，理由见详情。", BY_PHONE, mandatory=True
    ),
    "claims.approved": Template("申报已批准", "“{what}”的申报（{number}）已批准，正在拨付。", BY_PHONE),
    "claims.paid": Template("资金已到账", "“{what}”的资金（{number}）已到账，请查收。", BY_PHONE),
    "claims.returned": Template(
        "资金被银行退回",
        "“{what}”的资金（{number}）被退回：{reason}。请更正收款账户。",
        BY_PHONE,
        mandatory=True,
    ),
    "claims.clawed-back": Template(
        "资金要退回", "“{what}”的资金（{number}）要退回国库，理由见详情。", BY_PHONE, mandatory=True
    ),
    "claims.recovered": Template("资金已退回", "“{what}”的资金（{number}）已退回国库。"),
    "claims.to-decide": Template("有申报等批准", "“{what}”的申报（{number}）公示期满，等批准。"),
    "claims.fuse-warned": Template("资金预警", "“{what}”有一条预警：{name}，请核对。"),
    "claims.fuse-tripped": Template(
        "资金熔断", "“{what}”触发熔断：{name}，有关批准已停，要两人核对后解除。", mandatory=True
    ),
    "claims.rated-badly": Template("收到差评要整改", "“{what}”的申报（{number}）收到差评，请按期整改。"),
    "claims.mended": Template("差评整改等确认", "“{what}”的申报（{number}）差评已整改，请确认。"),
    "claims.rating-mended": Template("您的评价已整改", "您对“{what}”（{number}）的评价，部门已整改。"),
    "claims.to-inspect": Template("有申报要检查", "“{what}”已拨付的申报（{number}）要检查：{name}。"),
    "claims.to-claw-back": Template(
        "检查认为应当追回", "“{what}”的申报（{number}）检查认为应当追回，请决定。", mandatory=True
    ),
    "claims.mend-soon": Template(
        "补正快到期了",
        "“{what}”的申报（{number}）请在{due}前补正，过期视为没有通过。",
        BY_PHONE,
        mandatory=True,
    ),
    "claims.due-soon": Template("申报快到期了", "“{what}”的申报（{number}）{name}请在{due}前办完。"),
    "claims.late": Template(
        "申报办理超期", "“{what}”的申报（{number}）{name}超过{due}，请马上办理。", BY_PHONE, mandatory=True
    ),
}
