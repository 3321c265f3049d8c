"""Everybody takes along their own, nobody anybody else's."""

from mashangban.kernel.permissions import Permission, Role

TAKE = Permission("mydata:package:take", "带走自己的个人信息", frozenset({Role.PERSON}))
