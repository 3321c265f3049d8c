"""Decisions of the help desk: departments, routing, tickets, their clocks, ratings and figures. Pure."""
