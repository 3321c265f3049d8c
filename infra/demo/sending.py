"""A file on its way into the files room, as a browser or a phone sends it."""

import hashlib
from urllib.request import Request, urlopen

from demo.ground import act
from mashangban.files import service as files
from mashangban.files.schemas import Announcement
from mashangban.kernel.permissions import Principal


def sent(owner: Principal, content: bytes, filename: str, content_type: str, purpose: str) -> str:
    """Say what comes, put it into the store, say that it has come; its id."""
    told = Announcement.model_validate(
        {
            "filename": filename,
            "content_type": content_type,
            "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
            "purpose": purpose,
        }
    )
    announced = files.announce(act(owner), told)
    upload = announced.upload
    request = Request(upload.url or "", content, dict(upload.headers), method="PUT")  # noqa: S310 - our own store
    with urlopen(request):  # noqa: S310
        pass
    files.arrive(act(owner), announced.file_id)
    return announced.file_id
