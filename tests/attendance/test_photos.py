"""Photos that come with a worker's word: the worker's own, arrived, seen by those who may see the day."""

from datetime import timedelta
from typing import Any

import pytest

from mashangban.domains.attendance import schemas
from mashangban.domains.attendance.service import answering, privacy, viewing
from mashangban.files.errors import NotArrived
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Principal
from tests.attendance.conftest import Crew, act, somebody, today
from tests.attendance.test_console import HOME
from tests.audit.build import sign_in
from tests.files import samples
from tests.files.phone import Phone, prepared
from tests.personal import taken
from tests.workers.office import office_of

pytestmark = pytest.mark.usefixtures("object_store")


def photo_of(worker: Principal) -> str:
    phone = Phone()
    phone.person, phone.token = worker.person_id, sign_in(worker.person_id)
    file_id, _, _ = phone.send(samples.picture())
    return str(file_id)


def claimed(crew: Crew, *photos: str) -> Any:
    day = today() - timedelta(days=2)
    given = schemas.DayAnswer(halves=2, words="在四号楼", photos=list(photos))
    answering.claim(act(crew.workers[0]), crew.contracts[0], day, given)
    return day


def test_foreman_clerk_and_worker_see_the_photos_of_an_answer_once_they_are_ready(crew: Crew) -> None:
    photos = [photo_of(crew.workers[0]) for _ in range(2)]
    day = claimed(crew, *photos)
    prepared(photos[0])
    for viewer in (crew.workers[0], crew.foreman, crew.clerk):
        word = viewing.show_day(viewer, crew.contracts[0], day, clock.now()).claimed
        assert word
        assert [one.file_id for one in word.photos] == photos
        assert [one.url is not None for one in word.photos] == [True, False]
    (whole,) = taken(privacy.HOLDING, crew.workers[0].person_id)["考勤里您说过的"]
    assert [one["file_id"] for one in whole["claimed"]["photos"]] == photos
    html = office_of(crew.clerk).get(f"{HOME}/contracts/{crew.contracts[0]}/days/{day}").html
    assert ">照片 1</a>" in html
    assert "照片 2 还在处理" in html


def test_a_stranger_sees_neither_the_day_nor_its_photos(crew: Crew) -> None:
    day = claimed(crew, photo_of(crew.workers[0]))
    for stranger in (crew.workers[1], somebody()):
        with pytest.raises(NotFound):
            viewing.show_day(stranger, crew.contracts[0], day, clock.now())


def test_anothers_photo_and_one_that_never_came_are_refused(crew: Crew) -> None:
    for wrong in (photo_of(crew.workers[1]), ids.new_id()):
        with pytest.raises((NotFound, NotArrived)):
            claimed(crew, wrong)
    word = viewing.show_day(
        crew.workers[0], crew.contracts[0], today() - timedelta(days=2), clock.now()
    ).claimed
    assert word is None
