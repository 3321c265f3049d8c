"""What happens to a file."""

ARRIVED = "files.file.arrived"
PREPARED = "files.file.prepared"
REFUSED = "files.file.refused"
