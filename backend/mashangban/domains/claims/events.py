"""What is published about claims. Data holds ids, codes, states and amounts, never personal data or free words."""

BEGUN = "claims.claim.begun"
OFFERED = "claims.claim.offered"
LICENCES_LOOKED = "claims.claim.licences-looked"
FORM_ORDERED = "claims.claim.form-ordered"
FORM_PRINTED = "claims.claim.form-printed"
FORM_SEALED = "claims.claim.form-sealed"
FORM_FAILED = "claims.claim.form-failed"
FORM_RESEALED = "claims.claim.form-resealed"
SUBMITTED = "claims.claim.submitted"
ACCEPTED = "claims.claim.accepted"
SUPPLEMENT_ASKED = "claims.claim.supplement-asked"
SUPPLEMENTED = "claims.claim.supplemented"
TAKEN = "claims.claim.taken"
PASSED = "claims.claim.passed"
PUBLISHED = "claims.claim.published"
OBJECTED = "claims.claim.objected"
OBJECTION_SETTLED = "claims.claim.objection-settled"
PUBLICITY_ENDED = "claims.claim.publicity-ended"
APPROVED = "claims.claim.approved"
REFUSED = "claims.claim.refused"
WITHDRAWN = "claims.claim.withdrawn"
LAPSED = "claims.claim.lapsed"
REMINDED = "claims.claim.reminded"
ESCALATED = "claims.claim.escalated"

ORDERED = "claims.claim.ordered"
PAID = "claims.claim.paid"
RETURNED = "claims.claim.returned"
ACCOUNT_CORRECTED = "claims.claim.account-corrected"
CLAWED_BACK = "claims.claim.clawed-back"
RECOVERED = "claims.claim.recovered"

FUSE_WARNED = "claims.fuse.warned"
FUSE_TRIPPED = "claims.fuse.tripped"
FUSE_RELEASE_AGREED = "claims.fuse.release-agreed"
FUSE_RELEASED = "claims.fuse.released"
FUSE_RULE_SET = "claims.fuserule.set"

DRAW_COMMITTED = "claims.draw.committed"
DRAW_REVEALED = "claims.draw.revealed"
INSPECTION_OPENED = "claims.claiminspection.opened"
INSPECTED = "claims.claiminspection.concluded"
PROMISE_DUE = "claims.claim.promise-due"

EVALUATED = "claims.evaluation.given"
MENDED = "claims.evaluation.mended"
MENDING_CONFIRMED = "claims.evaluation.mending-confirmed"
MENDING_REFUSED = "claims.evaluation.mending-refused"
MENDING_REMINDED = "claims.evaluation.reminded"
MENDING_LATE = "claims.evaluation.late"

OFFERLIST_BEGUN = "claims.offerlist.begun"
OFFERLIST_LOOKED = "claims.offerlist.looked"
OFFERLIST_READY = "claims.offerlist.ready"
OFFERLIST_CONFIRMED = "claims.offerlist.confirmed"
OFFERLIST_ADVANCED = "claims.offerlist.advanced"
OFFERLIST_FINISHED = "claims.offerlist.finished"

RECONCILED = "claims.treasuryreport.made"
BUDGET_OPENED = "claims.budgetline.opened"
BUDGET_ASKED = "claims.budgetline.raise-asked"
BUDGET_RAISED = "claims.budgetline.raised"

LABELS = {
    BEGUN: "开始申报",
    OFFERED: "列入免申即享名单",
    LICENCES_LOOKED: "再查电子证照库",
    FORM_ORDERED: "填好申报表",
    FORM_PRINTED: "申报表已生成",
    FORM_SEALED: "申报表已盖章",
    FORM_FAILED: "申报表没有办成",
    FORM_RESEALED: "申报表重新盖章",
    SUBMITTED: "提交申报",
    ACCEPTED: "受理",
    SUPPLEMENT_ASKED: "一次性告知补正",
    SUPPLEMENTED: "企业已补正",
    TAKEN: "换人经办",
    PASSED: "审核通过一步",
    PUBLISHED: "开始公示",
    OBJECTED: "有人对公示提异议",
    OBJECTION_SETTLED: "异议已核查",
    PUBLICITY_ENDED: "公示期满",
    APPROVED: "批准，预算已留出",
    REFUSED: "没有通过",
    WITHDRAWN: "企业撤回",
    LAPSED: "到期没有补正，没有通过",
    REMINDED: "到期前提醒",
    ESCALATED: "超期升级",
    ORDERED: "国库已受理",
    PAID: "资金已到账",
    RETURNED: "银行退回",
    ACCOUNT_CORRECTED: "企业更正账户，重新拨付",
    CLAWED_BACK: "决定追回",
    RECOVERED: "资金已追回",
    FUSE_WARNED: "预警",
    FUSE_TRIPPED: "熔断，有关办理暂停",
    FUSE_RELEASE_AGREED: "一人同意解除",
    FUSE_RELEASED: "两人同意，已解除",
    FUSE_RULE_SET: "设定熔断数值",
    DRAW_COMMITTED: "公布抽查种子的指纹",
    DRAW_REVEALED: "公布抽查种子和结果",
    INSPECTION_OPENED: "列入检查",
    INSPECTED: "已检查",
    PROMISE_DUE: "承诺到期，要检查",
    EVALUATED: "企业评价",
    MENDED: "部门写明整改",
    MENDING_CONFIRMED: "整改已确认",
    MENDING_REFUSED: "整改退回再改",
    MENDING_REMINDED: "整改到期前提醒",
    MENDING_LATE: "整改超期",
    OFFERLIST_BEGUN: "开始查找符合的企业",
    OFFERLIST_LOOKED: "查完一批",
    OFFERLIST_READY: "名单查完",
    OFFERLIST_CONFIRMED: "确认列入",
    OFFERLIST_ADVANCED: "列入一批",
    OFFERLIST_FINISHED: "全部列完",
    RECONCILED: "与国库对账",
    BUDGET_OPENED: "登记预算",
    BUDGET_ASKED: "提出追加预算",
    BUDGET_RAISED: "两人同意，追加预算",
}
