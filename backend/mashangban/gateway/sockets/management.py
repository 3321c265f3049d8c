"""`POST` and `DELETE /@connections/{id}`: only for whoever signs with the local key, as IAM asks for on AWS."""

import os
from collections.abc import Mapping
from urllib.parse import unquote

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from mashangban.gateway.environment import REGION
from mashangban.gateway.events import Answer, plain
from mashangban.gateway.sockets.serving import GONE, TOO_LARGE, Sockets

PREFIX = "/@connections/"
_REFUSALS = {GONE: "GoneException", TOO_LARGE: "PayloadTooLargeException"}


async def managed(
    sockets: Sockets, method: str, path: str, headers: Mapping[str, str], body: bytes, url: str
) -> Answer:
    """What a sender is answered: 200 or 204, 403 without a signature of ours, 410 for a connection that is over."""
    if not _signed(method, url, headers, body):
        return _refused(403, "ForbiddenException")
    if method not in ("POST", "DELETE"):
        return plain(405, "Method Not Allowed")
    text = body.decode("utf-8", "replace") if method == "POST" else None
    status = await sockets.tell(unquote(path.rpartition("/")[2]), text)
    return _refused(status, _REFUSALS[status]) if status in _REFUSALS else Answer(status, [], b"")


def _refused(status: int, name: str) -> Answer:
    """An error by the name under which the SDK raises it."""
    answer = plain(status, name)
    return Answer(status, [*answer.headers, (b"x-amzn-errortype", name.encode())], answer.body)


def _signed(method: str, url: str, headers: Mapping[str, str], body: bytes) -> bool:
    """Whether the signature (AWS Signature Version 4) is what our own key gives for this request."""
    given = headers.get("authorization", "")
    names = given.partition("SignedHeaders=")[2].partition(",")[0].split(";")
    request = AWSRequest(method, url, {name: headers.get(name, "") for name in names if name}, body)
    request.context["timestamp"] = headers.get("x-amz-date", "")
    signer = SigV4Auth(
        Credentials(os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"]),
        "execute-api",
        REGION,
    )
    own = signer.signature(signer.string_to_sign(request, signer.canonical_request(request)), request)
    return given.endswith(f"Signature={own}")
