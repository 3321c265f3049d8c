"""HTTP in and out: Chalice apps, the one decorator of every route, problems, OpenAPI."""

from chalice.app import Blueprint

from mashangban.kernel.http.app import App
from mashangban.kernel.http.call import Call, Reply, Request
from mashangban.kernel.http.endpoint import endpoint
from mashangban.kernel.http.schemas import Listing, ListQuery, Schema

__all__ = ["App", "Blueprint", "Call", "ListQuery", "Listing", "Reply", "Request", "Schema", "endpoint"]
