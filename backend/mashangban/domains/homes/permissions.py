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
BIND = Permission("homes:home:bind", "绑定房屋", frozenset({Role.PERSON}), real_name=True)
VIEW_OWN = Permission("homes:home:view-own", "查看我的房屋", frozenset({Role.PERSON}))
# Reaches owners only: a tenant is not among the persons of this place.
OWN = Permission("homes:home:own", "业主邀请、移除和过户", frozenset({Role.PERSON}), real_name=True)
LEAVE = Permission("homes:home:leave", "解绑房屋", frozenset({Role.PERSON}), real_name=True)
VIEW_CONTRACT = Permission("homes:contract:view", "查看购房合同", frozenset({Role.PERSON}) | _OFFICE)
