"""How cards, wage accounts, deposits, runs and transfers lie in the payments table (docs/data/payments.md)."""

from dataclasses import asdict, astuple
from datetime import date
from typing import Any

from pynamodb.attributes import BooleanAttribute, DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.deadlines.models import DeadlineRecord
from mashangban.domains.payments import terms
from mashangban.domains.payments.rules.deposit import Storage
from mashangban.domains.payments.rules.reconciling import Gap
from mashangban.employment.models import EmploymentRecord
from mashangban.employment.rules import Named
from mashangban.kernel.attributes import DateAttribute, EnumAttribute, InstantAttribute, JsonAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table
from mashangban.registry.rules.columns import RowError

TABLE = Table("payments")
Json = dict[str, Any]


def _dump_storage(one: Storage) -> list[Any]:
    until = one.valid_until and one.valid_until.isoformat()
    return [one.form.value, one.amount_fen, one.issuer, one.number, until]


def _load_storage(raw: list[Any]) -> Storage:
    form, amount, issuer, number, until = raw
    return Storage(
        terms.DepositForm(form), amount, issuer, number, date.fromisoformat(until) if until else None
    )


def _dump_gaps(gaps: tuple[Gap, ...]) -> list[Any]:
    return [[one.kind.value, one.key, one.ours_fen, one.bank_fen] for one in gaps]


def _load_gaps(raw: list[Any]) -> tuple[Gap, ...]:
    return tuple(Gap(terms.DifferenceKind(kind), *rest) for kind, *rest in raw)


class NamedAttribute(JsonAttribute[Named]):
    """An id with its name."""

    def __init__(self) -> None:
        super().__init__(lambda one: list(asdict(one).values()), lambda raw: Named(*raw))


class PaymentsRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class PayeeRecord(PaymentsRecord, discriminator="payee"):
    """A person's card, encrypted. PK PAYEE#person, SK PAYEE; GSI3 CHECK#shard / instant while the bank is to be asked
    whose it is."""

    name_masked = UnicodeAttribute()
    bank = EnumAttribute(terms.Bank)
    card = UnicodeAttribute()
    state = EnumAttribute(terms.PayeeState)
    registered_at = InstantAttribute()
    check_at = InstantAttribute(null=True)
    tries = NumberAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class HoldingRecord(PaymentsRecord, discriminator="holding"):
    """Whose own one card is, as the bank said. PK CARD#keyed hash, SK CARD."""

    holders = JsonAttribute[tuple[str, ...]](list, tuple)
    revision = NumberAttribute()


class AccountRecord(PaymentsRecord, discriminator="account"):
    """A wage account. PK ACCOUNT#project, SK ACCOUNT; GSI1 ACCOUNTS#county / state#name; GSI2
    CONTRACTOR-ACCOUNTS#enterprise / name."""

    project = NamedAttribute()
    region = UnicodeAttribute()
    contractor = NamedAttribute()
    bank = EnumAttribute(terms.Bank)
    number = UnicodeAttribute()
    pay_day = NumberAttribute()
    state = EnumAttribute(terms.AccountState)
    opened_at = InstantAttribute()
    funding_month = UnicodeAttribute(null=True)
    notice_from = InstantAttribute(null=True)
    closed_at = InstantAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class AccountNumberRecord(PaymentsRecord, discriminator="account-number"):
    """Holds an account number for one project. PK ACCOUNT-NUMBER#keyed hash, SK ACCOUNT-NUMBER."""

    project_id = UnicodeAttribute()


class MirrorRecord(PaymentsRecord, discriminator="mirror"):
    """The bank's balance and how far its statement was read. PK ACCOUNT#project, SK BALANCE."""

    balance_fen = NumberAttribute()
    at = InstantAttribute()
    sequence = NumberAttribute()


class RoundRecord(PaymentsRecord, discriminator="round"):
    """When the clock next reads an account at the bank. PK ACCOUNT#project, SK ROUND; GSI3 ROUND#shard / instant."""


class EntryRecord(PaymentsRecord, discriminator="entry"):
    """A line of the bank's statement. PK ACCOUNT#project, SK ENTRY#000000001."""

    sequence = NumberAttribute()
    entry_kind = UnicodeAttribute()
    amount_fen = NumberAttribute()
    key = UnicodeAttribute()
    note = UnicodeAttribute()
    balance_fen = NumberAttribute()
    at = InstantAttribute()


class ReportRecord(PaymentsRecord, discriminator="report"):
    """A reconciliation. PK ACCOUNT#project, SK REPORT#instant."""

    at = InstantAttribute()
    entries = NumberAttribute()
    transfers = NumberAttribute()
    ours_fen = NumberAttribute()
    bank_fen = NumberAttribute()
    gaps = JsonAttribute[tuple[Gap, ...]](_dump_gaps, _load_gaps)


