"""Pure decisions about labour contracts: no AWS, no clock but an argument."""
