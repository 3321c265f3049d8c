"""What is told about an employment, and who listens."""

EMPLOYMENT = "workers.employment"
SUBSCRIBERS = ("attendance", "wages", "payments", "arrears", "reporting")
