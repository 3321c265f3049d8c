"""One fault, many reports: whoever joins keeps their report and word; counts are exact however many come."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from mashangban.domains.homes import errors, events, schemas
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.repository import issues as store
from mashangban.domains.homes.service import defectlists, gathering, repairing, reporting
from mashangban.domains.homes.terms import Category, ResidentRole
from mashangban.kernel import history, publicwords
from mashangban.kernel.acts import system_act
from mashangban.kernel.errors import Busy, NotFound, Stale
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal
from tests.homes.conftest import act, letters_of, person
from tests.homes.repairs import Repairs, Street
from tests.registry.conftest import officer
from tests.workers.faults import faulty

MANY, STORMY, HANDS = 150, 24, 16


@pytest.fixture(scope="module")
def street(ground: None, engine_url: str, objects_url: str) -> Street:
    return Street.on(engine_url, objects_url)


@pytest.fixture
def repairs(street: Street) -> Repairs:
    return street.repairs()


def opened(repairs: Repairs, category: Category = Category.LEAK) -> str:
    form = schemas.IssueForm(category=category, title="一号楼卫生间立管渗漏")
    return gathering.open_issue(act(repairs.yard.builder), repairs.yard.estate_id, form).id


def join(who: Principal, issue_id: str, defect_id: str) -> None:
    gathering.join(act(who), issue_id, schemas.IssueJoin(defect_id=defect_id))


def counts(repairs: Repairs, issue_id: str) -> tuple[int, int, int]:
    repairs.yard.pump.run()
    shown = gathering.show(act(repairs.yard.builder), issue_id)
    return shown.joined, shown.open, shown.confirmed


def test_each_household_confirms_its_own_unit(repairs: Repairs) -> None:
    issue, neighbour = opened(repairs), repairs.lives(ResidentRole.OWNER, "102")
    mine, theirs = repairs.reported(), repairs.reported(neighbour, home="102")
    join(repairs.owner, issue, mine)
    join(repairs.yard.builder, issue, theirs)
    assert counts(repairs, issue) == (2, 2, 0)
    repairing.accept(act(repairs.yard.builder), mine)
    repairs.repair(mine)
    reporting.confirm(act(repairs.owner), mine)
    assert counts(repairs, issue) == (2, 1, 1)
    with pytest.raises(NotFound):
        reporting.confirm(act(repairs.owner), theirs)


def test_what_was_counted_before_joining_counts_on_the_issue_too(repairs: Repairs) -> None:
    one = repairs.accepted()
    repairs.yard.pump.run()
    issue = opened(repairs)
    join(repairs.owner, issue, one)
    assert counts(repairs, issue) == (1, 1, 0)


def test_news_reaches_every_household_once_and_only_those_who_joined(repairs: Repairs) -> None:
    issue, alone = opened(repairs), repairs.reported()
    joined = [repairs.reported(), repairs.reported()]
    for one in joined:
        join(repairs.owner, issue, one)
    gathering.tell(act(repairs.yard.builder), issue, schemas.IssueNews(text="下周一统一更换立管"))
    repairs.yard.pump.run()
    gathering.spread(system_act("again"), issue, 2)
    for one in joined:
        assert len(letters_of(Subject("defect", one), events.DEFECT_TOLD)) == 1
        assert defectlists.show(act(repairs.owner), one).log[-1].text == "下周一统一更换立管"
    assert events.DEFECT_TOLD not in [one.type for one in history.of(TABLE, Subject("defect", alone))]
    assert [line.text for line in gathering.show(act(repairs.owner), issue).news] == ["下周一统一更换立管"]


def test_who_joins_later_is_not_told_what_was_said_before(repairs: Repairs) -> None:
    issue, one = opened(repairs), repairs.reported()
    gathering.tell(act(repairs.yard.officer), issue, schemas.IssueNews(text="已约检测单位"))
    join(repairs.owner, issue, one)
    repairs.yard.pump.run()
    assert letters_of(Subject("defect", one), events.DEFECT_TOLD) == []


def test_another_kind_of_fault_a_second_issue_and_an_ended_report_are_refused(repairs: Repairs) -> None:
    leaks, one, ended = opened(repairs), repairs.reported(), repairs.confirmed()
    with pytest.raises(errors.NotOneFault):
        join(repairs.owner, opened(repairs, Category.OPENING), one)
    with pytest.raises(errors.WrongStep):
        join(repairs.owner, leaks, ended)
    join(repairs.owner, leaks, one)
    with pytest.raises(errors.AlreadyJoined):
        join(repairs.owner, opened(repairs), one)


def test_an_issue_is_for_its_households_its_builder_and_its_county(repairs: Repairs) -> None:
    issue, one = opened(repairs), repairs.reported()
    assert gathering.show(act(repairs.owner), issue).title == "一号楼卫生间立管渗漏"
    for who in (person(), officer("330702"), repairs.yard.contractor):
        with pytest.raises(NotFound):
            gathering.show(act(who), issue)
        with pytest.raises(NotFound):
            join(who, issue, one)
    for who in (repairs.owner, repairs.lives(ResidentRole.TENANT), repairs.yard.officer):
        listed = gathering.of_estate(act(who), repairs.yard.estate_id, PageRequest()).items
        assert issue in {row.id for row in listed}
    for who in (person(), officer("330702"), repairs.yard.contractor):
        with pytest.raises(NotFound):
            gathering.of_estate(act(who), repairs.yard.estate_id, PageRequest())


def test_a_neighbour_who_is_about_to_report_the_same_is_shown_the_issue_to_join(repairs: Repairs) -> None:
    issue, one = opened(repairs), repairs.reported()
    join(repairs.owner, issue, one)
    repairs.yard.pump.run()
    neighbour, home = repairs.lives(ResidentRole.OWNER, "201"), repairs.home("201").id
    found = reporting.likely(act(neighbour), home, schemas.LikelyQuery(category=Category.LEAK))
    assert [(double.id, double.issue_id) for double in found.likely] == [(None, issue)]
    assert defectlists.show(act(repairs.owner), one).row.issue_id == issue


@pytest.mark.slow
def test_many_join_at_once_and_the_count_is_exact(repairs: Repairs) -> None:
    issue, homes = opened(repairs), [repairs.lives(ResidentRole.TENANT) for _ in range(9)]
    with ThreadPoolExecutor(HANDS) as pool:
        made = list(pool.map(lambda n: repairs.reported(homes[n % 9]), range(MANY)))
        list(pool.map(lambda n: join(homes[n % 9], issue, made[n]), range(MANY)))
        list(pool.map(defectlists.count, made))
    assert counts(repairs, issue) == (MANY, MANY, 0)


def told_of_joining(who: Principal, issue_id: str, defect_id: str) -> str:
    """Tap until there is an answer: what a person does who is told to try again."""
    for _ in range(50):
        try:
            join(who, issue_id, defect_id)
        except (Busy, Stale):
            continue
        except errors.AlreadyJoined:
            return "joined before"
        return "joined"
    raise AssertionError("a join that never has an answer")


@pytest.mark.slow
def test_through_a_storm_two_hands_on_each_report_let_it_join_once(repairs: Repairs) -> None:
    issue, made = opened(repairs), [repairs.reported() for _ in range(STORMY)]
    hands = (repairs.owner, repairs.yard.builder)
    with faulty(11) as storage, ThreadPoolExecutor(HANDS) as pool:
        said = list(pool.map(lambda n: told_of_joining(hands[n % 2], issue, made[n // 2]), range(2 * STORMY)))
    assert storage.refused > 0
    assert Counter(said) == {"joined": STORMY, "joined before": STORMY}
    assert {one for one, _ in store.members(issue)} == set(made)
    assert counts(repairs, issue) == (STORMY, STORMY, 0)


def test_what_an_office_tells_every_household_holds_no_personal_data_and_no_insult(repairs: Repairs) -> None:
    form = schemas.IssueForm(category=Category.LEAK, title="三楼漏水找13812345678")
    issue = gathering.open_issue(act(repairs.yard.builder), repairs.yard.estate_id, form).id
    news = schemas.IssueNews(text="联系姓名：王小明，电话138-1234-5678")
    gathering.tell(act(repairs.yard.builder), issue, news)
    shown = gathering.show(act(repairs.owner), issue)
    assert (shown.title, shown.news[0].text) == ("三楼漏水找***", "联系姓名：***，电话***")
    with pytest.raises(publicwords.RudeWords):
        gathering.tell(act(repairs.yard.builder), issue, schemas.IssueNews(text="谁再投诉谁混 蛋"))
    assert len(gathering.show(act(repairs.owner), issue).news) == 1
