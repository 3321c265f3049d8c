"""Pure decisions about attendance: no AWS, no clock but an argument."""
