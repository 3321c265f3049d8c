"""Everybody takes along their own, nobody anybody else's; what is done with data everybody may read."""

from mashangban.kernel.permissions import Permission, Role

TAKE = Permission("mydata:package:take", "带走自己的个人信息", frozenset({Role.PERSON}))
READ_RULES = Permission("mydata:rules:read", "查看个人信息处理规则", public=True)
