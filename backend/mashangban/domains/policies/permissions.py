"""Who may do what around policies. What is published is open to everybody; offices work within their region."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

_ADMINS = OFFICERS | {Role.PLATFORM_ADMIN}
_OFFICE = frozenset({Role.ENTERPRISE_ADMIN, Role.OPERATOR})

READ_POLICIES = Permission("policies:policy:read", "查看已发布的政策", public=True)
READ_INDICATORS = Permission("policies:indicator:read", "查看指标目录", _ADMINS | _OFFICE)
KEEP_FAVOURITES = Permission("policies:favourite:keep", "收藏政策", frozenset({Role.PERSON}))
DECLARE_INDICATORS = Permission(
    "policies:indicator:declare", "登记指标", frozenset({Role.PROVINCE_OFFICER, Role.PLATFORM_ADMIN})
)
EDIT_POLICIES = Permission("policies:policy:edit", "起草政策", OFFICERS)
PUBLISH_POLICIES = Permission("policies:policy:publish", "发布和撤回政策", OFFICERS)
STATE_FACTS = Permission("policies:fact:state", "写入企业数据、答复异议", OFFICERS)
RUN_IMPORTS = Permission("policies:import:run", "批量导入政策和企业数据", OFFICERS)
VIEW_PROFILES = Permission("policies:fact:view", "查看企业数据和符合的政策", OFFICERS | _OFFICE)
DISPUTE_FACTS = Permission("policies:fact:dispute", "对本企业数据提异议", _OFFICE)
