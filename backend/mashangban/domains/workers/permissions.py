"""Who may do what around teams and contracts."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

_OFFICE = frozenset({Role.LABOUR_CLERK, Role.PROJECT_MANAGER, Role.OPERATOR, Role.ENTERPRISE_ADMIN})
_SITE = frozenset({Role.LABOUR_CLERK, Role.PROJECT_MANAGER, Role.ENTERPRISE_ADMIN})

READ_CODE = Permission("workers:code:read", "看班组招工信息", public=True)
JOIN = Permission("workers:contract:join", "扫码登记", frozenset({Role.PERSON}), real_name=True)
VIEW = Permission("workers:contract:view", "查看合同", frozenset({Role.PERSON}) | _OFFICE | OFFICERS)
SIGN = Permission("workers:contract:sign", "签署合同", frozenset({Role.PERSON}), real_name=True)
COUNTERSIGN = Permission(
    "workers:contract:countersign", "单位盖章确认", frozenset({Role.OPERATOR}), real_name=True
)
REFUSE = Permission(
    "workers:contract:refuse", "不同意签约", frozenset({Role.OPERATOR, Role.LABOUR_CLERK}), real_name=True
)
AMEND = Permission(
    "workers:contract:amend",
    "提出变更",
    frozenset({Role.PERSON, Role.OPERATOR, Role.LABOUR_CLERK}),
    real_name=True,
)
AUTHORISE = Permission("workers:authorisation:grant", "用印授权", frozenset({Role.OPERATOR}), real_name=True)
LIST = Permission("workers:contract:list", "查看项目合同", _OFFICE | OFFICERS)
# A foreman is whom the team names, so "self" reaches their own teams without a grant.
VIEW_TEAM = Permission("workers:team:view", "查看班组", _OFFICE | OFFICERS | {Role.PERSON})
MANAGE_TEAM = Permission("workers:team:manage", "管理班组", _SITE)
VIEW_SITE = Permission("workers:site:view", "查看项目用工", _OFFICE | OFFICERS | {Role.PERSON})
MANAGE_SITE = Permission("workers:site:manage", "填写维权信息", _SITE)
VIEW_BOARD = Permission("workers:board:view", "查看用工看板", OFFICERS | {Role.PLATFORM_ADMIN})

HOLD_CERTIFICATES = Permission(
    "workers:certificate:hold", "登记本人证书", frozenset({Role.PERSON}), real_name=True
)
VIEW_CERTIFICATES = Permission(
    "workers:certificate:view", "查看证书", frozenset({Role.PERSON}) | _OFFICE | OFFICERS
)
LIST_CERTIFICATES = Permission("workers:certificate:list", "查看项目证书", _OFFICE | OFFICERS)
CHECK_CERTIFICATES = Permission("workers:certificate:check", "核对证书", _OFFICE, real_name=True)
# A foreman holds sessions of their own teams as a person, as with VIEW_TEAM.
HOLD_TRAINING = Permission("workers:training:hold", "登记安全培训", _SITE | {Role.PERSON}, real_name=True)
VIEW_TRAINING = Permission("workers:training:view", "查看安全培训", _OFFICE | OFFICERS | {Role.PERSON})
ATTEND = Permission("workers:training:attend", "培训签到", frozenset({Role.PERSON}), real_name=True)
VIEW_HISTORY = Permission("workers:history:view", "查看本人履历", frozenset({Role.PERSON}))
SHARE_HISTORY = Permission("workers:history:share", "出示本人履历", frozenset({Role.PERSON}), real_name=True)
OPEN_SHARED = Permission("workers:history:open", "看工人出示的履历", public=True)
