"""Who may do what around homes. A person reaches the homes they are bound to (`self`); offices their estates; officers
their region.
"""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

_OFFICE = frozenset({Role.PROJECT_MANAGER, Role.OPERATOR, Role.ENTERPRISE_ADMIN})

READ_CODE = Permission("homes:code:read", "看门牌码", public=True)
VIEW_ESTATE = Permission("homes:estate:view", "查看小区", _OFFICE | OFFICERS)
MANAGE_ESTATE = Permission("homes:estate:manage", "管理小区", _OFFICE)
IMPORT = Permission("homes:estate:import", "导入小区资料", _OFFICE)
VIEW_HOME = Permission("homes:home:view", "查看房屋", frozenset({Role.PERSON}) | _OFFICE | OFFICERS)
