"""Pure decisions about guides."""
