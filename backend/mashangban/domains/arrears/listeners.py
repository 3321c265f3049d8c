"""What the arrears table's stream sets in motion."""

from mashangban.domains.arrears.models import ArrearsEmployment
from mashangban.employment import service as employment
from mashangban.employment.events import EMPLOYMENT
from mashangban.kernel.streams import Delivery


def on_message(delivery: Delivery) -> None:
    """Who works where, from the contracts."""
    if delivery.kind == EMPLOYMENT:
        employment.heard(ArrearsEmployment, delivery)
