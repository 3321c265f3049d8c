"""Boards counted anew say what the listeners said, however the stream told it; and mend what was lost."""

import random
import threading
from collections.abc import Callable

import pytest
from botocore.exceptions import ClientError

from mashangban.domains.workers import schemas
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.repository import boards as repository
from mashangban.domains.workers.repository import contracts as store
from mashangban.domains.workers.service import boards, joining, recounting, signing, teams
from mashangban.kernel.dynamodb import client
from mashangban.kernel.errors import Busy
from tests.workers.conftest import Site, act

COUNTY = "460105"  # nobody else in this run builds in Hainan
LEVELS = ("46", "4601", "460105")


@pytest.fixture(scope="module")
def hainan(ground: None) -> Site:
    return Site(COUNTY)


def standing(site: Site) -> dict[str, dict[str, int]]:
    names = [*(f"region:{level}" for level in LEVELS), f"project:{site.project.id}"]
    return {
        name: {k: n for k, n in repository.counters(name, consistent=True).items() if n} for name in names
    }


def random_life(site: Site, chance: random.Random, code: str) -> Callable[[], str]:
    """A contract that goes a random way."""
    worker = site.person()

    def live() -> str:
        steps: list[Callable[[str], object]] = [
            lambda c: signing.withdraw(act(worker), c),
            lambda c: signing.refuse(act(site.operator), c, schemas.Reason(reason="不招了")),
        ]
        how = chance.randrange(5)
        if how == 0:
            return joining.apply(act(worker), site.application(code=code)).id
        if how in (1, 2):
            contract_id = site.joined(worker, code=code)
            steps[how - 1](contract_id)
            return contract_id
        return site.signed(worker) if how == 3 else site.sealed(worker)

    return live


def tell(contract_ids: list[str], chance: random.Random) -> None:
    """Every contract at least once, some again, in any order, from several hands at once."""
    told = contract_ids + chance.choices(contract_ids, k=len(contract_ids))
    chance.shuffle(told)
    threads = [
        threading.Thread(target=lambda part=part: [boards.count(c) for c in part])
        for part in (told[::2], told[1::2])
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.parametrize("seed", [1, 2])
def test_a_recount_equals_what_listeners_counted_in_any_order(hainan: Site, seed: int) -> None:
    chance = random.Random(seed)
    second = teams.create_team(act(hainan.clerk), hainan.project.id, hainan.team_form(f"二班{seed}"))
    made = []
    for number in range(8):
        code = second.code if number % 2 else hainan.team.code
        made.append(random_life(hainan, chance, code)())
        boards.count(made[-1])
    for contract_id in made[:3]:
        if store.contract(contract_id).state.value == "worker_signed":
            signing.countersign(act(hainan.operator), contract_id)
    tell(made, chance)
    before = standing(hainan)
    recounting.rebuild_region("46")
    assert standing(hainan) == before


def test_lost_and_spoilt_boards_come_back(hainan: Site) -> None:
    boards.count(hainan.sealed(hainan.person()))
    before = standing(hainan)
    spoil("region:46", {"state.sealed": 999, "trade.999": 3})
    spoil("region:4601", None)
    spoil(f"project:{hainan.project.id}", None)
    recounting.rebuild_region("46")
    assert standing(hainan) == before


def spoil(name: str, counters: dict[str, int] | None) -> None:
    key = {"PK": {"S": f"BOARD#{name}"}, "SK": {"S": "BOARD"}}
    client().delete_item(TableName=TABLE.physical, Key=key)
    if counters is not None:
        numbers = {counter: {"N": str(n)} for counter, n in counters.items()}
        client().put_item(TableName=TABLE.physical, Item={**key, **numbers})


def test_a_move_the_listener_missed_is_counted_on_the_way(hainan: Site) -> None:
    worker = hainan.person()
    contract_id = hainan.joined(worker)
    boards.count(contract_id)
    before = standing(hainan)[f"project:{hainan.project.id}"]
    signing.withdraw(act(worker), contract_id)
    recounting.rebuild_project(hainan.project.id)
    after = standing(hainan)[f"project:{hainan.project.id}"]
    assert after["state.withdrawn"] == before.get("state.withdrawn", 0) + 1
    assert after.get("state.offered", 0) == before["state.offered"] - 1


def test_whoever_counts_meanwhile_is_not_lost(hainan: Site) -> None:
    late = hainan.sealed(hainan.person())
    once = iter([True])

    def slow() -> dict[str, int]:
        found = recounting._of_project(hainan.project.id, [team.id for team in _teams(hainan)])
        if next(once, False):
            boards.count(late)
        return found

    repository.replace(f"project:{hainan.project.id}", slow)
    assert standing(hainan)[f"project:{hainan.project.id}"] == {
        k: n
        for k, n in recounting._of_project(hainan.project.id, [team.id for team in _teams(hainan)]).items()
        if n
    }


def _teams(site: Site) -> list[schemas.TeamRow]:
    from mashangban.domains.workers.service import sites

    return sites.show_project(site.clerk, site.project.id).teams


def test_a_board_that_never_stands_still_is_left_as_it_is(hainan: Site) -> None:
    boards.count(hainan.sealed(hainan.person()))
    name = f"project:{hainan.project.id}"

    def restless() -> dict[str, int]:
        boards.count(hainan.joined(hainan.person()))
        return {"state.sealed": 10**6}

    with pytest.raises(Busy):
        repository.replace(name, restless)
    assert repository.counters(name)["state.sealed"] < 10**6


def test_a_place_without_contracts_gets_no_board(ground: None) -> None:
    assert recounting.rebuild_region("469030") == {}
    key = {"PK": {"S": "BOARD#region:469030"}, "SK": {"S": "BOARD"}}
    assert "Item" not in client().get_item(TableName=TABLE.physical, Key=key)


def test_a_recount_reads_no_table_from_end_to_end(hainan: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    boards.count(hainan.sealed(hainan.person()))

    def refuse(**_: object) -> None:
        raise ClientError({"Error": {"Code": "ScanForbidden"}}, "Scan")

    monkeypatch.setattr(client(), "scan", refuse)
    assert recounting.rebuild_region("46")
