"""The resources of GeoReport v2 as plain values: services, their definitions, requests. The door writes JSON or XML."""

from datetime import datetime, timedelta
from typing import Any

from mashangban.domains.publicareas import errors
from mashangban.domains.publicareas.repository import faults
from mashangban.domains.publicareas.rules import wording
from mashangban.domains.publicareas.rules.fault import Fault
from mashangban.domains.publicareas.schemas import FaultPosted, FaultsAsked
from mashangban.domains.publicareas.service import reporting
from mashangban.domains.publicareas.terms import (
    CHANGESET,
    MOST_IDS,
    MOST_LISTED,
    SPAN_DAYS,
    SPECIFICATION,
    Service,
    Wording,
)
from mashangban.kernel import clock, publicwords
from mashangban.kernel.acts import Act
from mashangban.kernel.settings import settings
from mashangban.registry import divisions

Value = dict[str, Any]
_BUCKETS = ("open", "closed")


def discovery() -> Value:
    """Where the service is and what it speaks."""
    base = settings().public_url
    endpoint = {
        "specification": SPECIFICATION,
        "url": f"{base}/v1/open311",
        "changeset": CHANGESET,
        "type": "production" if settings().production else "test",
        "formats": ["text/xml", "application/json"],
    }
    return {
        "changeset": CHANGESET,
        "contact": base,
        "key_service": f"{base}/v1/publicareas/key",
        "endpoints": [endpoint],
    }


def services(jurisdiction: str) -> list[Value]:
    """What may be reported. Raises UnknownJurisdiction."""
    require_county(jurisdiction)
    return [
        {
            "service_code": one.value,
            "service_name": one.label,
            "description": one.words,
            "metadata": True,
            "type": "realtime",
            "keywords": "",
            "group": one.group,
        }
        for one in Service
    ]


def definition(jurisdiction: str, code: str) -> Value:
    """The one thing more that a service asks for. Raises UnknownService."""
    require_county(jurisdiction)
    one = reporting.service_of(code)
    where = {
        "variable": True,
        "code": "where",
        "datatype": "string",
        "required": False,
        "datatype_description": "例如：3号楼东侧电梯",
        "order": 1,
        "description": "哪栋楼、哪部电梯或哪个位置",
        "values": [],
    }
    return {"service_code": one.value, "attributes": [where]}


def report(act: Act, jurisdiction: str, given: FaultPosted) -> list[Value]:
    """Report a fault; its id is known at once."""
    one = reporting.report(act, require_county(jurisdiction), given)
    return [{"service_request_id": one.id, "service_notice": _notice(one), "account_id": None}]


def token(token_id: str) -> list[Value]:
    """Ids are known at once: a token is the id. Raises UnknownFault."""
    return [{"token": token_id, "service_request_id": faults.get(token_id).id}]


def request(jurisdiction: str, fault_id: str) -> list[Value]:
    """One request. Raises UnknownFault, in another jurisdiction too."""
    one = faults.get(fault_id)
    if jurisdiction and jurisdiction != one.region:
        raise errors.UnknownFault()
    return [shown(one)]


def requests(asked: FaultsAsked, at: datetime) -> list[Value]:
    """By ids, else the newest of a county within ninety days. Raises SpanTooLong, TooManyIds, UnknownService."""
    if asked.service_request_id:
        wanted = _parts(asked.service_request_id)
        if len(wanted) > MOST_IDS:
            raise errors.TooManyIds()
        found = [one for one in faults.many(wanted) if asked.jurisdiction_id in ("", one.region)]
        return [shown(one) for one in found]
    region = require_county(asked.jurisdiction_id)
    first, last = _span(asked, at)
    partitions = [
        (index, key) for bucket in _buckets(asked) for index, key in _partitions(region, asked, bucket)
    ]
    found = [one for index, key in partitions for one in faults.between(key, index, first, last, MOST_LISTED)]
    newest = sorted(found, key=lambda one: (one.reported_at, one.id), reverse=True)
    return [shown(one) for one in newest[:MOST_LISTED]]


def shown(one: Fault) -> Value:
    """A fault as everybody may read it: nobody in it but the office that answers."""
    return {
        "service_request_id": one.id,
        "status": one.state.bucket,
        "status_notes": publicwords.masked(one.note) or one.state.label,
        "service_name": one.service.label,
        "service_code": one.service.value,
        "description": wording.public(one.description, one.wording),
        "agency_responsible": one.handler_name,
        "service_notice": _notice(one),
        "requested_datetime": clock.to_text(one.reported_at),
        "updated_datetime": clock.to_text(one.updated_at),
        "expected_datetime": f"{one.promised_on}T23:59:59+08:00" if one.promised_on else None,
        "address": wording.public(one.address, one.wording) or one.area_name,
        "address_id": one.area_id,
        "zipcode": None,
        "lat": one.spot.latitude_e6 / 1e6,
        "long": one.spot.longitude_e6 / 1e6,
        "media_url": one.media_url or None if one.wording is Wording.SHOWN else None,
    }


def require_county(jurisdiction: str) -> str:
    """A county's code. Raises UnknownJurisdiction."""
    if len(jurisdiction) != 6 or divisions.find(jurisdiction) is None:
        raise errors.UnknownJurisdiction()
    return jurisdiction


def _span(asked: FaultsAsked, at: datetime) -> tuple[datetime, datetime]:
    most = timedelta(days=SPAN_DAYS)
    begin, end = (_aware(one) for one in (asked.start_date, asked.end_date))
    last = end or (begin + most if begin else at)
    first = begin or last - most
    if last - first > most:
        raise errors.SpanTooLong()
    return first, last


def _aware(moment: datetime | None) -> datetime | None:
    """A time without a zone is the wall clock here."""
    return moment.replace(tzinfo=clock.SHANGHAI) if moment and moment.tzinfo is None else moment


def _buckets(asked: FaultsAsked) -> list[str]:
    wanted = _parts(asked.status)
    return [one for one in _BUCKETS if not wanted or one in wanted]


def _partitions(region: str, asked: FaultsAsked, bucket: str) -> list[tuple[str, str]]:
    codes = _parts(asked.service_code)
    if not codes:
        return [("GSI3", f"FAULTS-IN#{region}#{bucket}")]
    known = dict.fromkeys(reporting.service_of(code) for code in codes)
    return [("GSI1", f"FAULTS#{region}#{one.value}#{bucket}") for one in known]


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _notice(one: Fault) -> str:
    return f"编号 {one.number}，{one.handler_name}要在一天内答复"
