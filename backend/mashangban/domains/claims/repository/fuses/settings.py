"""The figures that provinces have set."""

from typing import Any

from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.models.fuses import FuseSettingRecord
from mashangban.domains.claims.rules.fuses.table import FuseSetting
from mashangban.domains.claims.terms.fuses import FuseKind
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.transaction import Transaction


def of_province(province: str) -> dict[FuseKind, FuseSetting]:
    """What a province has set, by kind."""
    found = map(_setting, FuseSettingRecord.query(f"FUSERULES#{province}", index_name="GSI1"))
    return {one.kind: one for one in found}


def find(province: str, kind: FuseKind) -> FuseSetting | None:
    """One kind's own figures, or None while the platform's hold."""
    try:
        record = FuseSettingRecord.get(_pk(province, kind), "FUSERULE", consistent_read=True)
    except FuseSettingRecord.DoesNotExist:
        return None
    return _setting(record)


def save(act: Act, before: FuseSetting | None, after: FuseSetting, event: Event, answer: Schema) -> None:
    """Write a province's figures."""
    kind: Any = FuseSettingRecord
    with Transaction(act, TABLE) as tx:
        if before is None:
            tx.create(_record(after), event)
        else:
            moves = [kind.figures.set(dict(after.figures)), kind.source.set(after.source)]
            tx.amend(_record(before), event, moves)
        tx.answer(answer)


def _pk(province: str, kind: FuseKind) -> str:
    return f"FUSERULE#{province}.{kind.value}"


def _record(one: FuseSetting) -> FuseSettingRecord:
    return FuseSettingRecord(
        one.subject.pk,
        "FUSERULE",
        GSI1PK=f"FUSERULES#{one.province}",
        GSI1SK=one.kind.value,
        province=one.province,
        fuse_kind=one.kind,
        figures=dict(one.figures),
        source=one.source,
    )


def _setting(record: FuseSettingRecord) -> FuseSetting:
    return FuseSetting(
        record.province,
        record.fuse_kind,
        record.figures,
        record.source,
        int(record.version),
        record.chain,
    )
