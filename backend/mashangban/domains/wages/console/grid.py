"""The grid of a pay table: what it can be narrowed to, and its rows."""

from typing import Any

from mashangban.console.views import Choice, Tone
from mashangban.domains.wages import schemas
from mashangban.domains.wages.rules.pay import days_words
from mashangban.domains.wages.terms import UNSEEN, LineState, Standing
from mashangban.kernel.money import yuan

_LINES = "/console/wages/lines"


def asked(text: str) -> Standing | None:
    """What the address asks for; anything unknown asks for everyone."""
    known: dict[str, Standing] = {UNSEEN: UNSEEN} | {one.value: one for one in LineState}
    return known.get(text)


def choices(shown: schemas.TableView) -> list[Choice]:
    """The states there are, with how many stand so."""
    states = [Choice(one.state.value, f"{one.label}（{one.lines}人）") for one in shown.states]
    waiting = any(one.state is LineState.SHOWN for one in shown.states)
    unseen = [Choice(UNSEEN, "待本人核对，还没看过")] if waiting else []
    return [Choice("", "全部"), *unseen, *states]


def row(table: schemas.TableView, one: schemas.GridRow, home: str, number: int) -> dict[str, Any]:
    """One row with where it leads."""
    href = f"{_LINES}/{one.line_id}" if one.line_id else ""
    edit = f"{home}/rows/{one.contract_id}?page={number}" if "edit" in table.actions else ""
    if not edit and one.line_id and "change" in table.actions:
        edit = f"{_LINES}/{one.line_id}/change"
    marks = [mark for mark, on in (("代签", one.assisted), ("未确认", one.unconfirmed and one.state)) if on]
    return {
        "row": one,
        "href": href,
        "edit": edit,
        "amount": yuan(one.amount_fen).removesuffix("元"),
        "attended": days_words(one.attended_halves),
        "previous": yuan(one.previous_fen).removesuffix("元") if one.previous_fen is not None else "",
        "tone": Tone.BAD if any(f.blocks for f in one.findings) else Tone.WARN,
        "marks": "、".join(marks),
    }
