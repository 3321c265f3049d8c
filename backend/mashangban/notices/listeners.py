"""What other rooms ask of notices."""

from mashangban.kernel.streams import Delivery
from mashangban.notices.schemas import Forget, Notify
from mashangban.notices.service import telling


def on_message(delivery: Delivery) -> None:
    """Handle one message, however often it comes. ValueError for a kind nobody here knows."""
    match delivery.kind:
        case "notices.notify":
            subject = f"{delivery.subject.kind}:{delivery.subject.id}"
            telling.tell(Notify.model_validate(dict(delivery.body)), subject, delivery.id, delivery.at)
        case "notices.forget":
            telling.forget(Forget.model_validate(dict(delivery.body)))
        case unknown:
            raise ValueError(f"nobody here handles {unknown}")
