"""How evaluations lie in the claims table (docs/data/claims.md)."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.domains.claims.models import ClaimsRecord
from mashangban.domains.claims.terms.evaluating import EvaluationState
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute


class EvaluationRecord(ClaimsRecord, discriminator="evaluation"):
    """What an enterprise thinks of a finished claim. PK EVALUATION#claim, SK EVALUATION; GSI1
    EVALUATIONS-IN#region#open (or #done) / at#claim. All words are encrypted.
    """

    claim_id = UnicodeAttribute()
    number = UnicodeAttribute()
    enterprise_id = UnicodeAttribute()
    policy_id = UnicodeAttribute()
    title = UnicodeAttribute()
    region = UnicodeAttribute()
    stars = NumberAttribute()
    words = UnicodeAttribute(null=True)
    at = InstantAttribute()
    state = EnumAttribute(EvaluationState)
    answer = UnicodeAttribute(null=True)
    mender_id = UnicodeAttribute(null=True)
    verdict = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class StarsCountedRecord(ClaimsRecord, discriminator="starscounted"):
    """That an evaluation was counted on its boards. PK EVALUATION#claim, SK COUNTED."""
