"""Questions as they were asked, and those that nobody could answer; what people wrote is encrypted."""

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute

from mashangban.domains.answers.models.pairs import AnswersRecord
from mashangban.domains.answers.terms import GapState, Tier
from mashangban.domains.answers.terms.departments import AnswerDepartment
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute


class AskedRecord(AnswersRecord, discriminator="asked"):
    """A question. PK ANSWERASKED#id, SK ASKED; expires after a year."""

    id = UnicodeAttribute()
    text = UnicodeAttribute()
    region = UnicodeAttribute(null=True)
    department = EnumAttribute(AnswerDepartment)
    tier = EnumAttribute(Tier)
    percent = NumberAttribute()
    offered = JsonAttribute[tuple[str, ...]](list, tuple)
    asked_at = InstantAttribute()
    helpful = BooleanAttribute(null=True)
    expires_at = NumberAttribute()


class GapRecord(AnswersRecord, discriminator="gap"):
    """An open question. PK ANSWERGAP#id, SK GAP; GSI1 GAPS#region#state, GSI2 GAPS#region#department#state, each by
    how often it was asked.
    """

    id = UnicodeAttribute()
    region = UnicodeAttribute(null=True)
    department = EnumAttribute(AnswerDepartment)
    text = UnicodeAttribute()
    asked = NumberAttribute()
    first_at = InstantAttribute()
    last_at = InstantAttribute()
    state = EnumAttribute(GapState)
    note = UnicodeAttribute(null=True)
    pair_id = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class ArtefactRecord(AnswersRecord, discriminator="artefact"):
    """Which index stands. PK ANSWERINDEX, SK CURRENT."""

    key = UnicodeAttribute()
    before = UnicodeAttribute(null=True)
    sha256 = UnicodeAttribute()
    size = NumberAttribute()
    pairs = NumberAttribute()
    upto = InstantAttribute()
