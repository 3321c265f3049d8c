"""A claim's way as a parcel's: the stations behind it, where it stands, those that lie ahead. Pure."""

from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.terms import ClaimState, Mode, StationState, Step

_S = ClaimState
_MONEY = ("批准", "国库拨付", "到账")
_PLACES: dict[ClaimState, str] = {
    _S.OFFERED: "企业确认",
    _S.DRAFT: "企业提交",
    _S.SUBMITTED: "受理",
    _S.PUBLICITY: "公示",
    _S.OBJECTED: "公示",
    _S.DECIDING: "批准",
    _S.APPROVED: "国库拨付",
    _S.ORDERED: "国库拨付",
    _S.RETURNED: "国库拨付",
}


def stations(one: Claim) -> list[tuple[str, StationState]]:
    """Every station with how the claim stands to it. What is over keeps its first station and its end."""
    names = _names(one)
    if one.state.over:
        return [(names[0], StationState.DONE), (one.state.label, StationState.FELL)]
    if one.state in (_S.PAID, _S.RECOVERING, _S.RECOVERED):
        return [*((name, StationState.DONE) for name in names), *_back(one)]
    here = names.index(_place(one))
    return [(name, _compared(place, here)) for place, name in enumerate(names)]


def _names(one: Claim) -> tuple[str, ...]:
    if one.terms.mode is Mode.AUTOMATIC:
        return ("列入名单", "企业确认", *_MONEY)
    if one.terms.mode is Mode.AT_ONCE:
        return ("企业提交", *_MONEY)
    public = ("公示",) if one.terms.publicity_days > 0 else ()
    return ("企业提交", "受理", *(step.label for step in one.steps), *public, *_MONEY)


def _place(one: Claim) -> str:
    if one.state in (_S.REVIEW, _S.SUPPLEMENT):
        return "受理" if one.step is Step.NONE else one.step.label
    return _PLACES[one.state]


def _back(one: Claim) -> list[tuple[str, StationState]]:
    """Money that is called back takes one station more."""
    if one.state is _S.PAID:
        return []
    return [("追回", StationState.DONE if one.state is _S.RECOVERED else StationState.NOW)]


def _compared(place: int, here: int) -> StationState:
    if place == here:
        return StationState.NOW
    return StationState.DONE if place < here else StationState.AHEAD
