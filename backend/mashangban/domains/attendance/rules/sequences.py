"""Which sequence numbers of a device were taken: a device counts on, so a few ranges hold thousands of passes."""

Ranges = tuple[tuple[int, int], ...]
MOST = 48


def contains(ranges: Ranges, number: int) -> bool:
    """Whether this number was taken before."""
    return any(low <= number <= high for low, high in ranges)


def including(ranges: Ranges, numbers: list[int]) -> Ranges:
    """The ranges with these numbers. The oldest gaps are forgotten beyond MOST ranges: a repeat from there is taken
    again and recognised at the worker-day."""
    merged: list[tuple[int, int]] = []
    for low, high in sorted([*ranges, *((number, number) for number in numbers)]):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], high))
        else:
            merged.append((low, high))
    return tuple(merged[-MOST:])
