"""Who may do what around pay tables and their lines."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

_OFFICE = frozenset({Role.LABOUR_CLERK, Role.PROJECT_MANAGER, Role.OPERATOR, Role.ENTERPRISE_ADMIN})
_MAKERS = frozenset({Role.LABOUR_CLERK, Role.ENTERPRISE_ADMIN})

VIEW_LINE = Permission("wages:line:view", "查看工资单", _OFFICE | {Role.PERSON})
CONFIRM = Permission("wages:line:confirm", "确认或反映工资", frozenset({Role.PERSON}), real_name=True)
# A foreman is whom the team names, so "self" reaches their own team without a grant.
ASSIST = Permission("wages:line:assist", "帮不会用手机的工友确认", frozenset({Role.PERSON}), real_name=True)
LIST_LINES = Permission("wages:line:list", "查看工资核对情况", _OFFICE | OFFICERS)
INSPECT_LINE = Permission("wages:line:inspect", "调阅一名工人的工资", OFFICERS)
CHANGE_LINE = Permission("wages:line:change", "修改工资、答复异议", _MAKERS, real_name=True)
VIEW_TABLES = Permission("wages:table:view", "查看工资表", _OFFICE | OFFICERS)
VIEW_GRID = Permission("wages:table:grid", "查看工资表逐人明细", _OFFICE)
MAKE_TABLE = Permission("wages:table:make", "编制工资表", _MAKERS, real_name=True)
SUBMIT_TABLE = Permission("wages:table:submit", "提交工资表", _MAKERS | {Role.OPERATOR}, real_name=True)
APPROVE_TABLE = Permission(
    "wages:table:approve",
    "审核批准工资表",
    frozenset({Role.PROJECT_MANAGER, Role.OPERATOR}),
    real_name=True,
)
VIEW_BOARD = Permission("wages:board:view", "查看工资看板", OFFICERS | {Role.PLATFORM_ADMIN})
