"""What the reporting table's stream sets in motion."""

from mashangban.domains.reporting.models import ReportingEmployment
from mashangban.domains.reporting.service import boards, gathering
from mashangban.employment import service as employment
from mashangban.employment.events import EMPLOYMENT
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery


def on_event(event: Event) -> None:
    """Own events: each step of a report counts."""
    if event.subject.kind == "report":
        boards.count(event)


def on_message(delivery: Delivery) -> None:
    """Who works where, each worker's day, each line of pay."""
    act = system_act("reporting_stream")
    if delivery.kind == EMPLOYMENT:
        employment.heard(ReportingEmployment, delivery)
        # Also when it was known already: an earlier delivery may have died before the report was opened.
        gathering.employed(act, str(delivery.body["contract_id"]))
    elif delivery.kind in {gathering.DAY, gathering.LINE}:
        gathering.heard(act, delivery.kind, delivery.body)
