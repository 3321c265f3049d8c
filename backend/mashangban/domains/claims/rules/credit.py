"""What the credit register says against an enterprise. Pure.

The register knows unpaid wages so far (registry/rules/credit.py): `late`, and `repaid` once the matter was mended.
"""

from collections.abc import Iterable

LATE = "late"


def unmended(facts: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The matters, by reference, that were recorded and not mended since."""
    late: set[str] = set()
    mended: set[str] = set()
    for reference, level in facts:
        (late if level == LATE else mended).add(reference)
    return tuple(sorted(late - mended))
