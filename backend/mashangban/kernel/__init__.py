"""What every room of the house stands on: HTTP, errors, permissions, data, events, time, ids and keys."""

import gc

# A start makes hundreds of thousands of objects and drops hardly any: with Python's own limit of 700 the collector goes
# through them again and again, 5 to 10 % of the processor time of a cold start.
gc.set_threshold(50_000, 20, 100)
