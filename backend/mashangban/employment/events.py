"""What is told about an employment, and who listens."""

EMPLOYMENT = "workers.employment"
SUBSCRIBERS = ("attendance", "wages", "arrears", "reporting")
