"""Who may open the console's own pages. Pages of a register carry that register's permissions."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

DESK = OFFICERS | {
    Role.PLATFORM_ADMIN,
    Role.ENTERPRISE_ADMIN,
    Role.LABOUR_CLERK,
    Role.OPERATOR,
    Role.PROJECT_MANAGER,
}

SIGN_IN = Permission("console:session:create", "登录管理台", public=True)
READ_ASSETS = Permission("console:asset:read", "页面样式和脚本", public=True)
SIGN_OUT = Permission("console:session:end", "退出管理台", roles=DESK)
OPEN_DESK = Permission("console:desk:read", "打开管理台首页", roles=DESK)
CHECK_LOG = Permission("console:log:check", "核对存证日志", roles=OFFICERS | {Role.PLATFORM_ADMIN})
