"""One way of writing for every way of writing: width, case, old characters, sounds, polite frames."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

LONGEST = 220  # characters of a question that are read; a longer account says what it wants before that
_NOT_SAID = re.compile(r"[^0-9a-z\u3007\u4e00-\u9fa5]+")
_UNITS = re.compile(r"[0-9]+|[a-z]+|[\u3007\u4e00-\u9fa5]")
_FRAMES = re.compile(
    r"^(?:您好|你好|亲|哈喽|在吗|请问一下|请问|请教一下|请教|想问一下|我想问一下|我想问|想问问|问一下|问下|麻烦问一下|咨询一下|我想咨询一下"
    r"|我想咨询下|想咨询下|咨询下|想咨询|我想知道|想知道|谁知道|有谁知道|有人知道|帮我看看|帮忙看一下|求问|急|有关|关于)+"
)
_TAILS = re.compile(r"(?:谢谢|怎么回事啊|怎么回事|是怎么回事|呢|啊|呀|吗|嘛|吧|哦|哈|了|的|急)+$")


@dataclass(frozen=True, slots=True)
class Alphabet:
    """Character tables: traditional to simplified, and each character to one that sounds about the same."""

    simplified: dict[int, int]
    sounds: dict[int, int]

    def plain(self, text: str) -> str:
        """The text in half width, small letters and simplified characters, without marks and spaces."""
        folded = unicodedata.normalize("NFKC", text).lower().translate(self.simplified)
        return _NOT_SAID.sub("", folded)

    def sound(self, plain: str) -> str:
        """The text as it sounds, blurred: what a slip of the ear or of the keyboard leaves alone."""
        return plain.translate(self.sounds)


def core(plain: str) -> str:
    """What is asked, without 请问 and 谢谢 around it; the whole where nothing else was said."""
    inner = _TAILS.sub("", _FRAMES.sub("", plain))
    return inner or plain


def units(plain: str) -> list[str]:
    """Characters, and numbers and foreign words as one."""
    return _UNITS.findall(plain)


def pairs(parts: list[str]) -> list[str]:
    """Neighbours: what a word is, near enough, in a language that writes none apart."""
    return [one + other for one, other in pairwise(parts)]


def grams(plain: str) -> list[str]:
    """Units and pairs of units: the terms of the index."""
    parts = units(plain)
    return parts + pairs(parts)
