"""Who may listen: everybody who is signed in, to what concerns them."""

from mashangban.kernel.permissions import Permission, Role

LISTEN = Permission("live:ticket:open", "接收实时消息", roles=frozenset({Role.PERSON}))
