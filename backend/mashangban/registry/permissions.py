"""Who may see and change the registers."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

_ADMINS = OFFICERS | {Role.PLATFORM_ADMIN}
_OFFICE = frozenset({Role.ENTERPRISE_ADMIN, Role.LABOUR_CLERK, Role.OPERATOR, Role.PROJECT_MANAGER})

READ_REGIONS = Permission("registry:region:read", "查看行政区划", public=True)
READ_PROJECTS = Permission("registry:project:read", "查看项目", roles=_ADMINS | _OFFICE)
WRITE_PROJECTS = Permission("registry:project:write", "登记和修改项目", roles=_ADMINS)
READ_ENTERPRISES = Permission("registry:enterprise:read", "查看企业", roles=_ADMINS | _OFFICE)
WRITE_ENTERPRISES = Permission("registry:enterprise:write", "登记和修改企业", roles=_ADMINS)
READ_PERSONS = Permission("registry:person:read", "查看人员", roles=_ADMINS | {Role.ENTERPRISE_ADMIN})
RUN_IMPORTS = Permission("registry:import:run", "批量导入", roles=_ADMINS)
SETTLE_CONFLICTS = Permission("registry:conflict:settle", "处理数据冲突", roles=_ADMINS)
