"""The tree of administrative divisions, for choosing a place."""

from functools import cache

from mashangban.registry import divisions
from mashangban.registry.schemas.outputs import RegionTree, RegionView


@cache
def region_tree(within: str = divisions.NATION) -> RegionTree:
    """The divisions below a code down to the counties; `NATION` gives the whole country."""
    return RegionTree(items=[_branch(one) for one in divisions.below(within)])


def _branch(one: divisions.Division) -> RegionView:
    return RegionView(
        code=one.code, name=one.name, children=[_branch(below) for below in divisions.below(one.code)]
    )
