"""What a photo costs in write units, as the engine counts them (docs/data/files.md lists the same figures)."""

from typing import Any

import pytest

from mashangban.files import service
from mashangban.files.terms import Purpose
from tests.budgets import over
from tests.files import samples
from tests.files.phone import POOL, Phone, let_go, prepared
from tests.workers.test_capacity import units


@pytest.mark.usefixtures("store")
def test_no_act_costs_more_than_its_line(phone: Phone) -> None:
    data, answers = samples.photo_with_place(), list[Any]()
    spent = {"a photo is announced": units(lambda: answers.append(phone.announce(data)))}
    [(_, told)] = answers
    file_id, upload = str(told["file_id"]), told["upload"]
    assert POOL.request("PUT", upload["url"], body=data, headers=upload["headers"]).status == 200
    spent["it arrives"] = units(lambda: phone.ask("POST", f"/{file_id}/arrival", {}))
    spent["it is prepared"] = units(lambda: prepared(file_id))
    assert phone.ask("GET", f"/{file_id}")[1]["state"] == "usable"
    spent["a room takes hold"] = units(lambda: service.hold(phone.act(), "homes", file_id, Purpose.EVIDENCE))
    spent["another takes hold"] = units(
        lambda: service.hold(phone.act(), "helpdesk", file_id, Purpose.EVIDENCE)
    )
    spent["one lets go"] = units(lambda: let_go(phone, "homes", file_id))
    spent["nobody holds it, it is removed"] = units(lambda: let_go(phone, "helpdesk", file_id))
    assert over("files", spent) == {}
