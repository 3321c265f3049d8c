"""Faces and plates are its owner's choice: what they mark nobody sees again, and nobody sees it meanwhile."""

from io import BytesIO

import pytest
from PIL import Image

from mashangban.files import service
from tests.files import samples
from tests.files.phone import Phone, fetched, prepared

pytestmark = pytest.mark.usefixtures("store")
FACE = {"regions": [{"x": 0, "y": 0, "width": 0.6, "height": 0.6}]}


def test_a_marked_photo_is_drawn_anew_for_everybody_and_shown_to_nobody_before(phone: Phone) -> None:
    file_id, _, _ = phone.send(samples.photo_with_place())
    prepared(file_id)
    before = fetched(str(service.links([file_id])[0].url))
    status, view = phone.ask("PUT", f"/{file_id}/blur", FACE)
    assert (status, view["state"], view["blurs"]) == (200, "arrived", FACE["regions"])
    assert service.links([file_id])[0].url is None
    prepared(file_id)
    after = fetched(str(service.links([file_id])[0].url))
    assert after != before
    assert len(Image.open(BytesIO(after)).getexif()) == 0
    phone.ask("PUT", f"/{file_id}/blur", {"regions": []})
    prepared(file_id)
    assert fetched(str(service.links([file_id])[0].url)) == before


def test_only_its_owner_marks_a_photo_and_only_a_photo(phone: Phone) -> None:
    file_id, _, _ = phone.send(samples.photo_with_place())
    assert Phone().ask("PUT", f"/{file_id}/blur", FACE)[0] == 404
    outside = {"regions": [{"x": 1.5, "y": 0, "width": 0.1, "height": 0.1}]}
    assert phone.ask("PUT", f"/{file_id}/blur", outside)[0] == 422
