"""Who may do what around appointments: halls are everybody's to see, a booking its person's and its hall's."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

_STAFF = frozenset({Role.COUNTY_OFFICER, Role.CITY_OFFICER})

SEE_HALLS = Permission("appointments:hall:see", "查看办事大厅和余号", public=True)
BOOK = Permission("appointments:booking:make", "预约办事", frozenset({Role.PERSON}), real_name=True)
VIEW_OWN = Permission("appointments:booking:view-own", "查看自己的预约", frozenset({Role.PERSON}))
CHANGE_OWN = Permission("appointments:booking:change-own", "确认或取消自己的预约", frozenset({Role.PERSON}))
GO_ONLINE = Permission("appointments:online:choose", "改在网上办", frozenset({Role.PERSON}))
KEEP_HALL = Permission("appointments:hall:keep", "维护大厅、窗口、号源和放假", _STAFF)
LIST_VISITS = Permission("appointments:visit:list", "查看大厅的预约", OFFICERS)
RECEIVE = Permission("appointments:visit:receive", "签到、现场取号和办结", _STAFF)
ACCOMPANY = Permission("appointments:visit:accompany", "来之前联系本人、预审材料", _STAFF)
LIST_KIOSKS = Permission("appointments:kiosk:list", "查看自助机", OFFICERS)
KEEP_KIOSKS = Permission("appointments:kiosk:keep", "登记、更改和停用自助机", _STAFF)
BE_KIOSK = Permission("appointments:kiosk:be", "作为自助机运行", public=True)
