"""How certificates, training and shared histories lie in the workers table (docs/data/workers.md)."""

from typing import Any

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute

from mashangban.domains.workers.models import TextsAttribute, TupleAttribute, WorkersRecord
from mashangban.domains.workers.rules.certificate import Check
from mashangban.domains.workers.rules.contract import Site
from mashangban.domains.workers.rules.sharing import Chosen
from mashangban.domains.workers.terms.skills import CertificateState, Presence, Standing, TrainingLevel
from mashangban.employment.rules import Named
from mashangban.kernel import clock
from mashangban.kernel.attributes import DateAttribute, EnumAttribute, InstantAttribute, JsonAttribute

Json = dict[str, Any]


def _dump_check(check: Check) -> list[str]:
    return [check.by, clock.to_text(check.at), check.note]


def _load_check(raw: list[str]) -> Check:
    by, at, note = raw
    return Check(by, clock.from_text(at), note)


def _dump_chosen(chosen: Chosen) -> list[list[str]]:
    return [list(chosen.works), list(chosen.certificates), list(chosen.trainings)]


def _load_chosen(raw: list[list[str]]) -> Chosen:
    works, certificates, trainings = (tuple(one) for one in raw)
    return Chosen(works, certificates, trainings)


class LicenceRecord(WorkersRecord, discriminator="certificate"):
    """A person's certificate. PK CERTIFICATE#id, SK CERTIFICATE; GSI2 HOLDER#person / time."""

    person_id = UnicodeAttribute()
    name_masked = UnicodeAttribute()
    class_code = UnicodeAttribute()
    trade = UnicodeAttribute(null=True)
    number = UnicodeAttribute()
    valid_until = DateAttribute(null=True)
    photo = UnicodeAttribute()
    state = EnumAttribute(CertificateState)
    standing = EnumAttribute(Standing)
    added_at = InstantAttribute()
    check = JsonAttribute[Check](_dump_check, _load_check, null=True)
    term = NumberAttribute()
    earlier_photos = TextsAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class LicenceNumberRecord(WorkersRecord, discriminator="certificate-number"):
    """One holder for each number. PK CERTIFICATE-NUMBER#keyed hash of class and number, SK NUMBER."""

    certificate_id = UnicodeAttribute()


class SkillRow(WorkersRecord, discriminator="skill-row"):
    """A certificate at a project where its holder works, and what it counts there; written by the listener.

    PK SKILLS#project, SK CERTIFICATE#id; GSI1 CERTIFICATES-AT#project / standing#last day#id;
    GSI2 CERTIFICATES-BY-DAY#project / last day#id; GSI3 CERTIFICATES-IN#region / last day#project#id.
    """

    certificate_id = UnicodeAttribute()
    contract_id = UnicodeAttribute()
    project = TupleAttribute(Named)
    region = UnicodeAttribute()
    employer = TupleAttribute(Named)
    name_masked = UnicodeAttribute()
    title = UnicodeAttribute()
    number = UnicodeAttribute()
    valid_until = DateAttribute(null=True)
    state = EnumAttribute(CertificateState)
    standing = EnumAttribute(Standing)
    counted = JsonAttribute[Json](dict, dict)
    mark = UnicodeAttribute()


class TrainedRow(WorkersRecord, discriminator="trained-row"):
    """Whether a worker in force at a project was trained there, as the boards count it. PK SKILLS#project,
    SK TRAINED#person."""

    counted = JsonAttribute[Json](dict, dict)
    mark = UnicodeAttribute()


class TrainingRecord(WorkersRecord, discriminator="training"):
    """A safety training session. PK TRAINING#id, SK TRAINING; GSI1 TRAININGS-AT#project / day#id."""

    id = UnicodeAttribute()
    project = TupleAttribute(Site)
    orgs = TextsAttribute()
    team = TupleAttribute(Named, null=True)
    foreman_id = UnicodeAttribute(null=True)
    level = EnumAttribute(TrainingLevel)
    title = UnicodeAttribute()
    hours = NumberAttribute()
    held_on = DateAttribute()
    trainer = UnicodeAttribute()
    photos = TextsAttribute()
    recorded_by = UnicodeAttribute()
    held_at = InstantAttribute()
    listed = NumberAttribute()
    confirmed = NumberAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class TraineeRecord(WorkersRecord, discriminator="trainee"):
    """One person on a session's list. PK TRAINEE#training-person, SK TRAINEE; GSI1 TRAINEES-OF#training / person;
    GSI2 TRAINED#person / day#training. `hand` is the hand-written name with its circumstances, encrypted."""

    training_id = UnicodeAttribute()
    project_id = UnicodeAttribute()
    project_name = UnicodeAttribute()
    region = UnicodeAttribute()
    level = EnumAttribute(TrainingLevel)
    title = UnicodeAttribute()
    hours = NumberAttribute()
    held_on = DateAttribute()
    person_id = UnicodeAttribute()
    name_masked = UnicodeAttribute()
    presence = EnumAttribute(Presence)
    listed_at = InstantAttribute()
    confirmed_at = InstantAttribute(null=True)
    signed = BooleanAttribute()
    hand = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class ShareRecord(WorkersRecord, discriminator="share"):
    """A code that shows a history for a while. PK SHARE#code body, SK SHARE; GSI2 SHARER#person / time."""

    id = UnicodeAttribute()
    person_id = UnicodeAttribute()
    name_masked = UnicodeAttribute()
    chosen = JsonAttribute[Chosen](_dump_chosen, _load_chosen)
    made_at = InstantAttribute()
    until = InstantAttribute()
    revoked_at = InstantAttribute(null=True)
    views = NumberAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class LookRecord(WorkersRecord, discriminator="look"):
    """One look at a shared history. PK SHARE#code body, SK LOOK#time#id; dropped by the table 90 days on."""

    at = InstantAttribute()
    device = UnicodeAttribute()
    expires_at = NumberAttribute()
