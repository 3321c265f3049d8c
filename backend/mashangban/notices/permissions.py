"""Who may see what: everyone their own inbox; senders and supervisors whether a notice arrived."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

READ_OWN = Permission("notices:notice:read", "查看自己的消息", roles=frozenset({Role.PERSON}))
CHOOSE_OWN = Permission("notices:preferences:change", "设置消息提醒方式", roles=frozenset({Role.PERSON}))
OPEN_INBOX = Permission(
    "notices:inbox:open",
    "在管理台查看消息",
    roles=OFFICERS
    | {
        Role.LABOUR_CLERK,
        Role.PROJECT_MANAGER,
        Role.OPERATOR,
        Role.ENTERPRISE_ADMIN,
        Role.PLATFORM_ADMIN,
    },
)
READ_DELIVERIES = Permission(
    "notices:delivery:read",
    "查看通知送达情况",
    roles=OFFICERS
    | {
        Role.FOREMAN,
        Role.LABOUR_CLERK,
        Role.PROJECT_MANAGER,
        Role.OPERATOR,
        Role.ENTERPRISE_ADMIN,
        Role.PLATFORM_ADMIN,
    },
)
