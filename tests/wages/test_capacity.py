"""What each act costs in write units, as the engine counts them (docs/data/wages.md lists the same figures)."""

import pytest

from mashangban.domains.wages import schemas
from mashangban.domains.wages.service import answering, boards, correcting
from mashangban.domains.wages.terms import ObjectionKind, Word
from tests.budgets import over
from tests.wages.conftest import WagesPump, Yard, change, principal_of, signature
from tests.workers.test_capacity import submitted, units

MOST = 16
MOST_TO_CONFIRM = 12


@pytest.fixture
def yard(ground: None, engine_url: str) -> Yard:
    """In a county where nobody else pays: a board item grows with the projects below it, and its cost with it."""
    return Yard(WagesPump(engine_url), county="330108")


def test_confirming_a_line_is_one_transaction_within_its_budget(yard: Yard) -> None:
    (worker,) = people = yard.crew(1)
    yard.shown(people)
    me, line = principal_of(worker), yard.line(worker)
    spent = {
        "worker looks": units(lambda: answering.see(submitted(me, "see"), line.id)),
        "worker confirms by hand": units(
            lambda: answering.confirm(submitted(me, "confirm"), line.id, signature(1))
        ),
    }
    form = change(22_000, ("overtime", "周末", 20_000), reason="补记加班")
    spent["clerk changes a shown line"] = units(
        lambda: correcting.change(submitted(yard.clerk, "change"), line.id, form)
    )
    wrong = schemas.ObjectionForm(revision=2, kind=ObjectionKind.DAYS, reason="10月3日到5日没有算进去")
    spent["worker objects"] = units(lambda: answering.object_to(submitted(me, "object"), line.id, wrong))
    answer = schemas.ObjectionAnswer(reason="打卡记录里这三天没有您")
    spent["clerk answers"] = units(lambda: correcting.keep(submitted(yard.clerk, "answer"), line.id, answer))
    spent["listener: list row and five boards"] = units(lambda: boards.count(line.id))
    assert over("wages", spent) == {}
    assert spent["worker confirms by hand"] <= MOST_TO_CONFIRM
    assert max(spent.values()) <= MOST


def test_the_word_on_money_stays_small(yard: Yard) -> None:
    (worker,) = people = yard.crew(1)
    yard.paying(people)
    spent = {"the bank's word, slip ordered": units(lambda: yard.bank(worker))}
    me, line = principal_of(worker), yard.line(worker)
    word = schemas.WordForm(word=Word.RECEIVED)
    spent["worker: received"] = units(lambda: answering.say(submitted(me, "say"), line.id, word))
    assert over("wages", spent) == {}
