"""Which part of the country one query may cover, given a person's regions and what was asked for."""

NATION_START = "11"


def circle(regions: tuple[str, ...], everywhere: bool, asked: str) -> str | None:
    """The region code to query: the narrower of a scope and the question; None when they do not meet.

    A list lives in one province, so whoever reaches everywhere and asks nothing starts with the first province.
    """
    if everywhere:
        return asked if len(asked) >= 2 else NATION_START
    for held in regions:
        if len(held) >= 2 and asked.startswith(held):
            return asked
        if held.startswith(asked) and len(held) >= 2:
            return held
    return None
