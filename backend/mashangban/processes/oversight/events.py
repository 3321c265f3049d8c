"""What is written into the log when somebody opens a line."""

INSPECTED = "oversight.inspection.made"
