"""What can be wrong with a request to the clock."""


class CalendarRangeError(ValueError):
    """The day lies where neither a notice nor the lunar table reaches."""
