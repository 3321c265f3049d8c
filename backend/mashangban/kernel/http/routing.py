"""From a greedy gateway route back to the app's own: which pattern a path matches and with what values."""

from collections.abc import Iterable

# Names in the tree that no segment of a path can have.
_LEAF, _VARIABLE = "/", "/{}"
# A key of DynamoDB holds 2,048 bytes, a letter up to four of them; the longest of our codes has 60 letters.
LONGEST_VALUE = 400


class Router:
    """A tree of path segments; a literal segment wins over a `{variable}`."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._root: dict[str, dict] = {}  # type: ignore[type-arg]  # nested to the depth of the paths
        for pattern in patterns:
            node = self._root
            for segment in _split(pattern):
                node = node.setdefault(_VARIABLE if segment.startswith("{") else segment, {})
            node[_LEAF] = pattern  # type: ignore[assignment]

    def match(self, path: str) -> tuple[str, dict[str, str]] | None:
        """The pattern and its variables (an HTTP API has decoded the path). A trailing slash is forgiven.

        A value longer than any id finds nothing.
        """
        found = _walk(self._root, _split(path), ())
        if found is None or any(len(value) > LONGEST_VALUE for value in found[1]):
            return None
        pattern, values = found
        names = [segment[1:-1] for segment in _split(pattern) if segment.startswith("{")]
        return pattern, dict(zip(names, values, strict=True))


def _split(path: str) -> list[str]:
    trimmed = path.strip("/")
    return trimmed.split("/") if trimmed else []


def _walk(node: dict, segments: list[str], values: tuple[str, ...]) -> tuple[str, tuple[str, ...]] | None:  # type: ignore[type-arg]
    if not segments:
        return (node[_LEAF], values) if _LEAF in node else None
    head, rest = segments[0], segments[1:]
    if head in node and (found := _walk(node[head], rest, values)):
        return found
    return _walk(node[_VARIABLE], rest, (*values, head)) if head and _VARIABLE in node else None
