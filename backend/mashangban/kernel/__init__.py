"""What every room of the house stands on: HTTP, errors, permissions, data, events, time, ids and keys."""
