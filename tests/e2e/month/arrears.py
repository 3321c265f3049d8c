"""Money that did not come is a matter at once, and the county sees it."""

from tests.e2e import screen
from tests.e2e.month.ground import COUNTY, Month
from tests.stack import wait_for


def look(told: Month) -> None:
    """The month of the worker who said that nothing came, and the officer who must see it."""
    path = f"/v1/arrears/pay/{told.c.contract_id}-{told.month}"
    wait_for(lambda: told.c.read(path)["row"]["state"] == "disputed", "the matter to open")
    told.saw["matter"] = str(told.c.read(path)["row"])
    officer = told.desk("xihu")
    told.saw["late"] = officer.reads(
        f"/console/wages/objections?where={COUNTY}&state=not_received", told.site.name
    )
    screen.picture(officer.page, "month-late")
