"""A province's catalogue of items sends what changed, signed by the secret shared with it (docs/sandbox.md)."""

import json
from datetime import datetime
from typing import cast

from mashangban.domains.guides import errors
from mashangban.domains.guides.schemas import GuideFeed
from mashangban.kernel.errors import Malformed
from mashangban.kernel.http import Request
from mashangban.kernel.http.bodies import validated
from mashangban.kernel.partners import Partner

SECRET = "catalogue-api-key"


def catalogue() -> Partner:
    """The catalogue: it calls us, we never call it."""
    return Partner(None, SECRET)


def read_feed(request: Request, now: datetime) -> GuideFeed:
    """What changed, if the catalogue said so just now. Raises NotTheCatalogue, Malformed, Invalid."""
    if not catalogue().has_signed(request.method, request.path, request.header, request.raw, now):
        raise errors.NotTheCatalogue()
    try:
        given = json.loads(request.raw)
    except ValueError as broken:
        raise Malformed() from broken
    if not isinstance(given, dict):
        raise Malformed()
    return cast(GuideFeed, validated(GuideFeed, given))
