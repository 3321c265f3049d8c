"""The rules of handling in one place (个人信息保护法 Art. 7, 17, 48): what the rooms say, and what holds for all.

What the rooms say lies here as `told.json`, made from their own `HOLDING`s by `python -m checks.generate`:
whoever only reads it need not load every room.
"""

import hashlib
from functools import cache
from pathlib import Path

from mashangban.kernel.settings import settings
from mashangban.processes.mydata.schemas import (
    DataHandler,
    DataRemark,
    DataRight,
    DataRules,
    DataTold,
)
from mashangban.processes.mydata.terms import rights

TOLD = Path(__file__).with_name("told.json")


@cache
def rules() -> DataRules:
    """The whole page."""
    told = DataTold.model_validate_json(TOLD.read_text("utf-8"))
    region = rights.AT_HOME if settings().region.startswith("cn-") else rights.ABROAD
    remarks = tuple(DataRemark.model_validate(one) for one in (*rights.REMARKS, region))
    mine = tuple(DataRight.model_validate(one) for one in rights.RIGHTS)
    return DataRules(
        kept=told.kept,
        recipients=told.recipients,
        decided=told.decided,
        erased=told.erased,
        lawful=told.lawful,
        version=_version(told, *mine, *remarks),
        since=rights.SINCE,
        handler=DataHandler.model_validate(settings().handler),
        rights=mine,
        remarks=remarks,
    )


def _version(*said: DataTold | DataRight | DataRemark) -> str:
    """A digest of every word but the handler's."""
    text = "".join(one.model_dump_json() for one in said)
    return hashlib.sha256(text.encode()).hexdigest()[:8]
