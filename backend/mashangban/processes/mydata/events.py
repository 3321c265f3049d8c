"""What the log says of a package: that it was asked for, what became of each try, its digest once it lay ready."""

ASKED = "mydata.package.asked"
DELAYED = "mydata.package.delayed"
AGAIN = "mydata.package.tried-again"
FAILED = "mydata.package.failed"
READY = "mydata.package.ready"
