"""Photos that have arrived, certificates, sessions: what the tests of skills are made of."""

from datetime import timedelta
from typing import Any

from mashangban.domains.workers import listeners
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.schemas.certificates import CheckForm, LicenceForm
from mashangban.domains.workers.schemas.trainings import ScanForm, TrainingForm
from mashangban.domains.workers.service import attending, certificates, trainings
from mashangban.files.models import TABLE as FILES
from mashangban.files.repository.records import record_of
from mashangban.files.rules.uploads import File, waits_until
from mashangban.files.terms import ContentType, FileState, Purpose
from mashangban.kernel import clock, history, ids
from mashangban.kernel.events import Subject, happened
from mashangban.kernel.permissions import Principal
from mashangban.kernel.transaction import Transaction
from tests.workers.conftest import Site, act


def photo(owner: Principal, purpose: Purpose = Purpose.CERTIFICATE) -> str:
    """A photo this person has sent and that has come."""
    file = File(
        id=ids.new_id(),
        owner=owner.person_id,
        purpose=purpose,
        filename="证书.jpg",
        content_type=ContentType.JPEG,
        size=1000,
        sha256="0" * 64,
        state=FileState.ARRIVED,
        expires_at=waits_until(clock.now()),
        held={},
    )
    with Transaction(act(owner), FILES) as tx:
        tx.create(record_of(file), happened(act(owner), "files.file.arrived", file.subject))
    return file.id


def in_days(days: int) -> Any:
    return clock.local_date(clock.now()) + timedelta(days=days)


def licence_form(owner: Principal, **changes: Any) -> LicenceForm:
    given = {
        "class_code": "02",
        "number": f"浙A02{ids.new_id()[-8:]}",
        "valid_until": in_days(400),
        "photo": changes.get("photo") or photo(owner),
    }
    return LicenceForm.model_validate(given | changes)


def licensed(owner: Principal, **changes: Any) -> str:
    """The id of a certificate its holder has entered."""
    return certificates.add(act(owner), licence_form(owner, **changes)).id


def checked(site: Site, certificate_id: str, **changes: Any) -> None:
    form = CheckForm.model_validate({"agrees": True} | changes)
    certificates.check(act(site.clerk), certificate_id, form)


def training_form(**changes: Any) -> TrainingForm:
    given = {
        "level": "project",
        "title": "进场安全教育",
        "hours": 15,
        "held_on": in_days(0),
        "trainer": "周安全",
    }
    return TrainingForm.model_validate(given | changes)


def held(site: Site, **changes: Any) -> str:
    """The id of a session of the whole site."""
    return trainings.hold(act(site.clerk), site.project.id, training_form(**changes)).id


def code_of(site: Site, training_id: str) -> str:
    code = trainings.show(site.clerk, training_id).code
    assert code is not None
    return code


def scanned(site: Site, training_id: str, worker: Principal) -> None:
    attending.scan_in(act(worker), ScanForm(code=code_of(site, training_id)))


def told(kind: str, subject_id: str) -> None:
    """The listener hears every event of a subject, as the stream brings them."""
    for event in history.of(TABLE, Subject(kind, subject_id)):
        listeners.on_event(event)
