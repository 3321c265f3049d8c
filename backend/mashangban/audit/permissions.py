"""Who may look at what of the log. The log itself is public: it holds hashes; events are not."""

from mashangban.kernel.permissions import Permission, Role

READ_LOG = Permission("audit:log:read", "查看日志状态和公钥", public=True)
VERIFY = Permission("audit:receipt:verify", "核验回执", public=True)
# `self` reaches the matters in which the person acted; officers read through the domain that knows the place.
READ_SUBJECT = Permission(
    "audit:subject:read", "查看事项记录和回执", roles=frozenset({Role.PERSON, Role.PLATFORM_ADMIN})
)
