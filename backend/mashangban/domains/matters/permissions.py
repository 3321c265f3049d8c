"""Who may do what with matters: a person with their own, the office of the item's region with what it handles."""

from mashangban.kernel.permissions import OFFICERS, Permission, Role

_PERSON = frozenset({Role.PERSON})

SEE_OFFER = Permission("matters:offer:see", "查看一件事能不能网上办、要填什么", public=True)
KEEP_OFFER = Permission("matters:offer:keep", "设置本地事项能不能网上办、要填什么", OFFICERS)
APPLY = Permission("matters:matter:apply", "网上办事：准备材料、提交", _PERSON, real_name=True)
VIEW_OWN = Permission("matters:matter:view-own", "查看自己的办件", _PERSON)
CHANGE_OWN = Permission("matters:matter:change-own", "补材料、不办了、评价", _PERSON)
LIST = Permission("matters:matter:list", "查看本单位的办件", OFFICERS)
HANDLE = Permission("matters:matter:handle", "预审、受理、补正告知、送达、整改差评、确认同事的整改", OFFICERS)
DECIDE = Permission("matters:matter:decide", "对受理的办件作出决定", OFFICERS)
