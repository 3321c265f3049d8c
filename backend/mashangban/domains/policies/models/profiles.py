"""How enterprises' facts and matches lie in the policies table."""

from datetime import date
from typing import Any

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.domains.policies.models.items import PoliciesRecord
from mashangban.domains.policies.rules.matching import Match
from mashangban.domains.policies.rules.profile import Earlier
from mashangban.domains.policies.terms import Answer
from mashangban.kernel.attributes import DateAttribute, InstantAttribute, JsonAttribute


def _dump_earlier(earlier: tuple[Earlier, ...]) -> list[Any]:
    return [[one.value, one.stated_on.isoformat(), one.source] for one in earlier]


def _load_earlier(raw: list[Any]) -> tuple[Earlier, ...]:
    return tuple(Earlier(value, date.fromisoformat(day), source) for value, day, source in raw)


def _dump_rows(rows: tuple[Match, ...]) -> list[Any]:
    return [
        [one.policy_id, one.edition, one.title, one.answer.value]
        + [day.isoformat() if day else None for day in (one.opens_on, one.ends_on, one.relies_until)]
        for one in rows
    ]


def _load_rows(raw: list[Any]) -> tuple[Match, ...]:
    return tuple(
        Match(policy, edition, title, Answer(answer), date.fromisoformat(opens), _day(ends), _day(until))
        for policy, edition, title, answer, opens, ends, until in raw
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


class ProfileRecord(PoliciesRecord, discriminator="profile"):
    """The head of an enterprise's profile. PK PROFILE#enterprise, SK PROFILE; GSI1 PROFILES-IN#33 / county#id."""

    name = UnicodeAttribute()
    region = UnicodeAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class StatementRecord(PoliciesRecord, discriminator="statement"):
    """A fact of an enterprise. PK PROFILE#enterprise, SK FACT#code; GSI1 DISPUTES#county / since, while disputed."""

    code = UnicodeAttribute()
    value = JsonAttribute[dict[str, Any]](dict, dict)
    stated_on = DateAttribute()
    valid_until = DateAttribute(null=True)
    source = UnicodeAttribute()
    earlier = JsonAttribute[tuple[Earlier, ...]](_dump_earlier, _load_earlier)
    disputed_at = InstantAttribute(null=True)
    dispute = UnicodeAttribute(null=True)
    answer = UnicodeAttribute(null=True)


class MatchesRecord(PoliciesRecord, discriminator="matches"):
    """What an enterprise meets or may meet. PK POLICYMATCH#enterprise, SK MATCHES; GSI1 TURNS#day / enterprise."""

    rows = JsonAttribute[tuple[Match, ...]](_dump_rows, _load_rows)
    told = JsonAttribute[frozenset[str]](sorted, frozenset)
    turns_on = DateAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()
