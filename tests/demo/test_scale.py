"""A world at scale: small enough for a test, valid as any, and made once however often it is asked for."""

import pytest

from demo import scale
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.repository import boards as repository
from mashangban.domains.workers.repository import contracts
from mashangban.domains.workers.service import boards, viewing
from mashangban.domains.workers.terms import ContractState
from mashangban.kernel import history, ids
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Grant, Principal, Role, Scope

OFFICER = Principal("o", "s", (Grant(Role.COUNTY_OFFICER, Scope("region", "330106")),), real_name=True)


def silent(_: str) -> None:
    """Nothing to say."""


def made(number: int, county: str, workers: int) -> list[str]:
    project = scale.lay(number, county).site.id
    people = [scale._nobody(project, place) for place in range(workers)]
    pages = [contracts.contracts_of_worker(person, PageRequest()) for person in people]
    return [one.id for page in pages for one in page.items]


@pytest.mark.parametrize(
    ("size", "workers", "counties"),
    [("county", 1_468, 1), ("city", 14_680, 13), ("province", 146_800, 90), ("7", 7, 1)],
)
def test_sizes_are_shares_of_a_province(size: str, workers: int, counties: int) -> None:
    found = scale.size_of(size)
    assert (found.workers, len(found.counties)) == (workers, counties)
    assert found.projects == -(-workers // 200)


@pytest.mark.parametrize("odd", ["", "land", "-5", "0", "99999999"])
def test_an_odd_size_is_refused(odd: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - what is odd is the whole message
        scale.size_of(odd)


def test_a_small_world_is_valid_counted_and_made_once(tables: str) -> None:
    size = scale.Size(12, ("330106",))
    before = repository.counters("region:330106").get("state.sealed", 0)
    assert scale.fill(size, silent) == 12
    found = made(0, "330106", 12)
    assert len(found) == 12
    for contract_id in found:
        assert contracts.contract(contract_id).state is ContractState.SEALED
        chain = history.of(TABLE, contracts.contract(contract_id).subject)
        assert history.is_unbroken(chain)
        assert chain[0].data["generated"] is True
        boards.count(contract_id)
    assert repository.counters("region:330106")["state.sealed"] == before + 12
    view = viewing.show_contract(OFFICER, found[0])
    assert view.deadline is not None
    assert ids.is_public_number(view.number)
    assert scale.fill(size, silent) == 0


def test_an_interrupted_run_goes_on_where_it_stopped(tables: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scale, "A_PROJECT", 5)
    size, said = scale.Size(10, ("330105",)), []

    def stop_once(line: str) -> None:
        said.append(line)
        if len(said) == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        scale.fill(size, stop_once)
    first = len(made(0, "330105", 5)) + len(made(1, "330105", 5))
    assert first == 5
    assert scale.fill(size, stop_once) == 10 - first
