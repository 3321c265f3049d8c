"""What can go wrong with a document, in words for a person."""

from __future__ import annotations


class UnprintableText(Exception):
    """A text holds characters that no printed face has."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        self.characters = characters
        super().__init__("字库里没有这些字：" + " ".join(characters))
