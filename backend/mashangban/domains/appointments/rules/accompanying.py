"""First-appointment responsibility: the agent calls before the visit; only the person's word frees the place. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from zlib import crc32

from mashangban.domains.appointments import errors
from mashangban.domains.appointments.rules import papers
from mashangban.domains.appointments.rules.booking import Booking
from mashangban.domains.appointments.terms import Call, State, Verdict


def assigned(booking_id: str, agents: Sequence[str]) -> str:
    """Who answers for a visit: spread evenly, the same however often it is asked; nobody where nobody serves."""
    return sorted(agents)[crc32(booking_id.encode()) % len(agents)] if agents else ""


def call(one: Booking, agent_id: str, heard: Call, note: str) -> Booking:
    """What the agent heard. "Not coming" frees nothing: the person is asked. Raises WrongStep."""
    return replace(_booked(one), agent_id=agent_id, call=heard, call_note=note)


def keep(one: Booking) -> Booking:
    """The person comes, whatever was heard. Raises WrongStep."""
    return replace(_booked(one), call=Call.COMING)


def send(one: Booking, number: int, file_id: str) -> Booking:
    """The person shows a paper beforehand. Raises WrongStep, UnknownPaper."""
    return replace(_booked(one), papers=papers.sent(one.papers, number, file_id))


def review(one: Booking, agent_id: str, number: int, verdict: Verdict, note: str) -> Booking:
    """The agent says what is wrong with a paper while there is time to mend it. Raises WrongStep, UnknownPaper."""
    return replace(_booked(one), agent_id=agent_id, papers=papers.judged(one.papers, number, verdict, note))


def _booked(one: Booking) -> Booking:
    if one.state is not State.BOOKED:
        raise errors.WrongStep()
    return one
