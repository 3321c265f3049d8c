"""The tree of administrative divisions, for choosing a place."""

from functools import cache

from mashangban.registry import divisions
from mashangban.registry.schemas.outputs import RegionTree, RegionView


@cache
def region_tree(within: str = divisions.NATION, levels: int = 3) -> RegionTree:
    """The divisions below a code, at most down to the counties; `NATION` gives the whole country."""
    return RegionTree(items=_branches(within, levels))


def _branches(within: str, levels: int) -> list[RegionView]:
    if levels == 0:
        return []
    return [
        RegionView(code=one.code, name=one.name, children=_branches(one.code, levels - 1))
        for one in divisions.below(within)
    ]
