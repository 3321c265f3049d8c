"""Appointments at halls: matters, counters and days, a place held and confirmed, a queue in order, the visit itself."""
