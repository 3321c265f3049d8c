"""What each platform for construction workers takes: its fields, which must be there, and what each may hold.

Written from the platforms' side, without a look at the product: what the product maps wrongly is refused here.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

Check = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an object."""

    check: Check
    word: str = "FIELD_INVALID"
    optional: bool = False
    secret: bool = False


def _one_of(*values: str) -> Field:
    return Field(lambda value: value in values, "CODE_UNKNOWN")


def _like(pattern: str) -> Field:
    return Field(lambda value: re.fullmatch(pattern, value) is not None)


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _optional(field: Field) -> Field:
    return Field(field.check, field.word, optional=True)


_NAME, _ID, _DAY = _like(r".{1,60}"), Field(lambda _: True, "ID_NUMBER_INVALID", secret=True), Field(_is_day)
_PROJECT, _CORP, _MONEY = _like(r"[0-9A-Z-]{10,40}"), _like(r"[0-9A-Z]{18}"), _like(r"\d{1,9}\.\d{2}")
_TEAM, _CARD = _like(r"[0-9A-Z]{10,40}"), _one_of("01")
_DAYS, _HOURS = _like(r"\d{1,2}\.[05]"), _like(r"\d{1,3}\.\d{2}")
_GZD, _MONTH = _like(r"GZD\d{6}\d{4}(0[1-9]|1[0-2])\d{3}"), _like(r"\d{4}-(0[1-9]|1[0-2])")
_TRADE_CODES = """
000 010 011 020 030 031 032 033 040 041 042 043 050 060 070 080 090 100 110 120 130 131 140 150 160 170
180 190 191 192 193 194 195 200 210 220 230 240 250 270 280 300 310 320 330 340 350 360 380 401 416
421 431 435 437 440 501
"""
_TRADES = _one_of(*_TRADE_CODES.split())
_PAY_STATUS, _ROLL_STATUS = _one_of("0", "20", "30", "40"), _one_of("2", "3", "50")
Objects = Mapping[str, Mapping[str, Field]]

NATIONAL: Objects = {
    "ProjectWorker": {
        "ProjectCode": _PROJECT, "CorpCode": _CORP, "CorpName": _NAME, "TeamSysNo": _TEAM, "TeamName": _NAME,
        "WorkerName": _NAME, "IDCardType": _CARD, "IDCardNumber": _ID, "WorkType": _TRADES,
        "WorkRole": _one_of("10", "20"), "IsTeamLeader": _one_of("0", "1"),
    },
    "ContractFile": {
        "ProjectCode": _PROJECT, "CorpCode": _CORP, "CorpName": _NAME, "IDCardType": _CARD, "IDCardNumber": _ID,
        "ContractCode": _NAME, "ContractPeriodType": _one_of("0", "1"), "StartDate": _DAY, "EndDate": _optional(_DAY),
        "PayRollRuleType": _one_of("0", "1", "2", "3", "4", "5"), "Unit": _optional(_one_of("80", "81", "82")),
        "UnitPrice": _MONEY,
    },
    "EntryExitHistory": {
        "ProjectCode": _PROJECT, "CorpCode": _CORP, "CorpName": _NAME, "IDCardType": _CARD, "IDCardNumber": _ID,
        "Date": _DAY, "Type": _one_of("0", "1"),
    },
    "WorkerAttendance": {
        "ProjectCode": _PROJECT, "TeamSysNo": _TEAM, "IDCardType": _CARD, "IDCardNumber": _ID, "AttendDate": _DAY,
        "Days": _DAYS, "WorkHours": _HOURS, "OverTimeHours": _HOURS, "DataResource": _one_of("0", "1"),
    },
    "PayRoll": {
        "ProjectCode": _PROJECT, "CorpCode": _CORP, "CorpName": _NAME, "TeamSysNo": _TEAM, "PayRollCode": _GZD,
        "PayMonth": _MONTH, "Status": _ROLL_STATUS,
    },
    "PayRollDetail": {
        "PayRollCode": _GZD, "IDCardType": _CARD, "IDCardNumber": _ID, "WorkType": _TRADES, "Days": _DAYS,
        "TotalPayAmount": _MONEY, "ActualAmount": _MONEY, "PayStatus": _PAY_STATUS,
    },
}  # fmt: skip

# 四川-style names and codes: contracts 1/2, entry 1 and exit 2, the means of attendance; no 000, no piece quota.
_SAMPLE_TRADES = Field(lambda value: value != "000" and _TRADES.check(value), "CODE_UNKNOWN")
SAMPLE: Objects = {
    "ProjectWorker": {
        "projectCode": _PROJECT, "corpCode": _CORP, "corpName": _NAME, "teamSysNo": _TEAM, "teamName": _NAME,
        "workerName": _NAME, "idCardType": _CARD, "idCardNumber": _ID, "workType": _SAMPLE_TRADES,
        "workRole": _one_of("10", "20"), "isTeamLeader": _one_of("0", "1"),
    },
    "ContractFile": {
        "projectCode": _PROJECT, "corpCode": _CORP, "corpName": _NAME, "idCardType": _CARD, "idCardNumber": _ID,
        "contractCode": _NAME, "contractType": _one_of("1", "2"), "startDate": _DAY, "endDate": _optional(_DAY),
        "payRollRuleType": _one_of("0", "1", "2", "3"), "unit": _optional(_one_of("80", "81", "82")),
        "unitPrice": _MONEY,
    },
    "EntryExitHistory": {
        "projectCode": _PROJECT, "corpCode": _CORP, "corpName": _NAME, "idCardType": _CARD, "idCardNumber": _ID,
        "entryExitDate": _DAY, "entryExitType": _one_of("1", "2"),
    },
    "WorkerAttendance": {
        "projectCode": _PROJECT, "teamSysNo": _TEAM, "idCardType": _CARD, "idCardNumber": _ID, "attendDate": _DAY,
        "days": _DAYS, "workHours": _HOURS, "overTimeHours": _HOURS, "dataResource": _one_of("0", "1"),
        "attendType": _one_of("1", "2", "3", "4", "5", "99"),
    },
    "PayRoll": {
        "projectCode": _PROJECT, "corpCode": _CORP, "corpName": _NAME, "teamSysNo": _TEAM, "payRollCode": _GZD,
        "payMonth": _MONTH, "status": _ROLL_STATUS,
    },
    "PayRollDetail": {
        "payRollCode": _GZD, "idCardType": _CARD, "idCardNumber": _ID, "workType": _SAMPLE_TRADES, "days": _DAYS,
        "totalPayAmount": _MONEY, "actualAmount": _MONEY, "payStatus": _PAY_STATUS,
    },
}  # fmt: skip
PLATFORMS = {
    "00": ("全国建筑工人管理服务信息平台", NATIONAL),
    "33": ("浙江省平台（全国代码）", NATIONAL),
    "37": ("山东省平台（另一套代码，样例）", SAMPLE),
}
