"""Who may do what around guides: what is published is everybody's, the office of a region keeps its own."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

SEE_ITEMS = Permission("guides:item:see", "查看办事指南", public=True)
LIST_ITEMS = Permission("guides:item:list", "查看本地区办事指南的起草情况", OFFICERS)
KEEP_ITEMS = Permission("guides:item:keep", "编写和停用本地区的办事指南", OFFICERS)
REVIEW_ITEMS = Permission("guides:item:review", "审核同事写的办事指南，公布或退回", OFFICERS)
SEE_PACKAGES = Permission("guides:package:see", "查看办事套餐", public=True)
LIST_PACKAGES = Permission("guides:package:list", "查看本地区办事套餐的起草情况", OFFICERS)
KEEP_PACKAGES = Permission("guides:package:keep", "编写和停用本地区的办事套餐", OFFICERS)
REVIEW_PACKAGES = Permission("guides:package:review", "审核同事写的办事套餐，公布或退回", OFFICERS)
RUN_IMPORTS = Permission("guides:import:run", "导入办事指南", OFFICERS)
FEED = Permission("guides:feed:take", "事项目录系统送来变化（签名请求）", public=True)
MAKE_PLAN = Permission("guides:plan:make", "保存自己的办事计划", frozenset({Role.PERSON}))
FOLLOW = Permission("guides:item:follow", "关注办事指南，有变化时收到通知", frozenset({Role.PERSON}))
VIEW_PLAN = Permission("guides:plan:view-own", "查看自己的办事计划", frozenset({Role.PERSON}))
HELP = Permission(
    "guides:plan:help", "扫求助码，和本人一起办", frozenset({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
)
