"""What the registers publish. No personal data: fields by name, states, hashes, counts."""

PROJECT_REGISTERED = "registry.project.registered"
PROJECT_CHANGED = "registry.project.changed"
ENTERPRISE_REGISTERED = "registry.enterprise.registered"
ENTERPRISE_CHANGED = "registry.enterprise.changed"
PERSON_RECORDED = "registry.person.recorded"
PERSON_FORGOTTEN = "registry.person.forgotten"
CONFLICT_FOUND = "registry.conflict.found"
CONFLICT_SETTLED = "registry.conflict.settled"
CREDIT_RECORDED = "registry.credit.recorded"
IMPORT_RECEIVED = "registry.import.received"
IMPORT_CHECKED = "registry.import.checked"
IMPORT_ACTIVATED = "registry.import.activated"
IMPORT_ADVANCED = "registry.import.advanced"
IMPORT_FINISHED = "registry.import.finished"
IMPORT_CANCELLED = "registry.import.cancelled"

# A message other rooms send to this one (table `registry`).
PERSON_SEEN = "registry.person-seen"
FORGET = "registry.forget"  # somebody left the platform for good
CREDIT_FACT = "arrears.fact"

LABELS = {
    PROJECT_REGISTERED: "登记项目",
    PROJECT_CHANGED: "修改项目",
    ENTERPRISE_REGISTERED: "登记企业",
    ENTERPRISE_CHANGED: "修改企业",
    PERSON_RECORDED: "登记人员",
    PERSON_FORGOTTEN: "本人已注销，删去登记",
    CONFLICT_FOUND: "发现数据冲突",
    CONFLICT_SETTLED: "处理数据冲突",
    CREDIT_RECORDED: "记入信用事实",
    IMPORT_RECEIVED: "收到文件",
    IMPORT_CHECKED: "检查文件",
    IMPORT_ACTIVATED: "确认导入",
    IMPORT_ADVANCED: "写入中",
    IMPORT_FINISHED: "导入完成",
    IMPORT_CANCELLED: "取消导入",
}
