"""What a notice costs in write units, as the engine counts them (docs/data/notices.md lists the same figures)."""

import pytest

from mashangban.kernel import ids
from mashangban.kernel.acts import Act, Submission
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal
from mashangban.notices.service import inbox
from tests.budgets import over
from tests.notices.conftest import NOON, tell
from tests.workers.test_capacity import units

TWENTY = 20


@pytest.mark.usefixtures("tables")
def test_no_act_costs_more_than_its_line() -> None:
    me = Principal(ids.new_id(), "", real_name=True)
    text = "西溪人才公寓十月的工资表出来了，请您核对。" * 3
    spent = {"tell somebody": units(lambda: tell(me.person_id, text=text, link="/pages/x?id=1"))}
    (new,) = inbox.inbox(me, PageRequest()).items
    spent["read one"] = units(lambda: inbox.read(_sent(me, "read"), new.id))
    for _ in range(TWENTY):
        tell(me.person_id, text=text)
    spent["read twenty at once"] = units(lambda: inbox.read_all(_sent(me, "all")))
    assert over("notices", spent) == {}
    assert inbox.summary(me).unread == 0


def _sent(me: Principal, route: str) -> Act:
    return Act(me, NOON, Submission("0123456789abcdef", route, me.person_id, "d" * 64))
