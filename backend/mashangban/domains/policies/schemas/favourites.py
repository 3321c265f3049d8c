"""Wire shapes of what people keep."""

from mashangban.domains.policies.schemas import OpenView
from mashangban.kernel.http.schemas import Schema


class FavouriteView(Schema):
    """A policy that somebody keeps; without `policy` it was withdrawn since."""

    policy_id: str
    title: str
    policy: OpenView | None
