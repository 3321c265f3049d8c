"""Whether a package's licence lets it be used and handed on here."""

import re
from collections.abc import Sequence
from importlib.metadata import PackageMetadata

# Permissive ones, and MPL-2.0, which asks for its own files only. SPDX identifiers.
ALLOWED = frozenset(
    (
        "0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC-BY-4.0", "CC0-1.0",
        "CNRI-Python", "ISC", "MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "OFL-1.1", "PSF-2.0", "Python-2.0", "Unlicense",
        "Zlib",
    )
)  # fmt: skip
# How older packages write them.
_SPELLINGS = {
    "apache 2.0": "Apache-2.0", "apache license 2.0": "Apache-2.0", "apache software license": "Apache-2.0",
    "bsd license": "BSD", "bsd 2-clause license": "BSD-2-Clause", "mit license": "MIT", "mit licence": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0", "mplv2.0": "MPL-2.0",
    "python software foundation license": "PSF-2.0", "dfsg approved": "",
}  # fmt: skip
# Packages that say nothing in their metadata; read by hand in what they ship.
READ_BY_HAND = {
    "dom-walk": "MIT",
    "exif-parser": "MIT",
    "parse-cache-control": "BSD-3-Clause",
    "qrcode-terminal": "Apache-2.0",
}


def allowed(expression: str) -> bool:
    """Whether an SPDX expression is met by what is allowed: of OR one side is enough, of AND all sides count."""
    inner = re.search(r"\(([^()]*)\)", expression)
    if inner is not None:
        token = "MIT" if allowed(inner.group(1)) else "refused"
        return allowed(expression[: inner.start()] + token + expression[inner.end() :])
    return any(
        all(part.strip() in ALLOWED for part in side.split(" AND ")) for side in expression.split(" OR ")
    )


def of_metadata(told: PackageMetadata) -> str:
    """What a Python distribution says of its licence, as an SPDX expression; empty where nothing is recognised."""
    if expression := _one(told, "License-Expression"):
        return expression
    first = _one(told, "License").strip().partition("\n")[0].strip()
    if _spelt(first) in ALLOWED:
        return _spelt(first)
    return _classified(told.get_all("Classifier") or [])


def _one(told: PackageMetadata, name: str) -> str:
    return str((told.get_all(name) or [""])[0])


def _classified(classifiers: Sequence[str]) -> str:
    names = [_spelt(one.rpartition(" :: ")[2]) for one in classifiers if one.startswith("License ::")]
    return " AND ".join(filter(None, names))


def _spelt(text: str) -> str:
    return _SPELLINGS.get(text.lower(), text)
