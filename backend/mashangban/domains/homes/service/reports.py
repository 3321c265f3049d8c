"""The printed report of a signed inspection, and the fact it leaves in the home."""

from dataclasses import replace
from typing import Any

from mashangban.documents import events as documents
from mashangban.documents.terms import Template
from mashangban.domains.homes import events
from mashangban.domains.homes.repository import estates, homes
from mashangban.domains.homes.repository import inspections as repository
from mashangban.domains.homes.rules import fact as fact_rules
from mashangban.domains.homes.rules import inspection as rules
from mashangban.domains.homes.rules.fact import Link
from mashangban.domains.homes.rules.inspection import Inspection
from mashangban.domains.homes.service import facts
from mashangban.domains.homes.terms import FactKind
from mashangban.domains.homes.terms.inspections import InspectionKind, InspectionState, Verdict
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Role

ROOM = "homes"


def order(act: Act, one: Inspection) -> Message:
    """The order for the report of a signed sheet: every point, its statistics, who signed which digest."""
    home = homes.get(one.home_id)
    lines = [(point, one.item_of(point)) for point in one.points]
    counted = {point for point, item in lines if rules.statistics(item, one.entries[point])}
    data = {
        "title": "住宅工程质量分户验收报告" if one.kind is InspectionKind.BUILDER else "业主验房报告",
        "estate_name": one.estate_name,
        "home": one.label,
        "house_type": home.house_type,
        "list_name": one.check_list.name,
        "round": one.round,
        "result": result(one),
        "observed": [_observed(one, point) for point in one.points if point not in counted],
        "measured": [_measured(one, point) for point in one.points if point in counted],
        "signatures": [
            {
                "capacity": signed.capacity.label,
                "unit": signed.unit or "本人",
                "name": signed.name_masked or "已实名",
                "at": clock.spoken(signed.at),
            }
            for signed in one.signatures
        ],
        "sources": list(dict.fromkeys(item.source for _, item in lines)),
        "digest": one.digest,
        "made_on": clock.local_date(act.at).isoformat(),
    }
    return documents.order_print(
        one.document_id,
        Template.HOME_INSPECTION,
        one.number,
        data,
        service=ROOM,
        subject=f"homeinspection:{one.id}",
        region=one.region,
        orgs=[unit for unit, _ in one.units.values()],
        persons=[resident.person_id for resident in home.owners],
    )


def result(one: Inspection) -> str:
    """The sheet in one line."""
    unlike = sum(one.verdict_of(point) is Verdict.NONE for point in one.points)
    aside = f"，{unlike} 处不适用" if unlike else ""
    found = f"{len(one.failed)} 处不合格" if one.failed else "其余都合格" if unlike else "全部合格"
    return f"共 {len(one.points)} 处{aside}，{found}"


def printed(act: Act, inspection_id: str, body: dict[str, Any]) -> None:
    """The file is there; one that arrives twice changes nothing."""
    before = repository.get(inspection_id)
    if before.printed or before.document_id != body["document_id"]:
        return
    event = following(act, events.REPORT_PRINTED, before, Role.SYSTEM, {"document": before.document_id})
    repository.change(act, before, replace(before, printed=True), event)


def tell(act: Act, inspection_id: str) -> None:
    """A signed household inspection is a fact of the home, kept once."""
    one = repository.get(inspection_id)
    if one.kind is not InspectionKind.BUILDER or one.state is not InspectionState.SIGNED:
        return
    estate, home = estates.get(one.estate_id), homes.get(one.home_id)
    identity = fact_rules.fact_id(estate.id, ROOM, one.id)
    given = {
        "kind": FactKind.ACCEPTANCE,
        "title": "分户验收" if one.round == 1 else "分户验收复查",
        "words": result(one),
        "source": estate.builder.name,
        "number": one.number,
        "happened_on": clock.local_date(max(signed.at for signed in one.signatures)),
    }
    new = facts.blank(estate, identity, home.door, given, act)
    facts.keep(act, replace(new, link=Link(ROOM, f"homeinspection:{one.id}")))


def _observed(one: Inspection, point: str) -> dict[str, Any]:
    verdict = one.verdict_of(point)
    return {
        "room": point.partition("@")[2],
        "item": one.item_of(point).label,
        "verdict": verdict.label if verdict else "未查",
        "note": one.entries[point].note.replace("\n", " "),
    }


def _measured(one: Inspection, point: str) -> dict[str, Any]:
    entry, item = one.entries[point], one.item_of(point)
    counted = rules.statistics(item, entry)
    assert counted is not None, "only what has its measurements is printed so"
    return {
        "room": point.partition("@")[2],
        "item": item.label,
        "design": entry.design,
        "values": list(entry.values),
        "deviation": counted.deviation,
        "spread": counted.spread,
        "allowed": f"±{item.tolerance}，极差{item.spread}",
        "verdict": counted.verdict.label,
    }
