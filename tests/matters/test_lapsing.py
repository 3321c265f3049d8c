"""What the office asked for and never came: reminded of, ended by the clock, begun anew."""

from datetime import timedelta

import pytest

from mashangban.deadlines import service as deadlines
from mashangban.domains.matters import errors, events
from mashangban.domains.matters.models import TABLE, MatterDeadlineRecord
from mashangban.domains.matters.service import climbing, lists
from mashangban.kernel import history
from mashangban.kernel.errors import NotFound
from mashangban.processes.handling.service import handling as process
from tests.matters.conftest import Office, brought, head


def last(matter_id: str) -> str:
    """What happened last."""
    return history.of(TABLE, head(matter_id).subject)[-1].type


@pytest.mark.usefixtures("quiet_clocks")
def test_a_supplement_that_never_comes_lapses_and_the_same_papers_begin_anew(office: Office) -> None:
    matter_id = office.submitted()
    office.ask_more(matter_id)
    due = head(matter_id).due_at
    assert due is not None
    assert lists.show(office.act(office.clerk), matter_id).clocks[-1].label == "补材料"
    deadlines.sweep(MatterDeadlineRecord, due - timedelta(hours=20), climbing.fire)
    assert last(matter_id) == events.REMINDED
    deadlines.sweep(MatterDeadlineRecord, due + timedelta(minutes=1), climbing.fire)
    shown = lists.show_own(office.act(office.person), matter_id)
    assert (shown.row.state, shown.actions) == ("lapsed", ["again"])
    assert last(matter_id) == events.LAPSED
    with pytest.raises(errors.WrongStep):
        office.supply(matter_id)
    begun = process.again(office.act(office.person), matter_id)
    assert (begun.state, begun.id == matter_id) == ("draft", False)
    assert brought(begun.id).entries == brought(matter_id).entries
    assert process.again(office.act(office.person), matter_id).id == begun.id
    with pytest.raises(NotFound):
        process.again(office.act(office.clerk), matter_id)
