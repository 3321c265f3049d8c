"""What an act of a matter costs in write units (docs/data/matters.md lists the same figures)."""

import pytest

from mashangban.domains.matters.schemas.matters import MatterCheck, MatterSaid
from mashangban.domains.matters.schemas.ratings import MatterRating
from mashangban.domains.matters.service import filling, handling, rating
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act, Submission
from mashangban.kernel.permissions import Principal
from tests.matters.conftest import Office
from tests.registry.conftest import officer
from tests.workers.test_capacity import units

# A step moves the head between two of the office's lists, ends a clock and begins one, orders a paper, tells people.
MOST = 16


def submitted(actor: Principal) -> Act:
    return Act(actor, clock.now(), Submission(ids.new_id(), "route", actor.person_id, "d" * 64))


def test_no_act_of_a_matter_costs_more_than_its_budget(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Office, "act", lambda _, who: submitted(who))
    made, form = list[str](), office.filled()
    spent = {"begin": units(lambda: made.append(office.begin()))}
    (one,) = made
    person, clerk = office.act(office.person), office.act(office.clerk)
    verdicts = MatterCheck.model_validate({"verdicts": [{"name": "健康证", "fine": True}]})
    spent["save"] = units(lambda: filling.save(submitted(office.person), one, form))
    spent["ask for a look"] = units(lambda: filling.ask_check(person, one))
    spent["look"] = units(lambda: handling.check(clerk, one, verdicts))
    spent["submit"] = units(lambda: filling.submit(submitted(office.person), one, form))
    spent["accept"] = units(lambda: handling.accept(submitted(office.clerk), one))
    spent["decide"] = units(lambda: office.decide(one))
    spent["deliver"] = units(lambda: office.print(one))
    bad, mended = MatterRating(stars=1, text="跑了三趟"), MatterSaid(said="已改成网上补")
    spent["rate badly"] = units(lambda: rating.rate(submitted(office.person), one, bad))
    spent["mend"] = units(lambda: rating.mend(submitted(office.clerk), one, mended))
    third, again = officer(), MatterSaid(said="没说改了什么")
    spent["send back"] = units(lambda: rating.send_back(submitted(third), one, again))
    spent["mend anew"] = units(lambda: rating.mend(submitted(office.clerk), one, mended))
    spent["confirm"] = units(lambda: rating.confirm(submitted(third), one))
    print(spent)
    assert {name: cost for name, cost in spent.items() if cost > MOST} == {}
