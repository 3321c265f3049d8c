"""Pure decisions of the clock: the calendar, periods with their arithmetic, pay days, firings."""
