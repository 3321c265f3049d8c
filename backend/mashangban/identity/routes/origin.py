"""Where a request comes from."""

from mashangban.identity.service.signing_in import Origin
from mashangban.kernel.http import Request


def origin(request: Request) -> Origin:
    """Address for limits, device for the owner's list of sign-ins."""
    return Origin(request.ip, request.header("user-agent") or "")
