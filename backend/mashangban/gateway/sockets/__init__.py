"""The WebSocket API on one machine: connections, the function behind them, and `@connections` for whoever sends.

Source: API Gateway developer guide, "Working with WebSocket APIs" and "Quotas for WebSocket APIs".
"""
