"""What the log says of a package: that it was asked for, and that it lay ready with this digest."""

ASKED = "mydata.package.asked"
READY = "mydata.package.ready"
