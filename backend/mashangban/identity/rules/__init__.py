"""Pure decisions of identity: no storage, no clock but an argument."""
