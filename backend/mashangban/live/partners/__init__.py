"""The WebSocket API, from the side of whoever sends."""
