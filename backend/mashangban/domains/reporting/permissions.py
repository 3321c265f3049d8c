"""Who may look at reports, and who may put them right."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

VIEW = Permission("reporting:report:view", "查看数据报送", OFFICERS | {Role.PLATFORM_ADMIN})
PUT_RIGHT = Permission(
    "reporting:report:correct", "更正和重报", frozenset({Role.PROVINCE_OFFICER, Role.PLATFORM_ADMIN})
)
CALL_BACK = Permission("reporting:receipt:deliver", "对接平台送达回执", public=True)
