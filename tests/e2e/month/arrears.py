"""Money that did not come is a matter at once: the worker sees it on the phone, the county in the console."""

import re

from tests.e2e import screen
from tests.e2e.month.ground import COUNTY, Month
from tests.stack import wait_for


def look(told: Month) -> None:
    """The worker who said that nothing came, and the officer who must see it."""
    wait_for(lambda: _states(told) == ["disputed"], "the matter to open")
    phone = told.phone_of("c")
    phone.open("/#/arrears/pages/months/index")
    phone.tap(re.compile("月工资"), "link")
    phone.arrives("arrears/pages/pay")
    phone.sees("投诉没发工资")
    told.saw["matter"] = phone.page.inner_text("body")
    screen.picture(phone.page, "month-matter")
    officer = told.desk("xihu")
    told.saw["late"] = officer.reads(f"/console/arrears/late?where={COUNTY}&bucket=disputed", told.site.name)
    screen.picture(officer.page, "month-late")


def _states(told: Month) -> list[str]:
    """How each month of the worker's pay stands in their own list."""
    return [str(one["state"]) for one in told.c.lists("/v1/arrears/pay")]
