"""News that came before its employment, and the numbers of pay tables."""

from collections.abc import Mapping
from typing import Any

from pynamodb.exceptions import PutError

from mashangban.domains.reporting.models import TABLE, EarlyRecord, PayrollRecord, SerialRecord
from mashangban.domains.reporting.rules.objects import pay_roll_code
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Busy, Stale
from mashangban.kernel.transaction import Transaction

_REFUSED = "ConditionalCheckFailedException"
_TRIES = 8


def put_by(contract_id: str, source: str, kind: str, body: Mapping[str, Any]) -> None:
    """Keep news until the employment is told; of one source the newest."""
    version: Any = EarlyRecord.version
    given = int(body["version"])
    record = EarlyRecord(
        f"EARLY#{contract_id}", f"{kind}#{source}", message_kind=kind, body=dict(body), version=given
    )
    try:
        record.save(condition=EarlyRecord.PK.does_not_exist() | (version < given))
    except PutError as refused:
        if refused.cause_response_code != _REFUSED:
            raise


def put_by_of(contract_id: str) -> list[EarlyRecord]:
    """What was kept for a contract (consistent)."""
    return list(EarlyRecord.query(f"EARLY#{contract_id}", consistent_read=True))


def forget(record: EarlyRecord) -> None:
    """It was taken up."""
    record.delete()


def pay_roll(act: Act, table: str, region: str, month: str) -> str:
    """The number of a pay table, given once. Raises NotReportableError beyond 999 in a county and month."""
    for _ in range(_TRIES):
        known = known_pay_roll(table)
        if known:
            return known
        try:
            return _new_pay_roll(act, table, region, month)
        except Stale:  # another run numbers a table of the same county
            continue
    raise Busy()


def known_pay_roll(table: str) -> str:
    """The number of a pay table, empty before its first line was sent."""
    try:
        return str(PayrollRecord.get(f"PAYROLL#{table}", "PAYROLL", consistent_read=True).code)
    except PayrollRecord.DoesNotExist:
        return ""


def _new_pay_roll(act: Act, table: str, region: str, month: str) -> str:
    pk = f"SERIAL#{region}#{month}"
    try:
        last = int(SerialRecord.get(pk, "SERIAL", consistent_read=True).last)
    except SerialRecord.DoesNotExist:
        last = 0
    code = pay_roll_code(region, month, last + 1)
    seen: Any = SerialRecord.last
    with Transaction(act, TABLE) as tx:
        unmoved = (seen == last) if last else SerialRecord.PK.does_not_exist()
        tx.put(SerialRecord(pk, "SERIAL", last=last + 1), condition=unmoved)
        tx.create(PayrollRecord(f"PAYROLL#{table}", "PAYROLL", code=code))
    return code
