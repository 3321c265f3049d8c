"""What other rooms tell the registers."""

from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery
from mashangban.registry import events, service
from mashangban.registry.service import boards, imports, persons
from mashangban.registry.service.persons import Sighting


def on_message(delivery: Delivery) -> None:
    """A person was seen at work: keep where and with whom. An enterprise did what credit keeps: keep it. Somebody left
    for good: keep nothing of them."""
    if delivery.kind == events.CREDIT_FACT:
        service.record_fact(system_act("registry", delivery.at), delivery.body)
    if delivery.kind == events.PERSON_SEEN:
        persons.record_person(system_act("registry", delivery.at), Sighting(**delivery.body))
    if delivery.kind == events.FORGET:
        persons.forget_person(system_act("registry", delivery.at), str(delivery.body["person_id"]))


def on_event(event: Event) -> None:
    """A project that was entered or changed is counted; an import goes on with its next step."""
    if event.type in (events.PROJECT_REGISTERED, events.PROJECT_CHANGED):
        boards.count_project(event)
    else:
        imports.go_on(event)
