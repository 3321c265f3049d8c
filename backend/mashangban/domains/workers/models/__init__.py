"""How teams, contracts and what hangs on them lie in the workers table (docs/data/workers.md)."""

from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from pynamodb.attributes import (
    BooleanAttribute,
    DiscriminatorAttribute,
    NumberAttribute,
    UnicodeAttribute,
)

from mashangban.deadlines.models import DeadlineRecord
from mashangban.domains.workers.rules.amending import Changes
from mashangban.domains.workers.rules.contract import Certificate, Milestones, Period, Site, Trained, Worker
from mashangban.domains.workers.rules.team import Job, PhoneLine, Poster
from mashangban.domains.workers.terms import (
    TRADES,
    AmendmentKind,
    AmendmentState,
    ContractState,
    PeriodKind,
    PosterState,
)
from mashangban.employment.rules import Named, Pay
from mashangban.employment.terms import PayBasis
from mashangban.kernel.attributes import DateAttribute, EnumAttribute, InstantAttribute, JsonAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("workers")
Json = dict[str, Any]


def _dump_pay(pay: Pay) -> list[Any]:
    return [pay.basis.value, pay.amount_fen, pay.unit, pay.pay_day, pay.pay_method]


def _load_pay(raw: list[Any]) -> Pay:
    return Pay(PayBasis(raw[0]), *raw[1:])


def _dump_period(period: Period) -> list[str | None]:
    return [period.kind.value, period.start.isoformat(), period.end.isoformat() if period.end else None]


def _load_period(raw: list[Any]) -> Period:
    kind, start, end = raw
    return Period(PeriodKind(kind), date.fromisoformat(start), date.fromisoformat(end) if end else None)


def _dump_certificate(certificate: Certificate) -> list[str]:
    stated = [certificate.number, certificate.valid_until.isoformat()]
    return [*stated, certificate.registered] if certificate.registered else stated


def _load_certificate(raw: list[str]) -> Certificate:
    return Certificate(raw[0], date.fromisoformat(raw[1]), *raw[2:])


def _dump_trained(trained: Trained) -> list[str]:
    return [trained.training_id, trained.held_on.isoformat()]


def _load_trained(raw: list[str]) -> Trained:
    return Trained(raw[0], date.fromisoformat(raw[1]))


def _dump_milestones(times: Milestones) -> list[int | None]:
    """Milliseconds since 1970, in the order of the fields."""
    return [at and round(at.timestamp() * 1000) for at in asdict(times).values()]


def _load_milestones(raw: list[int | None]) -> Milestones:
    opened, *later = (ms and datetime.fromtimestamp(ms / 1000, UTC) for ms in raw)
    assert isinstance(opened, datetime)
    return Milestones(opened, *(at or None for at in later))


def _dump_jobs(jobs: tuple[Job, ...]) -> list[Json]:
    return [{"trade": job.trade.code, "pay": _dump_pay(job.pay)} for job in jobs]


def _load_jobs(raw: list[Json]) -> tuple[Job, ...]:
    return tuple(Job(TRADES[one["trade"]], _load_pay(one["pay"])) for one in raw)


def _dump_poster(poster: Poster) -> list[str]:
    return [poster.document_id, poster.state.value]


def _load_poster(raw: list[str]) -> Poster:
    return Poster(raw[0], PosterState(raw[1]))


def _dump_changes(changes: Changes) -> Json:
    end = changes.period_end
    return {
        "pay": changes.pay and _dump_pay(changes.pay),
        "period_end": end and end.isoformat(),
        "trade_code": changes.trade_code,
        "text": changes.text,
    }


def _load_changes(raw: Json) -> Changes:
    pay, end = raw["pay"], raw["period_end"]
    return Changes(
        _load_pay(pay) if pay else None,
        date.fromisoformat(end) if end else None,
        raw["trade_code"],
        raw["text"],
    )


class TupleAttribute(JsonAttribute[Any]):
    """A small dataclass as the list of its values: the contract item stays under 1 KB, one write unit."""

    def __init__(self, kind: type[Any], null: bool = False) -> None:
        super().__init__(lambda value: list(asdict(value).values()), lambda raw: kind(*raw), null=null)


class TextsAttribute(JsonAttribute[tuple[str, ...]]):
    """A few short texts, read together."""

    def __init__(self, null: bool = False) -> None:
        super().__init__(list, tuple, null=null)


class WorkersRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class SiteRecord(WorkersRecord, discriminator="site"):
    """What a project's rights notice board says. PK SITE#project, SK SITE."""

    labour_clerk_name = UnicodeAttribute()
    labour_clerk_phone = UnicodeAttribute()
    project_office = UnicodeAttribute()
    authority = UnicodeAttribute()
    minimum_wage_fen = NumberAttribute()
    pay_day = NumberAttribute()
    complaint_phones = JsonAttribute[tuple[PhoneLine, ...]](
        lambda lines: [asdict(line) for line in lines], lambda raw: tuple(PhoneLine(**one) for one in raw)
    )
    insurance = TextsAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class TeamRecord(WorkersRecord, discriminator="team"):
    """A team. PK TEAM#id, SK TEAM; GSI1 PROJECT-TEAMS#project / name; GSI2 FOREMAN#person / project."""

    id = UnicodeAttribute()
    name = UnicodeAttribute()
    project = TupleAttribute(Site)
    employer = TupleAttribute(Named)
    general_contractor = TupleAttribute(Named)
    foreman_id = UnicodeAttribute()
    foreman_name_masked = UnicodeAttribute()
    jobs = JsonAttribute[tuple[Job, ...]](_dump_jobs, _load_jobs)
    open = BooleanAttribute()
    code_body = UnicodeAttribute()
    code_version = NumberAttribute()
    poster = JsonAttribute[Poster](_dump_poster, _load_poster, null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class TeamNameRecord(WorkersRecord, discriminator="team-name"):
    """Holds a team's name within project and employer. PK TEAMNAME#project#employer#name, SK TEAMNAME."""


class CodeRecord(WorkersRecord, discriminator="code"):
    """A printed join code. PK CODE#body, SK CODE. A revoked code stays, so that it can say so."""

    team_id = UnicodeAttribute()
    revoked = BooleanAttribute(default=False)


class ContractRecord(WorkersRecord, discriminator="contract"):
    """A contract. PK CONTRACT#id, SK CONTRACT; GSI2 PERSON#worker / time."""

    number = UnicodeAttribute()
    state = EnumAttribute(ContractState)
    project = TupleAttribute(Site)
    employer = TupleAttribute(Named)
    team = TupleAttribute(Named)
    worker = TupleAttribute(Worker)
    trade = UnicodeAttribute()
    period = JsonAttribute[Period](_dump_period, _load_period)
    pay = JsonAttribute[Pay](_dump_pay, _load_pay)
    insurance = TextsAttribute()
    certificate = JsonAttribute[Certificate](_dump_certificate, _load_certificate, null=True)
    notes = TextsAttribute(null=True)
    document_id = UnicodeAttribute()
    document_sha256 = UnicodeAttribute(null=True)
    sealed_sha256 = UnicodeAttribute(null=True)
    verify_code = UnicodeAttribute(null=True)
    milestones = JsonAttribute[Milestones](_dump_milestones, _load_milestones)
    reason = UnicodeAttribute(null=True)
    open_amendment = UnicodeAttribute(null=True)
    training = JsonAttribute[Trained](_dump_trained, _load_trained, null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class OpenContractRecord(WorkersRecord, discriminator="open-contract"):
    """One open contract of a worker at a project. PK OPEN#project#person, SK OPEN."""

    contract_id = UnicodeAttribute()


class SignatureRecord(WorkersRecord, discriminator="signature"):
    """The evidence of a worker's act, encrypted. PK CONTRACT#id, SK SIGNATURE or SIGNATURE#amendment."""

    evidence = UnicodeAttribute()


class AmendmentRecord(WorkersRecord, discriminator="amendment"):
    """A supplement, change or end. PK CONTRACT#id, SK AMENDMENT#id."""

    id = UnicodeAttribute()
    contract_id = UnicodeAttribute()
    number = UnicodeAttribute()
    amendment_kind = EnumAttribute(AmendmentKind)
    state = EnumAttribute(AmendmentState)
    by_worker = BooleanAttribute()
    reason = UnicodeAttribute()
    effective_on = DateAttribute()
    changes = JsonAttribute[Changes](_dump_changes, _load_changes)
    differences = TextsAttribute()
    document_id = UnicodeAttribute()
    document_sha256 = UnicodeAttribute(null=True)
    at = InstantAttribute()


class MemberRecord(WorkersRecord, discriminator="member"):
    """A contract as lists show it, and what it last counted on the boards; written by the listener.

    PK TEAM#id, SK CONTRACT#id; GSI1 PROJECT#project / state#time; GSI3 COUNTY#region / state#time.
    """

    contract_id = UnicodeAttribute()
    version = NumberAttribute()
    number = UnicodeAttribute()
    state = EnumAttribute(ContractState)
    project = TupleAttribute(Named)
    region = UnicodeAttribute()
    employer = TupleAttribute(Named)
    team = TupleAttribute(Named)
    worker_name_masked = UnicodeAttribute()
    trade = UnicodeAttribute()
    opened_at = InstantAttribute()
    counted = JsonAttribute[Json](dict, dict)


class AuthorisationRecord(WorkersRecord, discriminator="authorisation"):
    """A standing authorisation to countersign. PK AUTHORISATION#id, SK AUTHORISATION;
    GSI1 AUTHORISATIONS#employer#project / time; GSI2 OPERATOR#person / time."""

    id = UnicodeAttribute()
    enterprise_id = UnicodeAttribute()
    project_id = UnicodeAttribute()
    project_name = UnicodeAttribute()
    operator_id = UnicodeAttribute()
    operator_name_masked = UnicodeAttribute()
    until = DateAttribute()
    limit = NumberAttribute()
    used = NumberAttribute()
    revoked = BooleanAttribute()
    granted_at = InstantAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class BoardRecord(WorkersRecord, discriminator="board"):
    """Counters of a region or project. PK BOARD#region:33 or BOARD#project:id, SK BOARD; counters are attributes
    named `<group>.<key>` and changed by ADD only."""


class WorkersDeadlineRecord(DeadlineRecord, WorkersRecord, discriminator="deadline"):
    """A deadline of a contract, in its partition; GSI3 DUE#shard / instant."""
