"""The printed faces and what they can print.

A name with a character that no face has must be reported, not printed as an empty box: typst gives no warning.
"""

from __future__ import annotations

import os
import threading
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst
    from fontTools.ttLib import TTFont

# Folder of the faces in the Lambda layer; elsewhere the environment names it.
LAYER_FOLDER = "/opt/fonts"
SONG, HEI = "NotoSerifSC-Regular.ttf", "NotoSansSC-Regular.ttf"
SONG_HEADING = "SongHeading-Bold.ttf"
# A printed text falls back along this order, face by face and character by character.
BODY_ORDER = (SONG, HEI)
# Layout characters that have no glyph of their own.
INVISIBLE = frozenset("\n\r\t\u200b\u00ad")
# Control, direction and private-use characters could make print and data differ: never printed.
HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})


def fonts_folder() -> Path:
    """Where the faces lie (setting ``FONTS_DIR``); a missing folder is an error at once, not an empty page later."""
    folder = Path(os.environ.get("FONTS_DIR", LAYER_FOLDER))
    if not (folder / SONG).is_file():
        raise FileNotFoundError(f"no fonts in {folder}: build layers/documents/fonts and set FONTS_DIR")
    return folder


@cache
def typst_fonts() -> typst.Fonts:
    """Every printed face, opened once for the life of the process."""
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts_folder())]
    )


# fontTools parses tables when they are first asked for, which two threads must not do to one face: hold this meanwhile.
one_reader = threading.RLock()


@cache
def face(name: str) -> TTFont:
    """One face with its outlines, opened once for the life of the process; to be asked under ``one_reader``."""
    from fontTools.ttLib import TTFont

    return TTFont(fonts_folder() / name, lazy=True)


@cache
def characters(name: str) -> frozenset[int]:
    """Code points that one face can print."""
    with one_reader:
        return frozenset(face(name).getBestCmap())


def unprintable(texts: Iterable[str], order: Sequence[str] = BODY_ORDER) -> tuple[str, ...]:
    """Characters that no face of the order has, each once, in order of appearance; empty means all can be printed."""
    wanted = dict.fromkeys(char for text in texts for char in text if char not in INVISIBLE)
    hidden = [char for char in wanted if unicodedata.category(char) in HIDDEN_CATEGORIES]
    rest = [char for char in wanted if char not in hidden]
    for name in order:
        if not rest:
            break
        known = characters(name)
        rest = [char for char in rest if ord(char) not in known]
    return tuple(char for char in wanted if char in {*hidden, *rest})


def texts_of(value: object) -> Iterable[str]:
    """Every string inside JSON-like data, so that coverage is checked before anything is drawn."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from texts_of(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts_of(item)
