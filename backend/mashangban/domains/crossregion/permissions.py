"""Who may do what around alliances: items are everybody's to see; each zone speaks through its own officers."""

from mashangban.kernel.permissions import OFFICERS, Permission

SEE_ITEMS = Permission("crossregion:item:see", "查看跨省通办联盟和可办事项", public=True)
LIST_ALLIANCES = Permission("crossregion:alliance:list", "查看本地参加的联盟、协议和待同意的标准", OFFICERS)
KEEP_ALLIANCE = Permission("crossregion:alliance:keep", "登记联盟、成员和事项清单", OFFICERS)
AGREE = Permission("crossregion:item:agree", "代表本地同意事项标准", OFFICERS)
