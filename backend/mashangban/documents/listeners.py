"""Orders from other rooms."""

from mashangban.documents import events
from mashangban.documents.schemas.orders import RenderOrder, SealOrder, SignOrder
from mashangban.documents.service import printing, sealing, stamping
from mashangban.kernel.acts import system_act
from mashangban.kernel.streams import Delivery


def on_message(delivery: Delivery) -> None:
    """Prints or seals what was ordered; whatever the outcome, the ordering room gets a message."""
    act = system_act("documents", delivery.at)
    if delivery.kind == events.RENDER:
        printing.print_document(act, RenderOrder.model_validate(delivery.body))
    elif delivery.kind == events.SIGN:
        sealing.seal_document(act, SignOrder.model_validate(delivery.body))
    elif delivery.kind == events.SEAL:
        stamping.stamp_document(act, SealOrder.model_validate(delivery.body))