class DepositRecord(PaymentsRecord, discriminator="deposit"):
    """A deposit or guarantee. PK DEPOSIT#project.kind, SK DEPOSIT; GSI1 DEPOSITS#county / state#time; GSI2
    CONTRACTOR-DEPOSITS#enterprise / project."""

    project = NamedAttribute()
    region = UnicodeAttribute()
    contractor = NamedAttribute()
    deposit_kind = EnumAttribute(terms.DepositKind)
    state = EnumAttribute(terms.DepositState)
    price_fen = NumberAttribute()
    permit_on = DateAttribute()
    factor = UnicodeAttribute()
    required_fen = NumberAttribute()
    source = UnicodeAttribute()
    at = InstantAttribute()
    storage = JsonAttribute[Storage](_dump_storage, _load_storage, null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class DepositImportRecord(PaymentsRecord, discriminator="deposit-import"):
    """What became of a sheet of deposits; expires. PK DEPOSIT-IMPORT#id, SK IMPORT."""

    filename = UnicodeAttribute()
    sha256 = UnicodeAttribute()
    person_id = UnicodeAttribute()
    at = InstantAttribute()
    rows = NumberAttribute()
    errors = JsonAttribute[tuple[RowError, ...]](
        lambda found: [astuple(one) for one in found], lambda raw: tuple(RowError(*one) for one in raw)
    )
    expires_at = NumberAttribute()


class DepositFileRecord(PaymentsRecord, discriminator="deposit-file"):
    """A sheet of deposits that was taken in, by its content. PK DEPOSIT-FILE#sha256, SK FILE."""

    import_id = UnicodeAttribute()


class RunRecord(PaymentsRecord, discriminator="payrun"):
    """A run. PK PAYRUN#id, SK PAYRUN; GSI1 RUNS#project / time; GSI2 COUNTY-RUNS#county / state#time; GSI3 WORK#shard
    / instant while the clock has something to do for it."""

    id = UnicodeAttribute()
    table_id = UnicodeAttribute()
    project = NamedAttribute()
    region = UnicodeAttribute()
    employer_id = UnicodeAttribute()
    contractor_id = UnicodeAttribute()
    month = UnicodeAttribute()
    lines = NumberAttribute()
    total_fen = NumberAttribute()
    state = EnumAttribute(terms.RunState)
    note = UnicodeAttribute(null=True)
    tries = NumberAttribute()
    at = InstantAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class TallyRecord(PaymentsRecord, discriminator="tally"):
    """A shard of a run's sums, changed by ADD. PK PAYRUN#run, SK TALLY#0 to TALLY#7."""

    arrived = NumberAttribute(null=True)
    arrived_fen = NumberAttribute(null=True)
    paid = NumberAttribute(null=True)
    paid_fen = NumberAttribute(null=True)
    returned = NumberAttribute(null=True)
    returned_fen = NumberAttribute(null=True)
    failed = NumberAttribute(null=True)
    failed_fen = NumberAttribute(null=True)


class BatchRecord(PaymentsRecord, discriminator="batch"):
    """A bank order. PK PAYRUN#run, SK BATCH#0001."""

    number = NumberAttribute()
    transfers = JsonAttribute[tuple[str, ...]](list, tuple)
    total_fen = NumberAttribute()
    state = EnumAttribute(terms.BatchState)
    tries = NumberAttribute()
    asked_at = InstantAttribute(null=True)


class TransferRecord(PaymentsRecord, discriminator="transfer"):
    """A transfer. PK TRANSFER#line.attempt, SK TRANSFER; GSI1 RUN#run / id; GSI2 PAID-TO#person / time."""

    id = UnicodeAttribute()
    run_id = UnicodeAttribute()
    line = UnicodeAttribute()
    attempt = NumberAttribute()
    contract_id = UnicodeAttribute()
    person_id = UnicodeAttribute()
    name_masked = UnicodeAttribute()
    amount_fen = NumberAttribute()
    month = UnicodeAttribute()
    state = EnumAttribute(terms.TransferState)
    at = InstantAttribute()
    bank = EnumAttribute(terms.Bank, null=True)
    card = UnicodeAttribute(null=True)
    holder = UnicodeAttribute(null=True)
    batch = NumberAttribute()
    reason = UnicodeAttribute(null=True)
    bank_reference = UnicodeAttribute(null=True)
    settled_at = InstantAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class LineRecord(PaymentsRecord, discriminator="line"):
    """Holds a line while an attempt is open or was paid. PK LINE#line, SK LINE."""

    attempt = NumberAttribute()
    free = BooleanAttribute()


class DifferenceRecord(PaymentsRecord, discriminator="difference"):
    """A difference as a work item. PK DIFFERENCE#id, SK DIFFERENCE; GSI1 DIFFERENCES#project / state#time; GSI2
    COUNTY-DIFFERENCES#county / state#time."""

    gap_kind = EnumAttribute(terms.DifferenceKind)
    key = UnicodeAttribute()
    ours_fen = NumberAttribute()
    bank_fen = NumberAttribute()
    project = NamedAttribute()
    region = UnicodeAttribute()
    contractor_id = UnicodeAttribute()
    state = EnumAttribute(terms.DifferenceState)
    found_at = InstantAttribute()
    note = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class CountedRecord(PaymentsRecord, discriminator="counted"):
    """What a subject last counted on the boards. PK ACCOUNT#project or PAYRUN#id, SK COUNTED."""

    counted = JsonAttribute[Json](dict, dict)
    revision = NumberAttribute()


class PaymentsEmployment(EmploymentRecord, PaymentsRecord, discriminator="employment"):
    """Who works where, as the contracts told."""


class PaymentsDeadlineRecord(DeadlineRecord, PaymentsRecord, discriminator="deadline"):
    """A deadline in its subject's partition; GSI3 DUE#shard / instant."""
