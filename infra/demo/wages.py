"""Three months of pay at two projects: one paid, one before its workers, one still being made."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from demo.ground import Ground, act
from mashangban.domains.wages import errors, schemas
from mashangban.domains.wages.repository import known, tables
from mashangban.domains.wages.repository import lines as line_items
from mashangban.domains.wages.rules import months
from mashangban.domains.wages.rules.line import Line, line_id
from mashangban.domains.wages.service import answering, correcting, deciding, making, viewing
from mashangban.domains.wages.terms import CONSENT_VERSION, LineState, ObjectionKind, Word
from mashangban.employment.rules import Employment
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal
from mashangban.registry import service as registry
from mashangban.registry.rules.records import Project
from mashangban.registry.terms import PartyKind

PROJECTS = 2
PATIENCE_S = 60
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Site:
    """A project with the hands that make and approve its pay."""

    project: Project
    employer: str
    clerk: Principal
    manager: Principal


def fill(ground: Ground, say: Say) -> None:
    """The month before last goes to the bank, last month waits for its workers, this month is a draft."""
    now = months.of(clock.local_date(clock.now()))
    last = months.before(now)
    for site in _sites(ground):
        people = list(known.employed(site.project.id, site.employer))
        if people:
            _paid(site, months.before(last), Random(1))
            _checked(site, last, Random(2))
            _table(site, now, Random(3))
    say("三个月的工资表：已发、核对中、编制中 / three months of pay")


def _sites(ground: Ground) -> Iterator[Site]:
    for project in registry.projects(sorted(ground.clerks))[:PROJECTS]:
        labour, contractor = project.party(PartyKind.LABOUR), project.party(PartyKind.GENERAL_CONTRACTOR)
        if labour and contractor:
            manager = ground.managers[contractor.enterprise_id]
            yield Site(project, labour.enterprise_id, ground.clerks[project.id], manager)


def _table(site: Site, month: str, chance: Random) -> str | None:
    """A draft computed from attendance; whom the gate did not see is entered from the team's own slips."""
    form = schemas.TableForm(project_id=site.project.id, employer_id=site.employer, month=month)
    try:
        made = making.make(act(site.clerk), form)
    except (errors.NoWorkers, errors.MonthTwice):
        return None
    for page in range(made.pages):
        for row in viewing.grid(site.clerk, made.id, page).rows:
            if row.quantity_milli == 0:
                days = schemas.ChangeForm(
                    quantity_milli=chance.randrange(18_000, 26_500, 500), note="考勤设备未接入，按班组工单"
                )
                making.change_row(act(site.clerk), made.id, row.contract_id, page, days)
    return made.id


def _shown(site: Site, month: str, chance: Random) -> tuple[str, list[Line]]:
    """A table before its workers, and its lines."""
    table_id = _table(site, month, chance)
    if table_id is None:
        return "", []
    making.show(act(site.clerk), table_id)
    _wait(lambda: tables.table(table_id).job is None)
    people = known.employed(site.project.id, site.employer)
    found = line_items.many(line_id(one.contract_id, month) for one in people)
    return table_id, [one for one in found.values() if one.table_id == table_id]


def _paid(site: Site, month: str, chance: Random) -> None:
    """Everyone confirmed, the contractor approved; who has the money already says so."""
    table_id, lines = _shown(site, month, chance)
    if not lines:
        return
    for one in lines:
        _sign(one)
    _wait(lambda: _handed_in(site, table_id))
    deciding.approve(act(site.manager), table_id)
    _wait(lambda: tables.table(table_id).job is None)
    for one in lines[: len(lines) // 2]:
        if line_items.line(one.id).state is LineState.PAID:
            word = schemas.WordForm(word=Word.RECEIVED)
            answering.say(act(_person(one.employment)), one.id, word)


def _checked(site: Site, month: str, chance: Random) -> None:
    """Most confirmed, one objects, one was changed after it was seen, the rest have not looked yet."""
    _, lines = _shown(site, month, chance)
    for one in lines[: len(lines) * 2 // 3]:
        _sign(one)
    if len(lines) < 3:
        return
    wrong = schemas.ObjectionForm(revision=1, kind=ObjectionKind.DAYS, reason="月初两天我在现场，没算进去")
    answering.object_to(act(_person(lines[-1].employment)), lines[-1].id, wrong)
    seen = lines[-2]
    answering.see(act(_person(seen.employment)), seen.id)
    more = schemas.ChangeForm(
        quantity_milli=seen.content.quantity_milli + 500, note="补记半天", reason="查实漏记半天"
    )
    correcting.change(act(site.clerk), seen.id, more)


def _handed_in(site: Site, table_id: str) -> bool:
    """Whether the table could be handed in; the boards count a moment after the workers signed."""
    try:
        deciding.submit(act(site.clerk), table_id)
    except (errors.NotYetDue, errors.TableBusy):
        return False
    return True


def _sign(line: Line) -> None:
    strokes = [
        [[60.0 * n + 2 * k, 40 + 4 * (k % 9), 300.0 * n + 11 * k, 0.6] for k in range(24)]
        for n in range(1, 4)
    ]
    hand = schemas.WageConfirmation(
        revision=line.revision,
        strokes=strokes,
        width=340,
        height=180,
        consent_version=CONSENT_VERSION,
        read_aloud=True,
    )
    answering.confirm(act(_person(line.employment)), line.id, hand)


def _person(employment: Employment) -> Principal:
    return Principal(employment.person_id, "", real_name=True)


def _wait(ready: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not ready():
        if time.monotonic() > deadline:
            raise TimeoutError(f"the streams did not come that far within {PATIENCE_S} s")
        time.sleep(0.05)
