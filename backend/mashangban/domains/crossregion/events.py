"""What is published about alliances and items. Data holds ids, regions and counts, never personal data."""

FOUNDED = "crossregion.alliance.founded"
JOINED = "crossregion.alliance.zone-joined"
LEFT = "crossregion.alliance.zone-left"
BATCH_ADDED = "crossregion.alliance.batch-added"
ENTERED = "crossregion.item.entered"
PROPOSED = "crossregion.item.edition-proposed"
AGREED = "crossregion.item.agreed"

LABELS = {
    FOUNDED: "登记联盟",
    JOINED: "地区加入",
    LEFT: "地区退出",
    BATCH_ADDED: "登记一批事项",
    ENTERED: "列入清单",
    PROPOSED: "提出新标准",
    AGREED: "同意标准",
}
