"""Questions as people put them, made from questions as offices write them: for training, from data that may ship."""

import random
from collections.abc import Sequence

from mashangban.domains.answers.rules import synonyms
from mashangban.domains.answers.rules.wording import Alphabet

_BEFORE = (
    "请问",
    "您好,",
    "我想问一下",
    "想咨询下",
    "我想知道",
    "麻烦问一下",
    "听说",
    "朋友问",
    "那个",
    "你好我想问",
)
_AFTER = ("谢谢", "呢", "啊", "急", "怎么弄", "怎么办", "吗", "要怎么搞", "可以吗", "是怎么回事")
_SAID = (
    ("如何", "怎么"), ("怎么", "咋"), ("怎样", "怎么"), ("为何", "为什么"), ("为何", "是什么"), ("何时", "什么时候"),
    ("是否", "是不是"), ("可否", "能不能"), ("哪里", "哪儿"), ("应", "要"), ("需", "要"), ("之", "的"), ("及", "和"),
    ("与", "和"), ("于", "在"), ("何处", "哪里"), ("若", "如果"), ("能否", "可以"), ("可", "能"), ("哪些", "什么"),
    ("多久", "多长时间"), ("有无", "有没有"),
)  # fmt: skip


class Variations:
    """Draws a variation of a question; the same seed draws the same."""

    def __init__(self, alphabet: Alphabet, graph: synonyms.Graph, seed: int) -> None:
        self._alphabet, self._graph, self._chance = alphabet, graph, random.Random(seed)
        self._alike: dict[int, list[str]] = {}
        for code, sound in alphabet.sounds.items():
            if _common(chr(code)):
                self._alike.setdefault(sound, []).append(chr(code))

    def spoken(self, question: str) -> str:
        """Other words for the same, a frame around it, something left out."""
        text = self._alphabet.plain(question)
        for formal, plain in _SAID:
            if formal in text and self._chance.random() < 0.6:
                text = text.replace(formal, plain, 1)
        text = self._other_words(text, 0.5)
        text = self._shorter(text, self._chance.choice((0, 0, 1, 1, 2, 3)))
        if self._chance.random() < 0.3:
            text = self._turned(text)
        if self._chance.random() < 0.4:
            text = self._chance.choice(_BEFORE) + text
        return text + self._chance.choice(_AFTER) if self._chance.random() < 0.4 else text

    def brief(self, question: str) -> str:
        """Two or three pieces of the question, as people type into a search box."""
        text = self._other_words(self._alphabet.plain(question), 0.3)
        size = max(4, int(len(text) * self._chance.uniform(0.3, 0.7)))
        start = self._chance.randrange(max(1, len(text) - size + 1))
        return self._shorter(text[start : start + size], self._chance.choice((0, 1)))

    def mistyped(self, question: str) -> str:
        """One or two slips: a character that sounds alike, one left out, two changed about, one too many."""
        text = self._alphabet.plain(question)
        for _ in range(self._chance.choice((1, 1, 2, 2, 3)) if len(text) > 4 else 1):
            text = self._chance.choice(
                (self._heard, self._heard, self._dropped, self._swapped, self._doubled)
            )(text)
        return text

    def _other_words(self, text: str, share: float) -> str:
        for word in self._graph.found(text):
            if self._chance.random() < share:
                text = text.replace(word, self._chance.choice(self._graph.others[word]), 1)
        return text

    def _shorter(self, text: str, pieces: int) -> str:
        for _ in range(pieces):
            if len(text) > 8:
                at, size = self._chance.randrange(len(text)), self._chance.choice((1, 2, 2, 3, 4))
                text = text[:at] + text[at + size :]
        return text

    def _turned(self, text: str) -> str:
        at = self._chance.randrange(2, max(3, len(text) - 2))
        return text[at:] + text[:at]

    def _at(self, text: str) -> int:
        return self._chance.randrange(max(1, len(text) - 1))

    def _heard(self, text: str) -> str:
        at = self._at(text)
        alike: Sequence[str] = self._alike.get(self._alphabet.sounds.get(ord(text[at]), 0), (text[at],))
        return text[:at] + self._chance.choice(alike) + text[at + 1 :]

    def _dropped(self, text: str) -> str:
        at = self._at(text)
        return text[:at] + text[at + 1 :] if len(text) > 3 else text

    def _swapped(self, text: str) -> str:
        at = self._at(text)
        return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]

    def _doubled(self, text: str) -> str:
        at = self._at(text)
        return text[:at] + self._chance.choice("的了是我有吧一个") + text[at:]


def _common(character: str) -> bool:
    """GB 2312's first level: what people write."""
    try:
        return 0xB0 <= character.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False
