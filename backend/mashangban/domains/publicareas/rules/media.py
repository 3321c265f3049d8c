"""An address of a photo that a stranger gives: kept as a link for people, never fetched by us. Pure."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from mashangban.domains.publicareas.errors import UnsafeAddress

_INWARD = (".local", ".localhost", ".internal", ".lan", ".home.arpa", ".corp")


def checked(address: str) -> str:
    """The address when it is a public https one with a name. Raises UnsafeAddress for inward, odd or bare ones."""
    if not address:
        return ""
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError as broken:
        raise UnsafeAddress() from broken
    named = "." in host and not host.endswith(_INWARD) and not _is_number(host)
    if parts.scheme != "https" or not named or port not in (None, 443) or parts.username is not None:
        raise UnsafeAddress()
    return address


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return host.rpartition(".")[2].isdecimal()
    return True
