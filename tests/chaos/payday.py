"""Two months of pay for a small crew: laid before the storm, signed, approved and sent through the bank within it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import httpx

from demo.payments import account_number
from mashangban.domains.wages.terms import CONSENT_VERSION
from tests.chaos.people import Person, Way
from tests.e2e import bank
from tests.e2e.crew import Worker, card_number, join
from tests.e2e.world import Caller, Json, Site
from tests.stack import LocalStack, wait_for

TEAM, MONTHS, HANDS = "钢筋班", 2, 3
FUNDED_FEN = 9_000_000
DAYS = 22_000  # thousandths
CARDS = ("1234", "6688", "0000")  # the bank sends back what goes to the last


@dataclass(frozen=True)
class Payday:
    """The tables that wait for their workers, and who may hand them in and approve them."""

    tables: tuple[str, ...]
    workers: tuple[Worker, ...]
    clerk: Caller
    manager: Caller


def lay(site: Site, stack: LocalStack) -> Payday:
    """A crew in force since three months, each with a card, and a table before them for each month."""
    world, since = site.world, site.world.today - timedelta(days=95)
    code = str(site.team(TEAM)["code"])
    workers = [join(site, code, since, number) for number in range(HANDS)]
    office, clerk, manager = world.staff("office"), world.staff("clerk"), world.staff("builder")
    for number, worker in enumerate(workers):
        _done(office.post(f"/v1/workers/contracts/{worker.contract_id}/countersignature"))
        worker.name_card(card_number(7_000 + number, CARDS[number]))
    for worker in workers:
        wait_for(partial(_sealed, worker), "the seal")
    stack.settle(120)  # the room of wages knows the crew
    bank.fund(world, account_number(0), FUNDED_FEN)
    employer = str(site.team(TEAM)["employer"]["id"])
    tables = tuple(_table(clerk, site, employer, back) for back in range(1, MONTHS + 1))
    return Payday(tables, tuple(workers), clerk, manager)


def _table(clerk: Caller, site: Site, employer: str, back: int) -> str:
    """The month so many before this one, entered by hand and put before its workers."""
    first = site.world.today.replace(day=1)
    for _ in range(back):
        first = (first - timedelta(days=1)).replace(day=1)
    form = {"project_id": site.id, "employer_id": employer, "month": f"{first:%Y-%m}"}
    made = _done(clerk.post("/v1/wages/tables", form))
    path = f"/v1/wages/tables/{made['id']}"
    for row in _done(clerk.get(f"{path}/rows"))["rows"]:
        quantity = {"quantity_milli": DAYS, "note": "按班组工单"}
        _done(clerk.put(f"{path}/rows/{row['contract_id']}?page=0", quantity))
    _done(clerk.post(f"{path}/showing"))
    wait_for(lambda: clerk.get(path).json()["job"] is None, "the table to be shown")
    return str(made["id"])


def _sealed(worker: Worker) -> bool:
    return bool(worker.read(f"/v1/workers/contracts/{worker.contract_id}")["state"] == "sealed")


def _done(answer: httpx.Response) -> Json:
    assert answer.is_success, answer.text
    return dict(answer.json())


def sign(person: Person) -> None:
    """Sign what is shown of one's pay; say that money came."""
    for line in person.read("/v1/wages/lines").get("items", []):
        path = f"/v1/wages/lines/{line['id']}"
        if line["state"] == "shown":
            seen = person.read(path)
            if seen:
                person.act(f"{path}/confirmation", _hand(int(seen["revision"])))
        elif line["state"] == "paid":
            person.act(f"{path}/word", {"word": "received"})


def hand_in(tables: Sequence[str]) -> Way:
    """The clerk hands in what all have signed."""

    def once(person: Person) -> None:
        for one in tables:
            table = person.read(f"/v1/wages/tables/{one}")
            if table.get("state") == "shown" and not _unsigned(table):
                person.act(f"/v1/wages/tables/{one}/submission")

    return once


def approve(tables: Sequence[str]) -> Way:
    """The general contractor sends it to the bank."""

    def once(person: Person) -> None:
        for one in tables:
            if person.read(f"/v1/wages/tables/{one}").get("state") == "submitted":
                person.act(f"/v1/wages/tables/{one}/approval")

    return once


def _unsigned(table: Json) -> int:
    return sum(int(one["lines"]) for one in table["states"] if one["state"] == "shown")


def _hand(revision: int) -> Json:
    strokes = [[[20 + 8 * n, 40 + (n % 5) * 20, 10 * n, 0.6] for n in range(30)]]
    return {
        "revision": revision, "strokes": strokes, "width": 320, "height": 200, "consent_version": CONSENT_VERSION,
        "read_aloud": True,
    }  # fmt: skip


def arrived(payday: Payday) -> bool:
    """Whether the bank has said what became of every line that was sent."""
    states = [one["state"] for worker in payday.workers for one in worker.lists("/v1/wages/lines")]
    return not {"approved", "paying"} & set(states)
