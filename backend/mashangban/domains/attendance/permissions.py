"""Who may do what around attendance. A foreman is whom the team names: `self` reaches it without a grant."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

_OFFICE = frozenset({Role.LABOUR_CLERK, Role.PROJECT_MANAGER, Role.OPERATOR, Role.ENTERPRISE_ADMIN})
_PERSON = frozenset({Role.PERSON})

# Machines sign each request with their device's own secret instead of signing in.
SEND_PASSES = Permission("attendance:pass:send", "闸机上传通行记录", public=True)
MANAGE_DEVICES = Permission(
    "attendance:device:manage", "管理考勤设备", frozenset({Role.LABOUR_CLERK, Role.PROJECT_MANAGER})
)
VIEW_DEVICES = Permission("attendance:device:view", "查看考勤设备", _OFFICE | OFFICERS)
CALL_ROLL = Permission("attendance:roll:call", "班组点名", _PERSON | {Role.LABOUR_CLERK}, real_name=True)
VIEW_TEAM = Permission("attendance:team:view", "查看班组考勤", _PERSON | _OFFICE | OFFICERS)
SCAN = Permission("attendance:scan:make", "扫码打卡", _PERSON, real_name=True)
VIEW_DAY = Permission("attendance:day:view", "查看考勤", _PERSON | _OFFICE | OFFICERS)
ANSWER = Permission("attendance:day:answer", "答复考勤问题", _PERSON, real_name=True)
CORRECT = Permission("attendance:day:correct", "更正考勤", _PERSON | {Role.LABOUR_CLERK}, real_name=True)
LIST = Permission("attendance:day:list", "查看项目考勤", _OFFICE | OFFICERS)
VIEW_BOARD = Permission("attendance:board:view", "查看考勤看板", OFFICERS | {Role.PLATFORM_ADMIN})
