"""Who may use identity's routes."""

from mashangban.kernel.permissions import Permission, Role

_EVERYONE = frozenset({Role.PERSON})
_GRANTERS = frozenset(
    {
        Role.PLATFORM_ADMIN,
        Role.PROVINCE_OFFICER,
        Role.CITY_OFFICER,
        Role.COUNTY_OFFICER,
        Role.ENTERPRISE_ADMIN,
        Role.PROJECT_MANAGER,
        Role.LABOUR_CLERK,
        Role.SYSTEM,
    }
)

SIGN_IN = Permission("identity:session:create", "登录", public=True)
LET_IN = Permission("identity:scan:confirm", "在手机上确认登录自助机", roles=_EVERYONE)
READ_CONSENT_TEXTS = Permission("identity:consent-text:read", "查看授权说明", public=True)
READ_SESSIONS = Permission("identity:session:read", "查看我的登录", roles=_EVERYONE)
END_SESSIONS = Permission("identity:session:end", "退出登录", roles=_EVERYONE)
READ_ME = Permission("identity:me:read", "查看我的资料", roles=_EVERYONE)
CHANGE_ME = Permission("identity:me:change", "修改我的资料", roles=_EVERYONE)
PROVE_NAME = Permission("identity:real-name:prove", "实名认证", roles=_EVERYONE)
ERASE_ME = Permission("identity:me:erase", "注销我的账号", roles=_EVERYONE)
READ_GRANTS = Permission("identity:grant:read", "查看授权", roles=_GRANTERS)
CHANGE_GRANTS = Permission("identity:grant:change", "授予和收回角色", roles=_GRANTERS)
# Anyone may give up a role of their own; the service asks the rest for more.
END_GRANTS = Permission("identity:grant:end", "收回或放弃角色", roles=_EVERYONE)
CREATE_STAFF = Permission(
    "identity:staff:create",
    "开通工作人员账号",
    roles=frozenset(
        {
            Role.PLATFORM_ADMIN,
            Role.PROVINCE_OFFICER,
            Role.CITY_OFFICER,
            Role.COUNTY_OFFICER,
            Role.ENTERPRISE_ADMIN,
            Role.SYSTEM,
        }
    ),
)
RESET_STAFF = Permission(
    "identity:staff:reset", "重置工作人员账号", roles=frozenset({Role.PLATFORM_ADMIN, Role.SYSTEM})
)
