"""The pages of public areas: whoever answers sees the list and acts, the county orders and reads held words."""

from mashangban.domains.publicareas.repository import faults
from mashangban.domains.publicareas.terms import FaultState, Wording
from mashangban.kernel import clock
from tests.publicareas.conftest import Court
from tests.workers.office import office_of

HOME = "/console/publicareas/faults"


def test_the_handlers_office_finds_the_fault_and_promises_and_repairs(court: Court) -> None:
    one, window = court.reported(description="电梯 <b>停运</b>"), office_of(court.builder)
    assert faults.get(one).number in window.get(HOME).html
    where = f"{HOME}/{one}"
    assert "电梯 &lt;b&gt;停运&lt;/b&gt;" in window.get(where).html
    today = clock.local_date(clock.now()).isoformat()
    window.act(window.get(where), f"{where}/acceptance", promised_on=today, text="今天来修")
    assert faults.get(one).state is FaultState.ACCEPTED
    window.act(window.get(where), f"{where}/repair", text="已更换曳引机")
    assert faults.get(one).state is FaultState.FIXED
    assert "已更换曳引机" in window.get(where).html
    assert faults.get(one).number in window.get(f"{HOME}?bucket=closed").html


def test_the_county_reads_held_words_and_orders_what_was_refused(court: Court) -> None:
    one = court.reported(description="物业混蛋，灯三天不亮")
    builder, county = office_of(court.builder), office_of(court.officer)
    where = f"{HOME}/{one}"
    builder.act(builder.get(where), f"{where}/refusal", text="属于市政道路")
    opened = county.get(where)
    assert "待审核" in opened.html
    county.act(opened, f"{where}/wording", shown="true", text="是事实")
    assert faults.get(one).wording is Wording.SHOWN
    county.act(county.get(where), f"{where}/order", text="红线图内，由建设单位修")
    assert faults.get(one).state is FaultState.ACCEPTED
