"""The site stands before the API: whoever calls beside it passes no limit, filter or log of the site's own."""

import hmac
from collections.abc import Iterator
from contextlib import suppress

from mashangban.kernel.errors import Forbidden
from mashangban.kernel.secret_store import secret
from mashangban.kernel.settings import settings

KEY_HEADER = "x-origin-key"
"""CloudFront adds it to each request that it passes on."""


class BesideTheSite(Forbidden):
    code = "auth.beside-the-site"
    title = "请从正式网址访问"
    next = "请用单位或公告里的网址打开"


def came_through(given: str | None) -> bool:
    """Whether a request bears the site's key. Where none was set up (a local run, the first deployment), all do."""
    if not settings().origin_guarded:
        return True
    return any(hmac.compare_digest((given or "").encode(), key) for key in _keys())


def _keys() -> Iterator[bytes]:
    """The key in force, and the one that will be after the next deployment, where it is being changed."""
    yield secret("origin-key").strip()
    with suppress(KeyError):
        yield secret("origin-key-next").strip()
