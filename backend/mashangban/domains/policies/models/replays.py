"""How replays lie in the policies table."""

from dataclasses import astuple
from typing import Any

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.domains.policies.models.items import PoliciesRecord, dump_edition, load_edition
from mashangban.domains.policies.rules.policy import Edition
from mashangban.domains.policies.rules.replay import Count, Group
from mashangban.domains.policies.terms.items import ReplayState
from mashangban.kernel.attributes import DateAttribute, EnumAttribute, InstantAttribute, JsonAttribute


def _dump_counts(counts: dict[Group, Count]) -> list[Any]:
    return [[*group, *astuple(count)] for group, count in sorted(counts.items())]


def _load_counts(raw: list[Any]) -> dict[Group, Count]:
    return {(county, word): Count(*numbers) for county, word, *numbers in raw}


class ReplayRecord(PoliciesRecord, discriminator="replay"):
    """A run over profiles. PK POLICYREPLAY#id, SK REPLAY; GSI1 REPLAYS-OF#policy / id."""

    policy_id = UnicodeAttribute()
    draft = NumberAttribute()
    region = UnicodeAttribute()
    by = UnicodeAttribute(null=True)
    today = DateAttribute()
    begun_at = InstantAttribute()
    state = EnumAttribute(ReplayState)
    counts = JsonAttribute[dict[Group, Count]](_dump_counts, _load_counts)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class ReplayedRecord(PoliciesRecord, discriminator="replayed"):
    """An edition as it was when the run began. PK POLICYREPLAY#id, SK AFTER and, where one was in force, BEFORE."""

    content = JsonAttribute[Edition](dump_edition, load_edition)
