"""One clock for every domain: working days, pauses, due times that explain themselves, escalation."""
