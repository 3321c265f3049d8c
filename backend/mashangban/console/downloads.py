"""Lists as files: the formats offered, the links to them, and the answer that carries one."""

from urllib.parse import quote, urlencode

from mashangban.console.pages import PageCall
from mashangban.console.views import Link
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Reply
from mashangban.registry.sheets import CSV, XLSX

FORMATS = {"xlsx": XLSX, "csv": CSV}


def links(path: str, filters: dict[str, str]) -> tuple[Link, ...]:
    """An export in each format, of what the list shows."""
    kept = {name: value for name, value in filters.items() if value}
    return tuple(
        Link(f"{name.upper()} 文件", f"{path}/export?{urlencode({**kept, 'format': name})}")
        for name in FORMATS
    )


def chosen_format(call: PageCall) -> tuple[str, str]:
    """The file format a link asks for: its ending and media type."""
    name = call.request.query.get("format", "xlsx")
    if name not in FORMATS:
        raise NotFound()
    return name, FORMATS[name]


def download(content: bytes, name: str, kind: str) -> Reply:
    """A file under its Chinese name (RFC 6266)."""
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Reply(content if kind == XLSX else content.decode(), content_type=kind, headers=headers)
