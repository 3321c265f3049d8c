"""How sharings lie in the assistance table (docs/data/assistance.md)."""

from pynamodb.attributes import DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.domains.assistance.terms import Ending, SharedForm, SharingState
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("assistance")


class AssistanceRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class SharingRecord(AssistanceRecord, discriminator="sharing"):
    """Who lets whom look. PK SHARING#id, SK SHARING. GSI1 HELPED-BY#agent / joined#id while it goes on,
    HELP-ASKED#agent / offered#id while one who was asked by name has not come; GSI2 SHARED-BY#person / offered#id;
    GSI3 SHARINGS-DUE#shard / instant#id until it ends. Expires when it was kept long enough.
    """

    id = UnicodeAttribute()
    person_id = UnicodeAttribute(null=True)
    form = EnumAttribute(SharedForm)
    consent = UnicodeAttribute()
    offered_at = InstantAttribute()
    state = EnumAttribute(SharingState)
    code_hash = UnicodeAttribute(null=True)
    invited_id = UnicodeAttribute(null=True)
    agent_id = UnicodeAttribute(null=True)
    agent_label = UnicodeAttribute(null=True)
    joined_at = InstantAttribute(null=True)
    ended_at = InstantAttribute(null=True)
    ending = EnumAttribute(Ending, null=True)
    expires_at = NumberAttribute(null=True)
    due_at = InstantAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class SheetRecord(AssistanceRecord, discriminator="sheet"):
    """What is seen now, encrypted; each movement puts a new item in its place. PK SHARING#id, SK SHEET#00000001."""

    moved_at = InstantAttribute()
    content = UnicodeAttribute()
    expires_at = NumberAttribute()


class CodeRecord(AssistanceRecord, discriminator="code"):
    """Which sharing a code opens, once. PK SHARINGCODE#hash, SK CODE."""

    sharing_id = UnicodeAttribute()
    expires_at = NumberAttribute()


class NowRecord(AssistanceRecord, discriminator="now"):
    """The one sharing that somebody has open. PK SHARING-NOW#person, SK NOW."""

    sharing_id = UnicodeAttribute()
