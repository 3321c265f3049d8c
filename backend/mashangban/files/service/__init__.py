"""Acts on files: announce, send, arrive; prepare; hand out.

For domains: `hold` just before the act that makes a record point to a file, `links` to show it to others,
`copy` for who takes along what their records show; `files.events.let_go` in the act that forgets a record.
"""

from mashangban.files.service.holding import hold
from mashangban.files.service.preparing import blur, prepare
from mashangban.files.service.reading import content, copy, links, show
from mashangban.files.service.uploading import announce, arrive, missing_parts, take, withdraw

__all__ = [
    "announce",
    "arrive",
    "blur",
    "content",
    "copy",
    "hold",
    "links",
    "missing_parts",
    "prepare",
    "show",
    "take",
    "withdraw",
]
