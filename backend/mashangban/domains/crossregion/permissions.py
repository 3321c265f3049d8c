"""Who may do what across regions: items are everybody's to see; each zone speaks and acts through its own officers."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

_STAFF = frozenset({Role.COUNTY_OFFICER, Role.CITY_OFFICER})

SEE_ITEMS = Permission("crossregion:item:see", "查看跨省通办联盟和可办事项", public=True)
LIST_ALLIANCES = Permission("crossregion:alliance:list", "查看本地参加的联盟、协议和待同意的标准", OFFICERS)
KEEP_ALLIANCE = Permission("crossregion:alliance:keep", "登记联盟、成员和事项清单", OFFICERS)
AGREE = Permission("crossregion:item:agree", "代表本地同意事项标准", OFFICERS)
APPLY = Permission("crossregion:case:apply", "在外地办家乡的事", frozenset({Role.PERSON}), real_name=True)
WISH = Permission("crossregion:item:wish", "说想在外地办什么事", frozenset({Role.PERSON}))
VIEW_OWN = Permission("crossregion:case:view-own", "查看自己的件", frozenset({Role.PERSON}))
CHANGE_OWN = Permission("crossregion:case:change-own", "补材料、撤回、签收结果", frozenset({Role.PERSON}))
LIST_CASES = Permission("crossregion:case:list", "查看本窗口经手的件", OFFICERS)
HANDLE = Permission("crossregion:case:handle", "收件、核对、交接和决定", _STAFF)
TAKE_PART = Permission("crossregion:affair:take-part", "登记联盟的印章、会议、咨询、交流和经验", _STAFF)
SEE_POSTING = Permission("crossregion:posting:see-own", "看自己被派去哪里、到哪天", frozenset({Role.PERSON}))
KEEP_WINDOW = Permission("crossregion:window:keep", "登记本地窗口、人员和培训", _STAFF)
