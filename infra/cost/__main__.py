"""`python -m cost group.name=number...`: prints docs/cost.md as it would be with other numbers."""

import sys

from cost.model import load
from cost.report import page


def main(arguments: list[str]) -> int:
    """1 when a number is none, or is not in the model."""
    try:
        changes = {name: float(value) for name, _, value in (one.partition("=") for one in arguments)}
        print(page(load(changes)))
    except ValueError as wrong:
        print(f"{wrong}: give changes as prices.write=0.7", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
