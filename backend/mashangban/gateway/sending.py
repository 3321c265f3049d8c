"""Writing an answer to an ASGI server."""

from mashangban.gateway.events import Answer
from mashangban.gateway.receiving import Send


async def send_answer(send: Send, answer: Answer, method: str) -> None:
    """Sends the answer with its length; HEAD, 204 and 304 have no body (RFC 9110, sections 6.4.1 and 9.3.2)."""
    headers = answer.headers
    if answer.status not in (204, 304):
        headers = [*headers, (b"content-length", b"%d" % len(answer.body))]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    body = b"" if method == "HEAD" or answer.status in (204, 304) else answer.body
    await send({"type": "http.response.body", "body": body})
