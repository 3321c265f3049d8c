"""Orders from other rooms, and papers that they let go."""

from mashangban.documents import events
from mashangban.documents.schemas.orders import RenderOrder, SealOrder, SignOrder
from mashangban.documents.service import printing, removing, sealing, stamping
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
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
    elif delivery.kind == events.LET_GO:
        removing.remove(act, str(delivery.body["document_id"]), delivery.sender)


def on_event(event: Event) -> None:
    """A removed paper's file leaves the store."""
    if event.type == events.DOCUMENT_REMOVED:
        removing.clear(event.subject.id)
