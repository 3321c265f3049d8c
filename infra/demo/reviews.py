"""Offices of the demo world look at claims: the county's desk takes them up, the city's is the second."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from demo.applicants import operator
from demo.ground import Ground, act
from mashangban.domains.claims.repository import claims
from mashangban.domains.claims.schemas import ObjectionSettled, PassForm, ReasonForm, SupplementForm
from mashangban.domains.claims.service import claiming, publicity, reviewing
from mashangban.domains.claims.terms import Step
from mashangban.kernel.errors import Busy, Stale

_DESKS = ("first", "department", "credit")  # where a claim waits for the next yes


def review(ground: Ground, claim_id: str, firm: str, way: str) -> None:
    """As far as the claim's way goes; `submitted` waits to be taken up."""
    if way == "submitted":
        return
    _insist(partial(reviewing.accept, act(ground.staff["haishu"]), claim_id))
    if way == "shared":
        return  # a fuse halts both
    if answer := _ANSWERS.get(way):
        answer(ground, claim_id, firm)
        return
    _pass(ground, claim_id, way)
    if way in ("objected", "settled"):
        _object(ground, claim_id, settled=way == "settled")


def _ask(ground: Ground, claim_id: str, firm: str) -> None:
    asked = ReasonForm(text="合同缺盖章页，请补一份完整的")
    reviewing.ask_supplement(act(ground.staff["haishu"]), claim_id, asked)


def _mend(ground: Ground, claim_id: str, firm: str) -> None:
    _ask(ground, claim_id, firm)
    claiming.supplement(act(operator(ground, firm)), claim_id, SupplementForm(text="已补上盖章页"))


def _refuse(ground: Ground, claim_id: str, firm: str) -> None:
    why = ReasonForm(text="合同日期早于政策开始的日子，不能享受")
    reviewing.refuse(act(ground.staff["haishu"]), claim_id, why)


_ANSWERS = {"supplement": _ask, "mended": _mend, "refused": _refuse}


def _pass(ground: Ground, claim_id: str, way: str) -> None:
    """The county's and the city's people in turn, as many desks as its way has; all where it names none."""
    steps, panel = claims.get(claim_id).steps, way == "panel"
    wanted = steps.index(Step(way)) if way in _DESKS else len(steps)
    for number, step in enumerate(steps[:wanted]):
        who = ground.staff["ningbo"] if number % 2 else ground.staff["haishu"]
        asks = panel and step is Step.DEPARTMENT
        form = PassForm(step=step, text="材料齐全，数据一致", panel=asks)
        _insist(partial(reviewing.pass_step, act(who), claim_id, form))


def _object(ground: Ground, claim_id: str, *, settled: bool) -> None:
    neighbour, _ = ground.meet()
    publicity.object_to(act(neighbour), claim_id, ReasonForm(text="听说这家企业的改造还没有动工，请核查"))
    if settled:
        found = ObjectionSettled(upheld=False, text="现场看过，设备已经安装，异议不成立")
        reviewing.settle_objection(act(ground.staff["haishu"]), claim_id, found)


def _insist(step: Callable[[], object]) -> None:
    """Again where a stream wrote to the claim at the same moment."""
    for _ in range(5):
        with suppress(Stale, Busy):
            step()
            return
    raise Busy()
