"""The clock of a package; apart, so that whoever asks for one starts without clocks."""

from mashangban.deadlines.models import DeadlineRecord
from mashangban.processes.mydata.models import MydataRecord


class PackageDeadlineRecord(DeadlineRecord, MydataRecord, discriminator="deadline"):
    """When a package is tried again; GSI3 DUE#shard / instant."""
