"""Who may read documents; who applies for a seal, approves, enables, stops and ends it."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

_REGISTRARS = frozenset({Role.PLATFORM_ADMIN, Role.SYSTEM})
_ENTERPRISE = frozenset({Role.OPERATOR, Role.ENTERPRISE_ADMIN})

READ_DOCUMENT = Permission(
    "documents:document:read",
    "查看文件",
    roles=OFFICERS
    | {
        Role.PERSON,
        Role.LABOUR_CLERK,
        Role.PROJECT_MANAGER,
        Role.OPERATOR,
        Role.ENTERPRISE_ADMIN,
        Role.PLATFORM_ADMIN,
    },
)
VERIFY = Permission("documents:verification:read", "核对文件真伪", public=True)
READ_SEAL = Permission(
    "documents:seal:read",
    "查看电子印章",
    roles=OFFICERS | {Role.OPERATOR, Role.ENTERPRISE_ADMIN, Role.PLATFORM_ADMIN},
)
READ_SEAL_USES = Permission(
    "documents:seal:uses",
    "查看用印登记",
    roles=OFFICERS | {Role.OPERATOR, Role.ENTERPRISE_ADMIN, Role.PLATFORM_ADMIN},
)
ISSUE_SEAL = Permission("documents:seal:issue", "直接制发电子印章", roles=_REGISTRARS)
APPLY_SEAL = Permission("documents:seal:apply", "申请电子印章", roles=_ENTERPRISE, real_name=True)
REVIEW_SEAL = Permission("documents:seal:review", "审核印章申请", roles=OFFICERS)
ENABLE_SEAL = Permission("documents:seal:enable", "启用电子印章", roles=_ENTERPRISE, real_name=True)
SUSPEND_SEAL = Permission(
    "documents:seal:suspend", "停用电子印章", roles=_REGISTRARS | OFFICERS | _ENTERPRISE
)
STOP_SEAL = Permission(
    "documents:seal:stop",
    "恢复和注销电子印章",
    roles=_REGISTRARS | OFFICERS | {Role.ENTERPRISE_ADMIN},
)
