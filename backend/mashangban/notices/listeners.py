"""What other rooms ask of notices."""

import time
from datetime import datetime

from mashangban.kernel import telling as wire
from mashangban.kernel.streams import Delivery
from mashangban.notices.schemas import Forget, Notify
from mashangban.notices.service import sending, telling
from mashangban.notices.service.telling import Origin


class Batch:
    """The listener of one batch: requests become notices, and are sent at once while `seconds` last.

    What a silent partner or the hour holds up is left to the schedule.
    """

    def __init__(self, now: datetime, seconds: float = 0) -> None:
        self._now, self._run = now, sending.Run()
        self._ends_at = time.monotonic() + seconds

    def on_message(self, delivery: Delivery) -> None:
        """Handle one message, however often it comes. ValueError for a kind nobody here knows."""
        match delivery.kind:
            case wire.NOTIFY:
                self._notify(delivery)
            case "notices.forget":
                telling.forget(Forget.model_validate(dict(delivery.body)))
            case unknown:
                raise ValueError(f"nobody here handles {unknown}")

    def _notify(self, delivery: Delivery) -> None:
        request = Notify.model_validate(dict(delivery.body))
        origin = Origin(f"{delivery.subject.kind}:{delivery.subject.id}", delivery.id, delivery.at)
        for person_id in telling.receivers(request, self._now):
            at_once = time.monotonic() < self._ends_at and not self._run.silent
            claimed = telling.tell(request, person_id, origin, self._now, hold=at_once)
            if claimed is not None:
                sending.send_claimed(claimed, self._now, self._run)
