"""Pure decisions about expected pay and complaints: no engine, no clock but an argument."""
