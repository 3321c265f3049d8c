"""The demo world's eleven matters: each in the state that its story says, acted by whoever may."""

from random import Random
from types import SimpleNamespace
from typing import Any

import pytest

from demo import matters as chapter
from mashangban.domains.matters.service import lists
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal
from tests.crossregion.conftest import scan
from tests.guides.conftest import Bureau
from tests.matters.conftest import known
from tests.registry.conftest import officer

PAPERS = {
    name: [{"name": paper, "licence": paper} for paper in papers] for name, papers in chapter._PAPERS.items()
}


def test_the_demo_world_has_a_matter_in_each_state(tables: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bureau, boss, people = Bureau("331102", officer("331102")), officer("3311"), list[Principal]()
    for name, papers in PAPERS.items():
        bureau.published(name=name, materials=papers)

    def meet() -> tuple[Principal, Any]:
        people.append(known())
        return people[-1], None

    monkeypatch.setattr(chapter, "COUNTY", "331102")
    monkeypatch.setattr(chapter, "scan", lambda who, *_: scan(who))
    ground: Any = SimpleNamespace(
        chance=Random(1), staff={"xihu": bureau.officer, "hangzhou": boss}, meet=meet
    )
    said: list[str] = []
    chapter.fill(ground, said.append)
    assert said == ["2 件事能网上办、11 个网上办件 / matters handled online"]
    listed = [one for who in people for one in lists.mine(Act(who, clock.now()), PageRequest()).items]
    assert [one.state for one in listed if one.stage == "mend"] == ["delivered"]
    states = [one.state for one in listed]
    assert sorted(states) == [
        "accepted",
        "accepted",
        "decided",
        "delivered",
        "draft",
        "draft",
        "refused",
        "submitted",
        "submitted",
        "supplement",
        "supplement",
    ]
