"""A new case stands in the list of each of its zones. Runs in the stream: no act pays for lists that may lag."""

from mashangban.domains.crossregion.repository import cases


def list_at_desks(case_id: str) -> None:
    """Put a case into the lists of its zones and of the one that leads; told again it changes nothing."""
    cases.list_at_desks(cases.get(case_id))
