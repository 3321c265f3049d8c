"""A house type's plan at the office's desk: chosen, looked at, put to use; what is no picture is refused in words."""

import json

import pytest

from mashangban.domains.homes import errors
from mashangban.domains.homes.service import estates
from mashangban.files import service as files
from mashangban.files.errors import FileEmpty, TypeNotAllowed, WrongContent
from mashangban.kernel.acts import system_act
from tests.console.office import Page
from tests.files import samples
from tests.homes.conftest import Yard
from tests.workers.office import Office, office_of

PDF = b"%PDF-1.7\n%%EOF\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def at(yard: Yard) -> str:
    return f"/console/homes/estates/{yard.estate_id}"


def sent(window: Office, yard: Yard, content: bytes, filename: str = "plan.png") -> Page:
    """A file as the page's script sends it."""
    opened = window.get(f"{at(yard)}/plans?type=A户型")
    headers = {
        "content-type": "application/octet-stream",
        "x-csrf-token": opened.hidden("csrf"),
        "idempotency-key": opened.hidden("key"),
        "x-filename": filename,
        "accept": "application/json",
    }
    return window.send("POST", "/console/files", content, headers)


def test_a_picture_is_looked_at_before_it_becomes_the_plan(estate: Yard) -> None:
    window = office_of(estate.builder)
    answer = sent(window, estate, samples.picture("PNG"))
    assert answer.status == 201, answer.html
    file_id = json.loads(answer.html)["id"]
    page = f"{at(estate)}/plans?type=A户型&file={file_id}"
    assert "正在处理图片" in window.get(page).html
    files.prepare(system_act("files_stream"), file_id)
    looked_at = window.get(page)
    assert "启用这张图" in looked_at.html
    assert "还没有户型图" in window.get(at(estate)).html
    window.act(looked_at, f"{at(estate)}/plans", house_type="A户型", file_id=file_id)
    shown = estates.show_estate(estate.builder, estate.estate_id)
    assert {one.name: one.plan for one in shown.types}["A户型"] == file_id
    assert 'alt="A户型的户型图"' in window.get(at(estate)).html


@pytest.mark.parametrize(
    ("content", "filename", "refusal"),
    [
        (SVG, "plan.svg", TypeNotAllowed),
        (b"<html>", "plan.png", WrongContent),
        (b"", "plan.png", FileEmpty),
        (samples.picture("PNG"), "plan", TypeNotAllowed),
    ],
)
def test_what_is_no_picture_is_refused_in_words_and_nothing_of_it_is_kept(
    estate: Yard, content: bytes, filename: str, refusal: type[Exception]
) -> None:
    answer = sent(office_of(estate.builder), estate, content, filename)
    assert answer.status == 422
    assert getattr(refusal, "title") in answer.html  # noqa: B009


def test_a_paper_is_no_plan_and_somebody_elses_file_is_nobodys(estate: Yard) -> None:
    window = office_of(estate.builder)
    file_id = json.loads(sent(window, estate, PDF, "plan.pdf").html)["id"]
    page = f"{at(estate)}/plans?type=A户型&file={file_id}"
    assert errors.PlanNotPicture.title in window.get(page).html
    window.act(window.get(page), f"{at(estate)}/plans", house_type="A户型", file_id=file_id)
    assert {one.plan for one in estates.show_estate(estate.builder, estate.estate_id).types} == {None}
    assert window.get(f"{at(estate)}/plans?type=Z").status == 404
    county = office_of(estate.officer)
    assert county.get(page).status == 403
