"""Whose claims a list shows: one's own region, and those below it, in one of two buckets; where one claim is shown."""

from dataclasses import dataclass

from mashangban.console import regions
from mashangban.console.pages import PageCall
from mashangban.console.views import Choice, Filter
from mashangban.kernel.permissions import Permission

CLAIMS = "/console/claims/claims"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list was asked for, as far as it may be; `query` is for the schema of the list's own service."""

    known: tuple[Choice, ...]
    region: str
    cursor: str | None
    bucket: str = ""
    buckets: tuple[Choice, ...] = ()

    @property
    def query(self) -> dict[str, str | None]:
        chosen = {"bucket": self.bucket} if self.buckets else {}
        return {"region": self.region, "cursor": self.cursor, **chosen}

    @property
    def filters(self) -> tuple[Filter, ...]:
        places = Filter("region", "地区", value=self.region, choices=self.known)
        if not self.buckets:
            return (places,)
        return (places, Filter("bucket", "状态", value=self.bucket, choices=self.buckets))


def asked(call: PageCall, permission: Permission, buckets: tuple[Choice, ...] = ()) -> Asked:
    """Region, bucket and page of a list; what may not be asked for becomes the first choice."""
    places, given = known(call, permission), call.request.query
    region = _one_of(places, given.get("region", ""))
    bucket = _one_of(buckets, given.get("bucket", "")) if buckets else ""
    return Asked(places, region, given.get("cursor") or None, bucket, buckets)


def known(call: PageCall, permission: Permission) -> tuple[Choice, ...]:
    """The regions that one reaches, each with its cities and counties."""
    return regions.reached(call.actor, permission)


def claim(claim_id: str) -> str | None:
    """Where a claim is shown, if there is one."""
    return f"{CLAIMS}/{claim_id}" if claim_id else None


def _one_of(choices: tuple[Choice, ...], value: str) -> str:
    return value if value in {one.value for one in choices} else choices[0].value
