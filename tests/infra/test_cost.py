"""The cost model: units are those that docs/data says, a number may be changed, what is not there is refused."""

import pytest

from cost import __main__ as program
from cost import model


def whole(**changes: float) -> float:
    changed = {name.replace("__", "."): number for name, number in changes.items()}
    return sum(one.dollars for one in model.lines(model.load(changed)))


def test_units_are_those_of_the_documented_act() -> None:
    assert model.units_of("wages", "worker confirms by hand") == 8
    assert model.units_of("wages", "listener: list row and five boards") == 15


def test_an_act_that_is_not_documented_is_refused() -> None:
    with pytest.raises(model.Unknown, match="says of no act: worker flies"):
        model.units_of("wages", "worker flies")


def test_twice_the_workers_cost_twice_what_workers_cost() -> None:
    def of_workers(changes: dict[str, float]) -> float:
        parts = {"attendance", "wages", "contracts"}
        return sum(one.dollars for one in model.lines(model.load(changes)) if one.part in parts)

    assert of_workers({"sizes.workers": 3_000_000}) == pytest.approx(2 * of_workers({}))


def test_dearer_writes_make_it_dearer_and_free_everything_makes_it_free() -> None:
    assert whole(prices__write=1.25) > 1.5 * whole()
    free = {f"prices__{name}": 0.0 for name in model.load()["prices"]}
    assert whole(**free) == 0


def test_a_part_of_what_one_act_costs_is_worked_out_by_hand() -> None:
    [one] = [one for one in model.lines(model.load()) if one.what == "a line's lists and boards follow it"]
    # 6 million times: 15 units at 0.625 a million; a tenth of a call of 40 ms at 0.5 GB
    by_hand = 6 * (15 * 0.625 + 0.1 * 0.20) + 6e6 * 0.1 * 0.040 * 0.5 * 0.0000133334
    assert one.dollars == pytest.approx(by_hand)


def test_a_number_that_the_model_has_not_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["prices.gold=3"]) == 1
    assert "the model has no prices.gold" in capsys.readouterr().err
    assert program.main(["prices.write=much"]) == 1
