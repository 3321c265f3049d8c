"""Field maps: what the fields of the standard objects are called on the wire of each platform.

The words on the left are ours. None: the platform has no such field, and it is left out knowingly.
"""

from collections.abc import Mapping

Fields = Mapping[str, Mapping[str, str | None]]

_PERSON = {"id_card_type": "IDCardType", "id_card_number": "IDCardNumber"}
_SITE = {"project_code": "ProjectCode", "corp_code": "CorpCode", "corp_name": "CorpName"}

NATIONAL_FIELDS: Fields = {
    "ProjectWorker": {
        **_SITE, "team_code": "TeamSysNo", "team_name": "TeamName", "worker_name": "WorkerName", **_PERSON,
        "work_type": "WorkType", "work_role": "WorkRole", "is_team_leader": "IsTeamLeader",
    },
    "ContractFile": {
        **_SITE, **_PERSON, "contract_code": "ContractCode", "period_type": "ContractPeriodType",
        "start_date": "StartDate", "end_date": "EndDate", "pay_rule": "PayRollRuleType", "unit": "Unit",
        "unit_price": "UnitPrice",
    },
    "EntryExitHistory": {
        **_SITE, **_PERSON, "date": "Date", "direction": "Type",
    },
    "WorkerAttendance": {
        "project_code": "ProjectCode", "team_code": "TeamSysNo", **_PERSON, "date": "AttendDate", "days": "Days",
        "hours": "WorkHours", "overtime_hours": "OverTimeHours", "attend_type": None,
        "data_resource": "DataResource",
    },
    "PayRoll": {
        **_SITE, "team_code": "TeamSysNo", "pay_roll_code": "PayRollCode", "pay_month": "PayMonth", "status": "Status",
    },
    "PayRollDetail": {
        "pay_roll_code": "PayRollCode", **_PERSON, "work_type": "WorkType", "days": "Days",
        "total_pay_amount": "TotalPayAmount", "actual_amount": "ActualAmount", "pay_status": "PayStatus",
    },
}  # fmt: skip


def _lower(name: str) -> str:
    return f"idCard{name[6:]}" if name.startswith("IDCard") else name[0].lower() + name[1:]


_OWN_NAMES = {
    ("EntryExitHistory", "direction"): "entryExitType",
    ("EntryExitHistory", "date"): "entryExitDate",
    ("ContractFile", "period_type"): "contractType",
    ("WorkerAttendance", "attend_type"): "attendType",
    ("ProjectWorker", "work_role"): "workRole",
}


def _own(thing: str, ours: str, theirs: str | None) -> str | None:
    return _OWN_NAMES.get((thing, ours)) or (_lower(theirs) if theirs else None)


SAMPLE_FIELDS: Fields = {
    thing: {ours: _own(thing, ours, theirs) for ours, theirs in names.items()}
    for thing, names in NATIONAL_FIELDS.items()
}
