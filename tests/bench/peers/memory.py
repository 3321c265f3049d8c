"""How much memory this process ever held."""

from pathlib import Path


def peak_mb() -> float:
    """The peak of what lay in memory since this program began, in MB (getrusage would count its parent's as well)."""
    status = Path("/proc/self/status").read_text("ascii")
    line = next(one for one in status.splitlines() if one.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024
