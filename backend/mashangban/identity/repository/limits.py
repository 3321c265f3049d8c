"""What identity counts by the kernel's limits: codes that were sent, attempts that failed, checks of a real name."""

from datetime import timedelta

from mashangban.identity.terms import REAL_NAME_TRIES, STAFF_LOCK, STAFF_TRIES
from mashangban.kernel.limits import Limit
from mashangban.kernel.sessions import IDENTITY

CODES_PER_PHONE_HOUR = Limit(IDENTITY, "codes-phone-hour", 5, timedelta(hours=1))
CODES_PER_PHONE_DAY = Limit(IDENTITY, "codes-phone-day", 10, timedelta(days=1))
# A whole site shares one address behind its router, so this stops floods, not people.
CODES_PER_ADDRESS = Limit(IDENTITY, "codes-address", 300, timedelta(hours=1))
FAILURES_PER_ADDRESS = Limit(IDENTITY, "failures-address", 100, timedelta(minutes=15))
STAFF_FAILURES = Limit(IDENTITY, "staff-failures", STAFF_TRIES, STAFF_LOCK)
REAL_NAME_PER_DAY = Limit(IDENTITY, "real-name-day", REAL_NAME_TRIES, timedelta(days=1))
