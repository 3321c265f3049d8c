"""Who may do what around guides: what is published is everybody's, the office of a region keeps its own."""

from mashangban.kernel.permissions import OFFICERS, Permission

SEE_ITEMS = Permission("guides:item:see", "查看办事指南", public=True)
LIST_ITEMS = Permission("guides:item:list", "查看本地区办事指南的起草情况", OFFICERS)
KEEP_ITEMS = Permission("guides:item:keep", "编写、公布和停用本地区的办事指南", OFFICERS)
