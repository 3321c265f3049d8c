"""Who was refused where, for whoever watches the log: no words that were sent, the address only as a keyed hash."""

import logging
from contextvars import ContextVar

from mashangban.kernel import crypto
from mashangban.kernel.errors import AppError, TokenExpired
from mashangban.kernel.http import call

log = logging.getLogger(__name__)
_DOORS = frozenset({401, 403, 429})

caller: ContextVar[str] = ContextVar("caller", default="")
"""The id of whoever the door of the current request let in; empty before, and for nobody."""


def note(refused: AppError) -> None:
    """Write a refusal of the current request, if it is of a kind that someone who tries doors meets."""
    told = refused.noted or refused.status in _DOORS
    # A token that ran out is everybody's day and no news.
    if not told or isinstance(refused, TokenExpired):
        return
    request = call.Request(call.current.get())
    address = crypto.keyed_hash("log-address", request.ip)[:12]
    who = caller.get() or "nobody"
    log.warning("%s: %s, by %s from %s, request %s", request.route, refused.code, who, address, request.id)
