"""Who may do what around public areas. What was reported there is public, who reported it is nobody's business."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

_OFFICE = frozenset({Role.PROJECT_MANAGER, Role.OPERATOR, Role.ENTERPRISE_ADMIN})
_HANDLERS = frozenset({Role.COUNTY_OFFICER, Role.CITY_OFFICER})

READ = Permission("publicareas:fault:read", "查看公共区域报修", public=True)
REPORT = Permission("publicareas:fault:report", "报修公共区域", frozenset({Role.PERSON}))
VIEW_OWN = Permission("publicareas:fault:view-own", "查看自己报的公共区域问题", frozenset({Role.PERSON}))
OPEN_AREA = Permission("publicareas:area:open", "开通公共区域报修", _OFFICE)
LIST = Permission("publicareas:fault:list", "查看公共区域报修的办理", _OFFICE | OFFICERS)
ANSWER = Permission("publicareas:fault:answer", "答复和修理公共区域", _OFFICE)
ORDER = Permission("publicareas:fault:order", "责令修理公共区域", _HANDLERS)
MODERATE = Permission("publicareas:wording:decide", "审核公开文字", _HANDLERS)
