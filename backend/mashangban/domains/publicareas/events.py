"""What is published about public areas. Data holds ids, states and reasons' places, never personal data."""

AREA_OPENED = "publicareas.area.opened"
AREA_CHANGED = "publicareas.area.changed"
KEY_ISSUED = "publicareas.key.issued"
KEY_REVOKED = "publicareas.key.revoked"
REPORTED = "publicareas.fault.reported"
ACCEPTED = "publicareas.fault.accepted"
DECLINED = "publicareas.fault.declined"
FIXED = "publicareas.fault.fixed"
REOPENED = "publicareas.fault.reopened"
ORDERED = "publicareas.fault.ordered"
WORDING_DECIDED = "publicareas.fault.wording-decided"
REMINDED = "publicareas.fault.reminded"
ESCALATED = "publicareas.fault.escalated"
FORGOTTEN = "publicareas.fault.forgotten"

# A message of identity: this person left for good.
FORGET = "publicareas.forget"

LABELS = {
    AREA_OPENED: "开通公共区域报修",
    AREA_CHANGED: "更正公共区域资料",
    KEY_ISSUED: "领取报修密钥",
    KEY_REVOKED: "作废报修密钥",
    REPORTED: "有人报修",
    ACCEPTED: "答应处理",
    DECLINED: "说明不处理",
    FIXED: "说修好了",
    REOPENED: "报修人说没修好",
    ORDERED: "监管部门责令修理",
    WORDING_DECIDED: "审核公开文字",
    REMINDED: "到期前提醒",
    ESCALATED: "超期升级",
    FORGOTTEN: "报修人注销，文字已删除",
}
