"""How public areas and their faults lie in the publicareas table (docs/data/publicareas.md)."""

from pynamodb.attributes import DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.deadlines.models import DeadlineRecord
from mashangban.domains.publicareas.terms import Climb, FaultState, Service, Wording
from mashangban.kernel.attributes import DateAttribute, EnumAttribute, InstantAttribute, JsonAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table
from mashangban.registry.spots import Spot

TABLE = Table("publicareas")


def _dump_spot(one: Spot) -> list[int]:
    return [one.latitude_e6, one.longitude_e6]


def _load_spot(raw: list[int]) -> Spot:
    return Spot(*raw)


class PublicRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class AreaRecord(PublicRecord, discriminator="area"):
    """A public area. PK PUBLICAREA#project, SK AREA; GSI1 AREAS-IN#county / name; GSI2 AREAS-AT#cell / id;
    GSI3 AREAS-OF#handler / name.
    """

    id = UnicodeAttribute()
    name = UnicodeAttribute()
    region = UnicodeAttribute()
    address = UnicodeAttribute()
    handler_id = UnicodeAttribute()
    handler_name = UnicodeAttribute()
    spot = JsonAttribute[Spot](_dump_spot, _load_spot)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class FaultRecord(PublicRecord, discriminator="fault"):
    """A fault. PK PUBLICFAULT#id, SK FAULT; GSI1 FAULTS#county#service#bucket, GSI2 FAULTS-OF#area#bucket,
    GSI3 FAULTS-IN#county#bucket, each / reported#id. What the reporter wrote is encrypted.
    """

    id = UnicodeAttribute()
    number = UnicodeAttribute()
    area_id = UnicodeAttribute()
    area_name = UnicodeAttribute()
    region = UnicodeAttribute()
    handler_id = UnicodeAttribute()
    handler_name = UnicodeAttribute()
    service = EnumAttribute(Service)
    address = UnicodeAttribute(null=True)
    reporter_id = UnicodeAttribute(null=True)
    description = UnicodeAttribute(null=True)
    reported_at = InstantAttribute()
    updated_at = InstantAttribute()
    spot = JsonAttribute[Spot](_dump_spot, _load_spot)
    media_url = UnicodeAttribute(null=True)
    photos = JsonAttribute[tuple[str, ...]](list, tuple, null=True)
    state = EnumAttribute(FaultState)
    wording = EnumAttribute(Wording)
    climb = EnumAttribute(Climb)
    note = UnicodeAttribute(null=True)
    promised_on = DateAttribute(null=True)
    round = NumberAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class PublicDeadlineRecord(DeadlineRecord, PublicRecord, discriminator="deadline"):
    """A clock of a fault; GSI3 DUE#shard / instant."""


class OwnFaultRecord(PublicRecord, discriminator="own-fault"):
    """A fault of its reporter. PK REPORTER#person, SK fault id."""

    fault_id = UnicodeAttribute()


class SentRecord(PublicRecord, discriminator="sent"):
    """The same words of the same person on the same day. PK SENT#hash, SK SENT; expires."""

    fault_id = UnicodeAttribute()
    expires_at = NumberAttribute()


class PostsRecord(PublicRecord, discriminator="posts"):
    """How much a person reported in an hour. PK POSTS#hash#hour, SK POSTS; expires."""

    posts = NumberAttribute()
    expires_at = NumberAttribute()


class ReporterKeyRecord(PublicRecord, discriminator="reporter-key"):
    """The one key of a person, as its hash. PK REPORTERKEY#person, SK KEY."""

    hash = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class KeyOwnerRecord(PublicRecord, discriminator="key-owner"):
    """Whose key it is. PK APIKEY#hash, SK APIKEY."""

    person_id = UnicodeAttribute()
