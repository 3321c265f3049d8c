"""Files of the browser app and of the OpenAPI description, as the site's bucket serves them on AWS."""

import mimetypes
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from mashangban.gateway.events import Answer, plain

_FINGERPRINT = re.compile(r"[.-][A-Za-z0-9_-]{8,}\.[a-z0-9]+$")
_ENCODINGS = (("br", ".br"), ("gzip", ".gz"))
_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".woff2": "font/woff2", ".webp": "image/webp"}
_NOT_BUILT = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>还没有生成</title>
<h1>浏览器版还没有生成</h1><p>在终端运行 <code>make build-h5</code>，然后刷新本页。</p></html>"""


class Site:
    """One folder of files. `/` and the links of codes (`/j/<code>`, `/a/<code>`) open the app itself."""

    def __init__(self, root: Path, content_policy: str = "") -> None:
        self._root = root.resolve()
        self._policy = content_policy

    def answer(self, method: str, raw_path: str, accept_encoding: str, if_none_match: str) -> Answer:
        """The file for a path, or the error that explains why there is none."""
        if method not in ("GET", "HEAD"):
            refusal = plain(405, "Method Not Allowed")
            return Answer(405, [*refusal.headers, (b"allow", b"GET, HEAD")], refusal.body)
        if not (self._root / "index.html").exists():
            return Answer(503, [(b"content-type", b"text/html; charset=utf-8")], _NOT_BUILT.encode())
        file = self._find(unquote(raw_path))
        if file is None:
            return plain(404, "Not Found")
        found = file_answer(file, accept_encoding, if_none_match, cache=_cache_rule(file))
        own = [(b"content-security-policy", self._policy.encode())] if self._policy else []
        return Answer(found.status, [*found.headers, *own], found.body)

    def _find(self, path: str) -> Path | None:
        if path == "/" or path.startswith(("/j/", "/a/")):
            return self._root / "index.html"
        parts = path.split("/")[1:]
        if any(part.startswith(".") or "\\" in part or "\0" in part for part in parts):
            return None
        file = self._root.joinpath(*parts).resolve()
        inside = file.is_relative_to(self._root)
        return file if inside and file.is_file() and file.suffix not in (".br", ".gz") else None


def _cache_rule(file: Path) -> str:
    if file.name == "index.html":
        return "no-cache"
    return "public, max-age=31536000, immutable" if _FINGERPRINT.search(file.name) else "public, max-age=600"


def file_answer(file: Path, accept_encoding: str, if_none_match: str, cache: str) -> Answer:
    """A file with its type, validator and cache rule, in the best encoding that lies ready beside it."""
    accepted = {part.split(";")[0].strip() for part in accept_encoding.split(",")}
    encoding, stored = _stored(file, accepted)
    status = stored.stat()
    tag = f'"{status.st_mtime_ns:x}-{status.st_size:x}{encoding and "-" + encoding}"'
    headers = {
        "content-type": _content_type(file),
        "cache-control": cache,
        "etag": tag,
        "vary": "accept-encoding",
        "x-content-type-options": "nosniff",
        **({"content-encoding": encoding} if encoding else {}),
    }
    unchanged = tag in {given.strip().removeprefix("W/") for given in if_none_match.split(",")}
    wire = [(name.encode(), value.encode()) for name, value in headers.items()]
    return Answer(304, wire, b"") if unchanged else Answer(200, wire, stored.read_bytes())


def _stored(file: Path, accepted: Iterable[str]) -> tuple[str, Path]:
    for encoding, suffix in _ENCODINGS:
        candidate = file.with_name(file.name + suffix)
        if encoding in accepted and candidate.is_file():
            return encoding, candidate
    return "", file


def _content_type(file: Path) -> str:
    kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    text = kind.startswith("text/") or kind in ("application/json", "image/svg+xml")
    return f"{kind}; charset=utf-8" if text else kind
