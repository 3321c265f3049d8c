"""How much memory this process ever held."""

import resource


def peak_mb() -> float:
    """The peak of what lay in memory, in MB (Linux counts in KB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
