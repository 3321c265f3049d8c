"""Who oversees, and who may open one person's line."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

VIEW = Permission("oversight:board:view", "查看监管总览", OFFICERS | {Role.PLATFORM_ADMIN})
INSPECT = Permission("oversight:line:inspect", "填写原因后查看一个人的记录", OFFICERS)
