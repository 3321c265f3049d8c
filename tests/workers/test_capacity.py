"""What each act costs in write units, as the engine counts them (docs/data/workers.md lists the same figures)."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from mashangban.documents import events as documents
from mashangban.domains.workers.rules.sharing import Look
from mashangban.domains.workers.schemas.certificates import CheckForm, Renewal
from mashangban.domains.workers.schemas.histories import ShareForm
from mashangban.domains.workers.schemas.trainings import ScanForm
from mashangban.domains.workers.service import (
    attending,
    boards,
    certificates,
    histories,
    joining,
    signing,
    trainings,
)
from mashangban.domains.workers.terms.skills import ShareHours
from mashangban.kernel import clock, data_keys, ids
from mashangban.kernel.acts import Act, Submission
from mashangban.kernel.dynamodb import client
from mashangban.kernel.permissions import Principal
from tests.budgets import over
from tests.workers.conftest import SEALED, Site, act, arrive, signature
from tests.workers.papers import code_of, held, in_days, licence_form, photo, training_form

MOST = 16
WRAPPED_BY_KMS = 184  # bytes of a wrapped 32-byte key in its answer
WRITES = ("TransactWriteItems", "PutItem", "UpdateItem")


class Meter:
    """Units consumed while it is on."""

    def __init__(self) -> None:
        self.units = 0.0

    def ask(self, params: dict[str, Any], **_: object) -> dict[str, Any]:
        return {**params, "ReturnConsumedCapacity": "TOTAL"}

    def read(self, parsed: dict[str, Any], **_: object) -> None:
        found = parsed.get("ConsumedCapacity") or []
        for one in found if isinstance(found, list) else [found]:
            self.units += one["CapacityUnits"]


@contextmanager
def metered(operations: tuple[str, ...] = WRITES) -> Iterator[Meter]:
    meter, hooks = Meter(), client().meta.events
    for operation in operations:
        hooks.register(f"provide-client-params.dynamodb.{operation}", meter.ask)
        hooks.register(f"after-call.dynamodb.{operation}", meter.read)
    yield meter
    for operation in operations:
        hooks.unregister(f"provide-client-params.dynamodb.{operation}", meter.ask)
        hooks.unregister(f"after-call.dynamodb.{operation}", meter.read)


def submitted(actor: Principal, route: str) -> Act:
    """An act as a phone sends it: with a key, so that its answer is kept too."""
    plain = act(actor)
    return Act(plain.actor, plain.at, Submission(ids.new_id()[-16:], route, actor.person_id, "d" * 64))


def units(run: Callable[[], object]) -> float:
    with metered() as meter:
        run()
    return meter.units


def main_flow(site: Site, worker: Principal) -> dict[str, float]:
    """What each act costs from the application to the sealed contract."""
    made: list[str] = []
    spent = {
        "apply": units(lambda: made.append(joining.apply(submitted(worker, "apply"), site.application()).id))
    }
    (contract_id,) = made
    spent["text arrived"] = units(lambda: arrive(contract_id, documents.RENDERED, sha256="a" * 64))
    spent["worker signs"] = units(lambda: signing.sign(submitted(worker, "sign"), contract_id, signature()))
    spent["employer countersigns"] = units(
        lambda: signing.countersign(submitted(site.operator, "countersign"), contract_id)
    )
    spent["sealed file arrived"] = units(lambda: arrive(contract_id, documents.SEALED, sha256=SEALED))
    spent["listener: list row and boards"] = units(lambda: boards.count(contract_id))
    return spent


def test_no_act_of_the_main_flow_costs_more_than_its_budget(site: Site, worker: Principal) -> None:
    spent = main_flow(site, worker)
    assert over("workers", spent) == {}
    assert max(spent.values()) <= MOST


def test_a_key_that_kms_wrapped_makes_no_act_dearer(
    site: Site, worker: Principal, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrapped, opened, own = os.urandom(WRAPPED_BY_KMS), os.urandom(32), data_keys._opened
    held = {**data_keys._held(), 255: wrapped}
    monkeypatch.setattr(data_keys, "_held", lambda: held)
    monkeypatch.setattr(data_keys, "_opened", lambda kept: opened if kept == wrapped else own(kept))
    assert over("workers", main_flow(site, worker)) == {}


def test_no_act_on_certificates_training_and_shares_costs_more(site: Site, worker: Principal) -> None:
    form, training_id = licence_form(worker), held(site)
    made: list[str] = []
    spent = {
        "enter a certificate": units(lambda: made.append(certificates.add(submitted(worker, "add"), form).id))
    }
    site.joined(worker)
    renewal = Renewal(valid_until=in_days(500), photo=photo(worker))
    scan = ScanForm(code=code_of(site, training_id))
    shared: list[str] = []
    showing = ShareForm(hours=ShareHours.DAY, certificates=made)
    check = CheckForm(agrees=True)
    spent |= {
        "check": units(lambda: certificates.check(submitted(site.clerk, "check"), made[0], check)),
        "prolong": units(lambda: certificates.renew(submitted(worker, "renew"), made[0], renewal)),
        "record a training session": units(
            lambda: trainings.hold(submitted(site.clerk, "hold"), site.project.id, training_form())
        ),
        "scan in at a session": units(lambda: attending.scan_in(submitted(worker, "scan"), scan)),
        "show a history": units(
            lambda: shared.append(histories.share(submitted(worker, "share"), showing).code_url or "")
        ),
    }
    spent["one look at it"] = units(
        lambda: histories.open_shared(shared[0].rpartition("/")[2], Look(clock.now(), "微信"))
    )
    spent["remove a certificate"] = units(lambda: certificates.remove(submitted(worker, "remove"), made[0]))
    assert over("workers", spent) == {}
    assert max(spent.values()) <= MOST
