"""What is published about teams and contracts. Data holds ids, states, hashes and amounts, never personal data."""

SITE_DESCRIBED = "workers.site.described"
TEAM_CREATED = "workers.team.created"
TEAM_CHANGED = "workers.team.changed"
CODE_RENEWED = "workers.team.code-renewed"
POSTER_ORDERED = "workers.team.poster-ordered"
POSTER_PRINTED = "workers.team.poster-printed"
POSTER_FAILED = "workers.team.poster-failed"
OFFERED = "workers.contract.offered"
RENDERED = "workers.contract.rendered"
SIGNED = "workers.contract.signed"
COUNTERSIGNED = "workers.contract.countersigned"
SEALED = "workers.contract.sealed"
FAILED = "workers.contract.failed"
RETRIED = "workers.contract.retried"
REFUSED = "workers.contract.refused"
WITHDRAWN = "workers.contract.withdrawn"
LAPSED = "workers.contract.lapsed"
CONTRACT_FORGOTTEN = "workers.contract.forgotten"
EXPIRED = "workers.contract.expired"
REMINDED = "workers.contract.reminded"
AMENDMENT_REQUESTED = "workers.amendment.requested"
AMENDMENT_PROPOSED = "workers.amendment.proposed"
AMENDMENT_RENDERED = "workers.amendment.rendered"
AMENDMENT_ACCEPTED = "workers.amendment.accepted"
AMENDMENT_SEALED = "workers.amendment.sealed"
AMENDMENT_REFUSED = "workers.amendment.refused"
AMENDMENT_FAILED = "workers.amendment.failed"
AUTHORISED = "workers.authorisation.granted"
AUTHORISATION_REVOKED = "workers.authorisation.revoked"
CERTIFICATE_ADDED = "workers.certificate.added"
CERTIFICATE_RENEWED = "workers.certificate.renewed"
CERTIFICATE_CHECKED = "workers.certificate.checked"
CERTIFICATE_REMOVED = "workers.certificate.removed"
CERTIFICATE_REMINDED = "workers.certificate.reminded"
CERTIFICATE_LAPSED = "workers.certificate.lapsed"
TRAINING_HELD = "workers.training.held"
TRAINING_PICKED = "workers.training.picked"
TRAINING_ATTENDED = "workers.training.attended"
TRAINING_LAPSED = "workers.training.lapsed"
CERTIFICATE_FORGOTTEN = "workers.certificate.forgotten"
HISTORY_SHARED = "workers.share.made"
HISTORY_SHARE_REVOKED = "workers.share.revoked"
HISTORY_SHARE_FORGOTTEN = "workers.share.forgotten"

FORGET = "workers.forget"  # the message that somebody left the platform for good

# After these a contract stands differently in lists and on boards.
MOVES = frozenset(
    {
        OFFERED,
        SIGNED,
        COUNTERSIGNED,
        SEALED,
        FAILED,
        RETRIED,
        REFUSED,
        WITHDRAWN,
        LAPSED,
        EXPIRED,
        CONTRACT_FORGOTTEN,
        AMENDMENT_SEALED,
    }
)

# How the log of one's own matter words each event.
LABELS = {
    OFFERED: "扫码提交登记，生成合同",
    RENDERED: "合同文本生成",
    SIGNED: "工人手写签字",
    COUNTERSIGNED: "单位确认盖章",
    SEALED: "电子印章加盖完成，合同生效",
    FAILED: "合同文件处理失败",
    RETRIED: "重新处理合同文件",
    REFUSED: "单位未同意",
    WITHDRAWN: "工人撤回",
    LAPSED: "逾期未签，自动作废",
    CONTRACT_FORGOTTEN: "工人已注销，没签成的登记删去了姓名和签字",
    EXPIRED: "合同到期",
    REMINDED: "系统提醒",
    AMENDMENT_REQUESTED: "工人提出变更请求",
    AMENDMENT_PROPOSED: "单位提出变更文本",
    AMENDMENT_RENDERED: "变更文本生成",
    AMENDMENT_ACCEPTED: "工人签字同意变更",
    AMENDMENT_SEALED: "变更生效",
    AMENDMENT_REFUSED: "变更未同意",
    AMENDMENT_FAILED: "变更文件没有做成，可以重新提出",
}
