"""Decisions about halls, their days and bookings: pure functions of their arguments."""
