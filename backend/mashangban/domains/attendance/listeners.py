"""What the attendance table's stream sets in motion."""

from mashangban.domains.attendance.models import AttendanceEmployment
from mashangban.employment import service as employment
from mashangban.employment.events import EMPLOYMENT
from mashangban.kernel.streams import Delivery


def on_message(delivery: Delivery) -> None:
    """Who works where, from the contracts."""
    if delivery.kind == EMPLOYMENT:
        employment.heard(AttendanceEmployment, delivery)
