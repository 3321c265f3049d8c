"""The sheet of facts: checked against the register and the declared facts, written enterprise by enterprise."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import Any

from mashangban.domains.policies import errors, events, permissions
from mashangban.domains.policies.repository import indicators, profiles
from mashangban.domains.policies.rules import factsheet, values, written
from mashangban.domains.policies.rules import profile as rules
from mashangban.domains.policies.rules.conditions.facts import Catalogue
from mashangban.domains.policies.rules.factsheet import FactRow, wrong
from mashangban.domains.policies.rules.profile import Profile, Statement
from mashangban.domains.policies.terms.imports import FACTS_AN_ACT, FIRMS_A_CHUNK, MOST_FACT_ROWS
from mashangban.imports.rules import Checked, Import
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Place, Role
from mashangban.registry import service as registry
from mashangban.registry import sheets

LAYOUT = factsheet.LAYOUT
EXAMPLE = {
    "uscc": "91330203MA0DEM0001",
    "code": "tax.revenue",
    "value": "500万元",
    "stated_on": "2026-01-31",
    "source": "2025 年度企业所得税申报表",
}


def check(act: Act, region: str, content: bytes) -> Checked:
    """Every row; the whole file is refused when one is wrong."""
    numbered, wrong_file = sheets.filled_in(content, LAYOUT, MOST_FACT_ROWS)
    if wrong_file:
        return Checked.refused(wrong_file)
    read = [factsheet.read(number, cells) for number, cells in numbered]
    found = [problem for one in read if not isinstance(one, FactRow) for problem in one]
    rows = [one for one in read if isinstance(one, FactRow)]
    firms = {one.uscc: one for one in registry.enterprises_by_codes({row.uscc for row in rows})}
    facts = indicators.catalogue(row.code for row in rows)
    reach, today = act.actor.reach(permissions.RUN_IMPORTS), clock.local_date(act.at)
    by_firm: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for row in rows:
        try:
            statement = _statement(row, facts, today)
        except values.WrongValue as problem:
            found.append(wrong(row.row, "value" if facts.find(row.code) else "code", str(problem)))
            continue
        firm = firms.get(row.uscc)
        if firm is None or not reach.covers(Place(region=firm.county)):
            found.append(wrong(row.row, "uscc", "本地区没有登记这家企业"))
        elif row.code in by_firm[firm.id]:
            found.append(wrong(row.row, "code", "同一家企业的这项指标前面已经有一行"))
        else:
            by_firm[firm.id][row.code] = _dump(statement)
    if found:
        return Checked.refused(found)
    acts = [
        {"enterprise_id": firm, "facts": many[start : start + FACTS_AN_ACT]}
        for firm, facts_of in by_firm.items()
        for many in [list(facts_of.values())]
        for start in range(0, len(many), FACTS_AN_ACT)
    ]
    return replace(Checked.accepted(acts, FIRMS_A_CHUNK), rows=len(rows))


def _statement(row: FactRow, facts: Catalogue, today: date) -> Statement:
    fact = facts.find(row.code)
    if fact is None:
        raise values.WrongValue(f"没有登记指标 {row.code}")
    try:
        raw = written.wire(fact, row.value)
        return rules.stated(fact, raw, row.stated_on, row.valid_until, row.source, today)
    except errors.StatedInFuture as problem:
        raise values.WrongValue(problem.title) from problem


def write(act: Act, row: dict[str, Any], _: Import) -> int:
    """Write what is newer of one enterprise's facts; gives how many were left alone."""
    enterprise = registry.enterprise(row["enterprise_id"])
    before = profiles.find(enterprise.id) or Profile(enterprise.id, enterprise.name, enterprise.county)
    new = [_load(one) for one in row["facts"]]
    old = profiles.some(enterprise.id, [one.code for one in new])
    newer = [one for one in new if one.code not in old or _newer(one, old[one.code])]
    facts = [old[one.code].followed(one) if one.code in old else one for one in newer]
    if facts:
        told = {"facts": sorted(one.code for one in facts)}
        event = following(act, events.FACTS_STATED, before, Role.SYSTEM, told)
        profiles.write(act, before, facts, event, None)
    return len(new) - len(facts)


def _newer(new: Statement, old: Statement) -> bool:
    said = (new.value, new.stated_on, new.valid_until, new.source)
    return new.stated_on >= old.stated_on and said != (
        old.value,
        old.stated_on,
        old.valid_until,
        old.source,
    )


def _dump(one: Statement) -> dict[str, Any]:
    until = one.valid_until.isoformat() if one.valid_until else None
    days = {"stated_on": one.stated_on.isoformat(), "valid_until": until}
    return {"code": one.code, "value": one.value, **days, "source": one.source}


def _load(raw: dict[str, Any]) -> Statement:
    until = raw["valid_until"]
    stated_on = date.fromisoformat(raw["stated_on"])
    return Statement(
        raw["code"], raw["value"], stated_on, date.fromisoformat(until) if until else None, raw["source"]
    )
