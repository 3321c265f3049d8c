"""A domain's own copy of who works where: the newest is kept, however often and in whatever order it is told."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from mashangban.domains.attendance.models import AttendanceEmployment
from mashangban.employment import repository, service
from mashangban.employment.events import EMPLOYMENT, SUBSCRIBERS
from mashangban.employment.rules import Employment, Named, Pay, dump, load
from mashangban.employment.terms import PayBasis
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.streams import Delivery

pytestmark = pytest.mark.usefixtures("tables")


def employment(**changes: object) -> Employment:
    given = Employment(
        contract_id=ids.new_id(),
        number="HT-20261123-7K3M9QTB-X",
        person_id=ids.new_id(),
        name_masked="王**",
        project=Named(ids.new_id(), "西溪人才公寓"),
        region="330106",
        employer=Named(ids.new_id(), "杭州样例劳务有限公司"),
        general_contractor=Named(ids.new_id(), "杭州样例建设有限公司"),
        team=Named(ids.new_id(), "钢筋一班"),
        foreman_id=ids.new_id(),
        trade=Named("020", "钢筋工"),
        pay=Pay(PayBasis.DAILY, 36000, "天", 15),
        starts_on=date(2026, 10, 8),
        ends_on=None,
        in_force=True,
        version=5,
    )
    return replace(given, **changes)  # type: ignore[arg-type]  # whatever a test wants otherwise


def told(facts: Employment) -> Delivery:
    body = service.told(facts).body
    subject = Subject("contract", facts.contract_id)
    return Delivery(ids.new_id(), EMPLOYMENT, body, "workers", subject, facts.version, clock.now())


def test_one_message_reaches_every_subscriber() -> None:
    message = service.told(employment())
    assert (message.to, *message.also) == SUBSCRIBERS


def test_what_is_told_survives_the_wire() -> None:
    facts = employment(ends_on=date(2026, 12, 31))
    assert load(dump(facts)) == facts


def test_the_newest_is_kept_in_whatever_order_it_is_told() -> None:
    for order in permutations((5, 7, 9)):
        facts = employment()
        for version in order:
            service.heard(AttendanceEmployment, told(replace(facts, version=version)))
        assert repository.get(AttendanceEmployment, facts.contract_id).version == 9


def test_what_was_known_is_not_heard_again() -> None:
    facts = employment()
    assert service.heard(AttendanceEmployment, told(facts)) == facts
    assert service.heard(AttendanceEmployment, told(facts)) is None


def test_a_contract_nobody_told_of_is_not_found() -> None:
    with pytest.raises(NotFound):
        repository.get(AttendanceEmployment, ids.new_id())


def test_a_team_a_project_and_a_person_are_found() -> None:
    facts = employment()
    mate = replace(facts, contract_id=ids.new_id(), person_id=ids.new_id())
    other = replace(facts, contract_id=ids.new_id(), team=Named(ids.new_id(), "木工班"))
    for one in (facts, mate, other):
        repository.keep(AttendanceEmployment, one)
    project = facts.project.id
    assert {one.contract_id for one in repository.of_team(AttendanceEmployment, project, facts.team.id)} == {
        facts.contract_id,
        mate.contract_id,
    }
    assert len(repository.at_project(AttendanceEmployment, project, PageRequest()).items) == 3
    assert {one.contract_id for one in repository.of_person(AttendanceEmployment, facts.person_id)} == {
        facts.contract_id,
        other.contract_id,
    }


def test_an_employment_covers_its_days_and_no_others() -> None:
    facts = employment(ends_on=date(2026, 11, 30))
    assert facts.covers(date(2026, 10, 8))
    assert facts.covers(date(2026, 11, 30))
    assert not facts.covers(date(2026, 10, 7))
    assert not facts.covers(date(2026, 12, 1))


def test_the_foreman_reaches_the_team_but_not_the_workers_own_matters() -> None:
    facts = employment()
    assert facts.foreman_id in facts.team_place.persons
    assert facts.foreman_id not in facts.place.persons
