"""What happens to a file."""

ARRIVED = "files.file.arrived"
BLURRED = "files.file.blurred"
PREPARED = "files.file.prepared"
REFUSED = "files.file.refused"
