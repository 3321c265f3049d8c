"""A home within somebody's reach: its residents of today, its owners, its builder, the regulators."""

from datetime import datetime

from mashangban.domains.homes import permissions
from mashangban.domains.homes.repository import homes
from mashangban.domains.homes.rules.home import Home
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Permission, Principal


def at_home(actor: Principal, home_id: str, permission: Permission, at: datetime) -> Home:
    """A home for its residents of today, its builder and the regulators. Raises NotFound beyond reach."""
    home = homes.get(home_id)
    actor.reach(permission).require(home.place_on(clock.local_date(at)))
    return home


def owned(act: Act, home_id: str) -> Home:
    """A home for one of its owners. Raises NotFound for everybody else."""
    home = homes.get(home_id)
    act.actor.reach(permissions.OWN)
    if all(one.person_id != act.actor.person_id for one in home.owners):
        raise NotFound()
    return home
