"""How long a ticket opens a connection, and how long a connection lasts (API Gateway quotas for WebSocket APIs)."""

from datetime import timedelta

TICKET_LASTS = timedelta(seconds=30)
CONNECTION_LASTS = timedelta(hours=2)
# More than somebody's phone, its browser tabs and a desk; the oldest is forgotten.
MOST_CONNECTIONS = 12
