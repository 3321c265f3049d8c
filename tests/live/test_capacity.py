"""What listening costs in write units; docs/data/live.md lists the same figures."""

from mashangban.kernel import ids
from mashangban.live import service
from tests.budgets import over
from tests.live.conftest import Gateway
from tests.live.test_listening import AT, secret_of
from tests.workers.test_capacity import units


def test_coming_and_going_cost_what_is_listed_and_being_told_writes_nothing(gateway: Gateway) -> None:
    person_id, connection_id, secrets = ids.new_id(), ids.new_id(), list[str]()
    spent = {
        "make a ticket": units(lambda: secrets.append(secret_of(person_id))),
        "come by a ticket": units(lambda: service.connect(secrets[0], connection_id, AT)),
    }
    assert units(lambda: service.tell([person_id], "talk:1", 1, AT)) == 0
    assert gateway.said
    spent["go"] = units(lambda: service.disconnect(connection_id, AT))
    assert over("live", spent) == {}
