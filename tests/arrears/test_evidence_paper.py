"""The evidence as a paper: typeset from what the complaint's own order holds."""

import json

import pytest

from mashangban.documents.rendering.typesetting import typeset
from mashangban.documents.schemas.orders import RenderOrder, checked_form
from mashangban.documents.terms import Template
from mashangban.domains.arrears.models import TABLE
from mashangban.domains.arrears.repository import complaints
from mashangban.domains.arrears.service import evidence
from mashangban.kernel import crypto, events, history
from mashangban.kernel.events import Subject
from tests.arrears.conftest import DUE, MORNING, World, act, china
from tests.documents.conftest import fonts_dir
from tests.documents.samples import IMPRINT

__all__ = ["fonts_dir"]


@pytest.fixture
def order(world: World) -> RenderOrder:
    """What the documents room is asked to print of a complaint."""
    for day in range(2, 27):
        world.worked(f"2026-09-{day:02d}", halves=1 if day % 9 == 0 else 2)
    world.line("shown", china(2026, 9, 29))
    world.sweep(DUE)
    complaint_id = world.complain()
    items = history.items_of(TABLE, Subject("complaint", complaint_id))
    letters = [letter for item in items for letter in events.letters(item) if letter["to"] == "documents"]
    return RenderOrder.model_validate(json.loads(crypto.unseal(letters[0]["body"], letters[0]["context"])))


def test_the_order_is_a_form_the_documents_room_takes_and_prints(order: RenderOrder) -> None:
    assert order.template is Template.ARREARS_EVIDENCE
    printed = typeset(order.template, checked_form(order), IMPRINT)
    assert printed.pdf.startswith(b"%PDF")
    assert printed.boxes == ()


def test_a_printed_paper_is_noted_once(world: World) -> None:
    complaint_id = world.complain()
    body = {"document_id": complaints.get(complaint_id).document_id, "sha256": "a" * 64}
    evidence.printed(act(world.worker, MORNING), complaint_id, body)
    once = complaints.get(complaint_id)
    evidence.printed(act(world.worker, MORNING), complaint_id, body)
    assert complaints.get(complaint_id) == once
    assert once.document_sha256 == "a" * 64
