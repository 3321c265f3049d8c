"""The sheet of words: one row two words and what they are to each other. Pure."""

from typing import Any

from mashangban.domains.answers.rules.words import WordLink
from mashangban.domains.answers.terms.words import MOST_WEIGHT, Relation
from mashangban.registry.rules.columns import Cells, Layout

LAYOUT = Layout(
    columns={"word": "词", "other": "另一个词", "relation": "关系", "weight": "权重"},
    required=("word", "other"),
    other_names={"关键词": "word", "同义词": "other"},
)
EXAMPLE = {"word": "工钱", "other": "工资", "relation": "同义", "weight": str(MOST_WEIGHT)}
# 同义（两个词可以互换）: people write what stands before the explanation.
_SHORT = {one: one.label.partition("（")[0] for one in Relation}
_NAMED = {name: one.value for one in Relation for name in (one.label, _SHORT[one])}


def read(cells: Cells) -> dict[str, Any]:
    """A row as the wire shape of a link, synonyms unless it says otherwise; what can't be read the shape refuses."""
    found: dict[str, Any] = {name: text.strip() for name, text in cells.items() if text.strip()}
    said = found.get("relation", _SHORT[Relation.SAME])
    return found | {"relation": _NAMED.get(said, said)}


def row(one: WordLink) -> tuple[str, ...]:
    """A link as the sheet has it: what was exported can be mended and brought in again."""
    link = one.link
    return (link.word, link.other, _SHORT[link.relation], str(link.weight))
