"""What is published about estates and homes. Data holds ids, states and counts, never personal data."""

ESTATE_OPENED = "homes.estate.opened"
ESTATE_GROWN = "homes.estate.grown"
PLAN_SET = "homes.estate.plan-set"
BATCH_SET = "homes.estate.batch-set"
SHEET_ORDERED = "homes.estate.sheet-ordered"
SHEET_PRINTED = "homes.estate.sheet-printed"
SHEET_FAILED = "homes.estate.sheet-failed"
IMPORT_ENDED = "homes.estate.import-ended"

HOME_REGISTERED = "homes.home.registered"
HOME_CHANGED = "homes.home.changed"
CODE_RENEWED = "homes.home.code-renewed"
HANDED_OVER = "homes.home.handed-over"

CONTRACT_RECORDED = "homes.home.contract-recorded"
BOUND = "homes.home.bound"
TRIES_FAILED = "homes.home.tries-failed"
INVITED = "homes.home.invited"
TENANT_JOINED = "homes.home.tenant-joined"
LEAVING_BEGUN = "homes.home.leaving-begun"
LEAVING_UNDONE = "homes.home.leaving-undone"
LEFT = "homes.home.left"
TRANSFERRED = "homes.home.transferred"
TENANT_REMOVED = "homes.home.tenant-removed"

FACT_TOLD = "homes.fact.told"
FACT_WITHDRAWN = "homes.fact.withdrawn"

INSPECTION_OPENED = "homes.inspection.opened"
INSPECTION_ENTERED = "homes.inspection.entered"
# Its data names each failed point: what a defect may begin from.
INSPECTION_FINISHED = "homes.inspection.finished"
INSPECTION_SIGNED = "homes.inspection.signed"
REPORT_PRINTED = "homes.inspection.report-printed"

# A message of identity: this person left for good.
FORGET = "homes.forget"

# A message of another scenario: a fact of one of its buildings (docs/data/homes.md).
FACT = "homes.fact"

IMPORT_RECEIVED = "homes.import.received"
IMPORT_CHECKED = "homes.import.checked"
IMPORT_ACTIVATED = "homes.import.activated"
IMPORT_ADVANCED = "homes.import.advanced"
IMPORT_FINISHED = "homes.import.finished"
IMPORT_CANCELLED = "homes.import.cancelled"

DEFECT_REPORTED = "homes.defect.reported"
DEFECT_ACCEPTED = "homes.defect.accepted"
DEFECT_DISPUTED = "homes.defect.disputed"
DEFECT_ASSIGNED = "homes.defect.assigned"
DEFECT_APPOINTED = "homes.defect.appointed"
DEFECT_VISITED = "homes.defect.visited"
DEFECT_REPAIRED = "homes.defect.repaired"
DEFECT_CONFIRMED = "homes.defect.confirmed"
DEFECT_REJECTED = "homes.defect.rejected"
DEFECT_REOPENED = "homes.defect.reopened"
DEFECT_RATED = "homes.defect.rated"
DEFECT_WITHDRAWN = "homes.defect.withdrawn"
DEFECT_ORDERED = "homes.defect.ordered"
DEFECT_EXTENDED = "homes.defect.extended"
DEFECT_PAUSED = "homes.defect.paused"
DEFECT_RESUMED = "homes.defect.resumed"
DEFECT_CLOSED = "homes.defect.closed"
DEFECT_REMINDED = "homes.defect.reminded"
DEFECT_ESCALATED = "homes.defect.escalated"
DEFECT_JOINED = "homes.defect.joined"
DEFECT_TOLD = "homes.defect.told"
ISSUE_OPENED = "homes.issue.opened"
ISSUE_TOLD = "homes.issue.told"

LABELS = {
    ESTATE_OPENED: "建立小区",
    ESTATE_GROWN: "启用导入的表格",
    PLAN_SET: "更新户型图",
    BATCH_SET: "更新交付批次",
    SHEET_ORDERED: "打印门牌码",
    SHEET_PRINTED: "门牌码已做好",
    SHEET_FAILED: "门牌码没有做成",
    IMPORT_ENDED: "表格写入完成",
    HOME_REGISTERED: "登记房屋",
    HOME_CHANGED: "更正房屋资料",
    CODE_RENEWED: "门牌码换新",
    HANDED_OVER: "房屋交付",
    CONTRACT_RECORDED: "登记购房合同",
    BOUND: "业主绑定",
    TRIES_FAILED: "有人多次绑定没有成功",
    INVITED: "业主发出邀请",
    TENANT_JOINED: "租客绑定",
    LEAVING_BEGUN: "申请解绑或过户",
    LEAVING_UNDONE: "撤销解绑或过户",
    LEFT: "解绑",
    TRANSFERRED: "过户",
    TENANT_REMOVED: "业主移除租客",
    DEFECT_REPORTED: "住户报修",
    DEFECT_ACCEPTED: "建设单位受理",
    DEFECT_DISPUTED: "建设单位提出异议",
    DEFECT_ASSIGNED: "派给维修单位",
    DEFECT_APPOINTED: "约好上门时间",
    DEFECT_VISITED: "上门查看",
    DEFECT_REPAIRED: "维修单位说修好了",
    DEFECT_CONFIRMED: "住户确认修好",
    DEFECT_REJECTED: "住户说没修好",
    DEFECT_REOPENED: "又坏了，重新打开",
    DEFECT_RATED: "住户评价",
    DEFECT_WITHDRAWN: "住户撤回",
    DEFECT_ORDERED: "监管部门责令维修",
    DEFECT_EXTENDED: "维修期限延长",
    DEFECT_PAUSED: "计时暂停",
    DEFECT_RESUMED: "计时恢复",
    DEFECT_CLOSED: "监管部门结案",
    DEFECT_REMINDED: "到期前提醒",
    DEFECT_ESCALATED: "超期升级",
    DEFECT_JOINED: "并入共性问题",
    DEFECT_TOLD: "共性问题有进展",
    ISSUE_OPENED: "建立共性问题",
    ISSUE_TOLD: "通报进展",
    FACT_TOLD: "公开资料",
    FACT_WITHDRAWN: "撤回资料",
    INSPECTION_OPENED: "开检查表",
    INSPECTION_ENTERED: "记录检查结果",
    INSPECTION_FINISHED: "提交检查表",
    INSPECTION_SIGNED: "签字",
    REPORT_PRINTED: "检查报告已做好",
}
