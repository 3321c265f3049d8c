"""Who may read documents, and who may make and stop seals."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

_REGISTRARS = frozenset({Role.PLATFORM_ADMIN, Role.SYSTEM})

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
ISSUE_SEAL = Permission("documents:seal:issue", "制发和恢复电子印章", roles=_REGISTRARS)
STOP_SEAL = Permission(
    "documents:seal:stop", "停用和注销电子印章", roles=_REGISTRARS | {Role.ENTERPRISE_ADMIN}
)
